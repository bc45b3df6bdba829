import numpy as np
from dlnotes.datasets import noisy_line

rates, wobble = (0.1, 0.01), np.zeros((20, 2))
for seed in range(20):
    x, y = noisy_line(256, np.random.default_rng(seed), noise=0.5)
    x = np.hstack([x, np.ones_like(x)])
    best = np.linalg.lstsq(x, y, rcond=None)[0][:, 0]
    for place, rate in enumerate(rates):
        rng, w, far = np.random.default_rng(seed), best.copy(), []
        for k in rng.integers(256, size=2000):
            w = w - rate * 2 * (x[k] @ w - y[k, 0]) * x[k]
            far.append(np.linalg.norm(w - best))
        wobble[seed, place] = np.mean(far[-100:])

middle = np.median(wobble, axis=0)
low, high = wobble.min(axis=0), wobble.max(axis=0)
for rate, m, a, b in zip(rates, middle, low, high):
    print(f"rate {rate}: {m:.3f}, from {a:.3f} to {b:.3f}")
