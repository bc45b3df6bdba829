import numpy as np
from dlnotes.datasets import blobs

ratio = np.zeros((20, 2))
for seed in range(20):
    rng = np.random.default_rng(seed)
    x, y = blobs(200, rng, classes=2, noise=0.5)
    g = (0.5 - y) * x[:, 0] + 0.5 - y
    in_order = g[np.argsort(y, kind="stable")]
    for place, row in enumerate((in_order, rng.permutation(g))):
        means = row.reshape(10, 20).mean(axis=1)
        ratio[seed, place] = means.var() / g.var()

middle = np.median(ratio, axis=0)
low, high = ratio.min(axis=0), ratio.max(axis=0)
names = ("sorted by class", "shuffled")
for name, m, a, b in zip(names, middle, low, high):
    print(f"{name}: {m:.4f}, from {a:.4f} to {b:.4f}")
