from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

x, target = logic_gate("and")
unit = Perceptron(weights=[0.0, 0.0], bias=0.0)
learning_rate = 1.0
updates, mistakes, epoch = [], 1, 0

while mistakes:
    epoch += 1
    mistakes = 0
    for xi, ti in zip(x, target):
        if unit.learn([xi], [ti], learning_rate):
            mistakes += 1
            updates.append((epoch, *xi, *unit.weights, unit.bias))

for n, x1, x2, w1, w2, b in updates:
    print(
        f"epoch {n}   wrong at ({x1:.0f}, {x2:.0f})   "
        f"w = ({w1:.0f}, {w2:.0f})   b = {b:2.0f}"
    )
print(f"epochs: {epoch}   mistakes in the last one: {mistakes}")
