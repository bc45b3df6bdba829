import numpy as np
from dlnotes.datasets import noisy_line

steps = 2000
k = np.arange(steps)
plans = {"constant": np.full(steps, 0.1),
         "cosine": 0.05 * (1 + np.cos(np.pi * k / steps)),
         "too fast": 0.1 * 0.9**k}
gaps = np.zeros((3, 20))
for seed in range(20):
    rng = np.random.default_rng(seed)
    x, t = noisy_line(200, rng, noise=0.5)
    X = np.hstack([x, np.ones((200, 1))])
    best = np.linalg.lstsq(X, t[:, 0], rcond=None)[0]
    order = rng.integers(200, size=steps)
    for row, rates in enumerate(plans.values()):
        w = np.zeros(2)
        for i, rate in zip(order, rates):
            w = w - rate * 2 * (X[i] @ w - t[i, 0]) * X[i]
        gaps[row, seed] = np.linalg.norm(w - best)
middle = np.quantile(gaps, [0.5, 0, 1], axis=1).T
for name, three in zip(plans, middle):
    print("{:8} {:.4f}, {:.4f} to {:.4f}".format(name, *three))
