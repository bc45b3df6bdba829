import numpy as np
from dlnotes.datasets import noisy_line

sizes, measured = (1, 4, 16, 64), np.zeros((20, 4))
for seed in range(20):
    rng = np.random.default_rng(seed)
    x, y = noisy_line(256, rng, noise=0.5)
    g = (2 * (0 * x - y) * x).ravel()
    for place, size in enumerate(sizes):
        drawn = rng.integers(256, size=(2000, size))
        means = g[drawn].mean(axis=1)
        measured[seed, place] = means.var() / g.var()

middle = np.median(measured, axis=0)
low, high = measured.min(axis=0), measured.max(axis=0)
for size, m, a, b in zip(sizes, middle, low, high):
    print(f"B = {size}: {m:.4f}, from {a:.4f} to {b:.4f}, 1/B = {1 / size:.4f}")
