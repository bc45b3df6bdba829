import numpy as np

rng = np.random.default_rng(0)
W, t, a = rng.normal(size=(3, 3)), *rng.normal(size=(2, 3))


def error(a):
    return np.sum((W @ a - t) ** 2) / 2


delta, h = W @ a - t, 1e-5
steps = h * np.eye(3)
numeric = [(error(a + s) - error(a - s)) / (2 * h) for s in steps]
wrong, right = W @ delta, W.T @ delta
for name, found in (("W @ delta  ", wrong), ("W.T @ delta", right)):
    print(f"{name}  off by {np.max(np.abs(found - numeric)):.4f}")
