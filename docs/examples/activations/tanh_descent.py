import numpy as np
from dlnotes.activations import sigmoid

seeds, shift, counts = np.arange(20), 0.5, np.zeros((2, 20))


def steps(a, y):
    curvature = a.T @ a / len(a)
    flat, *_, steep = np.linalg.eigvalsh(curvature)
    best = np.linalg.solve(curvature, a.T @ y / len(a))
    w, count = np.zeros(3), 0
    while np.linalg.norm(w - best) > 1e-6 * np.linalg.norm(best):
        w -= 2 / (flat + steep) * (a.T @ (a @ w - y) / len(a))
        count += 1
    return count


for k in seeds:
    rng = np.random.default_rng(k)
    a, y = sigmoid(rng.normal(size=(100, 3))), rng.normal(size=100)
    counts[:, k] = steps(a, y), steps(a - shift, y)
median = np.median(counts, axis=1)
for name, m, c in zip(["as they are", "minus 0.5"], median, counts):
    print(f"{name:11}   median {m:.1f}, {c.min():.0f} to {c.max():.0f}")
