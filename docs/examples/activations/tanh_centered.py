import numpy as np
from dlnotes.activations import sigmoid, tanh

x = np.random.default_rng(0).normal(size=(500, 3))
outputs = {"sigmoid": sigmoid(x), "tanh": tanh(x)}
mean = [a.mean() for a in outputs.values()]
condition = [np.linalg.cond(a.T @ a) for a in outputs.values()]

for name, m, c in zip(outputs, mean, condition):
    print(f"{name:7}   mean output {m:9.6f}   condition number {c:.4f}")
