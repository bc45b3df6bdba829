import numpy as np
from dlnotes.activations import sigmoid, tanh

seeds = range(20)
x = np.array([np.random.default_rng(seed).normal(size=(100, 3)) for seed in seeds])
outputs = {"sigmoid": sigmoid(x), "tanh": tanh(x)}
mean = np.array([a.mean() for a in outputs.values()])
condition = np.array([np.linalg.cond(a.transpose(0, 2, 1) @ a) for a in outputs.values()])
median, lowest, highest = np.median(condition, axis=1), condition.min(axis=1), condition.max(axis=1)

for name, m, c, low, high in zip(outputs, mean, median, lowest, highest):
    print(f"{name:7}   mean output {m:6.3f}   condition number: median {c:.2f}, from {low:.2f} to {high:.2f}")
