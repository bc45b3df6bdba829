import numpy as np
from dlnotes.datasets import noisy_line

sizes, wobble = (1, 32, 256), np.zeros((20, 3))
for seed in range(20):
    x, y = noisy_line(256, np.random.default_rng(seed), noise=0.5)
    x = np.hstack([x, np.ones_like(x)])
    best = np.linalg.lstsq(x, y, rcond=None)[0]
    for place, size in enumerate(sizes):
        rng, w, far = np.random.default_rng(seed), best.copy(), []
        for _ in range(300):
            part = rng.choice(256, size, replace=False)
            slope = 2 * x[part].T @ (x[part] @ w - y[part]) / size
            w = w - 0.1 * slope
            far.append(np.linalg.norm(w - best))
        wobble[seed, place] = np.mean(far[-100:])

low, high = wobble.min(axis=0), wobble.max(axis=0)
middle = np.median(wobble, axis=0)
for size, m, a, b in zip(sizes, middle, low, high):
    print(f"batch size {size}: {m:.3f}, from {a:.3f} to {b:.3f}")
