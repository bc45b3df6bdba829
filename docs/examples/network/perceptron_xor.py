from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

x, target = logic_gate("xor")
unit = Perceptron([0.0, 0.0])
states, mistakes = [(0.0, 0.0, 0.0)], []

for _ in range(1000):
    mistakes.append(unit.learn(x, target))
    states.append((*unit.weights, unit.bias))

for epoch in (1, 2, 3, 4, 1000):
    w1, w2, b = states[epoch]
    print(f"epoch {epoch:4}   mistakes = {mistakes[epoch - 1]}   afterwards w = ({w1:2.0f}, {w2:2.0f})   b = {b:2.0f}")
first = next(n for n, state in enumerate(states) if state in states[:n])
before = states.index(states[first])
print(f"w and b after epoch {first} are those after epoch {before}")
print(f"epochs without a mistake: {mistakes.count(0)}")
