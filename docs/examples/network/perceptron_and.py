from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

x, target = logic_gate("and")
unit = Perceptron(weights=[0.0, 0.0], bias=0.0)
updates, mistakes, epoch = [], 1, 0

while mistakes:
    epoch += 1
    mistakes = 0
    for i in range(len(x)):
        if unit.learn(x[i : i + 1], target[i : i + 1], learning_rate=1.0):
            mistakes += 1
            updates.append((epoch, *x[i], *unit.weights, unit.bias))

for epoch_, x1, x2, w1, w2, b in updates:
    print(f"epoch {epoch_}   wrong at ({x1:.0f}, {x2:.0f})   w1 = {w1:2.0f}   w2 = {w2:2.0f}   b = {b:2.0f}")
print(f"epochs: {epoch}   mistakes in the last one: {mistakes}")
