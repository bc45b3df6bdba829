import numpy as np


def epoch(w, b, x, y, size, rate, rng):
    order = rng.permutation(len(x))
    for start in range(0, len(x), size):
        part = order[start:start + size]
        error = w * x[part] + b - y[part]
        slope = 2 * np.mean(error * x[part]), 2 * np.mean(error)
        w, b = w - rate * slope[0], b - rate * slope[1]
    return w, b


x = np.linspace(-1.0, 1.0, 256)
y, ends = 2 * x + 1, []
for size in (1, 32, 256):
    rng = np.random.default_rng(0)
    w, b = epoch(0.0, 0.0, x, y, size, rate=0.1, rng=rng)
    ends.append((w, b))
    print(f"batch size {size}: w = {w:.4f}, b = {b:.4f}")
