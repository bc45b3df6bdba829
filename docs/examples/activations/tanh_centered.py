import numpy as np
from dlnotes.activations import sigmoid, tanh

seeds = np.arange(20)
rngs = [np.random.default_rng(seed) for seed in seeds]
x = np.array([rng.normal(size=(100, 3)) for rng in rngs])
outputs = {"sigmoid": sigmoid(x), "tanh": tanh(x)}
mean = np.array([a.mean() for a in outputs.values()])
squares = [a.transpose(0, 2, 1) @ a for a in outputs.values()]
condition = np.linalg.cond(squares)
median = np.median(condition, axis=1)
lowest, highest = condition.min(axis=1), condition.max(axis=1)

for name, m, c, *ends in zip(outputs, mean, median, lowest, highest):
    print(f"{name:7}   mean output {m:6.3f}")
    print(f"   condition number: median {c:.2f}, "
          f"from {ends[0]:.2f} to {ends[1]:.2f}")
