import numpy as np
from dlnotes.activations import step
from dlnotes.datasets import logic_gate

x, target = logic_gate("and")
epochs = 1000
runs = {}
for name, train_bias in (("without", 0), ("with", 1)):
    w, b, mistakes = np.zeros(2), 0.0, []
    for _ in range(epochs):
        mistakes.append(0)
        for xi, ti in zip(x, target):
            error = float(ti - step(w @ xi + b))
            w = w + error * xi
            b = b + error * train_bias
            mistakes[-1] += error != 0
    runs[name] = (mistakes, *w, b)
    print(f"{name:7} a bias   fewest mistakes = {min(mistakes)}")
    print(f"  w = ({w[0]:.0f}, {w[1]:.0f})   b = {b:.0f}")
