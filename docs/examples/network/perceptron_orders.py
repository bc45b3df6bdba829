import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

x, target = logic_gate("and")
rng = np.random.default_rng(0)
runs, updates = 1000, []
for _ in range(runs):
    unit, mistakes = Perceptron([0.0, 0.0]), 0
    while not np.array_equal(unit(x), target):
        order = rng.permutation(4)
        mistakes += unit.learn(x[order], target[order])
    updates.append(mistakes)

fewest, middle, most = np.quantile(updates, [0, 0.5, 1])
print(f"{runs} runs, every epoch in a new order")
print(f"updates: {fewest:.0f} to {most:.0f}, median {middle:.0f}")
