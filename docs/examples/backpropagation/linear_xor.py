import numpy as np

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
t = np.array([0, 1, 1, 0])


def learned(seed):
    w, b = np.random.default_rng(seed).normal(size=2), 0.0
    for _ in range(500):
        delta = x @ w + b - t
        w = w - 0.1 * delta @ x
        b = b - 0.1 * delta.sum()
    return w, x @ w + b


starts = range(20)
answers = np.array([learned(seed)[1] for seed in starts])
lowest, highest = answers.min(), answers.max()
print(f"{len(answers)} neurons answer {lowest:.6f} to {highest:.6f}")
