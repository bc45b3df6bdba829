import numpy as np
from dlnotes.activations import sigmoid

rules = [lambda p, q, t: ((1 - t) / q - t / p) * p * q,
         lambda p, q, t: (p - t) * (np.minimum(p, q) > 1e-7),
         lambda p, q, t: p - t]


def train(rule, seed):
    rng = np.random.default_rng(seed)
    x, w = rng.normal(size=(100, 2)), 100 * rng.normal(size=2)
    t = x.sum(axis=1) > 0
    for _ in range(1000):
        p = sigmoid(x @ w)
        w = w - rule(p, 1 - p, t) @ x / 100
    return np.isnan(w).any(), np.mean((x @ w > 0) == t)


with np.errstate(divide="ignore", invalid="ignore"):
    runs = [[train(f, k) for k in range(20)] for f in rules]
broken, right = np.transpose(runs, (2, 0, 1))
broken, right = broken.sum(1), np.quantile(right, [0.5, 0, 1], axis=1)
for row in zip(["chain", "clipped", "logits"], broken, *right):
    print("{:8} NaN {:2.0f}   {:.2f}, {:.2f} to {:.2f}".format(*row))
