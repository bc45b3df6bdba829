import numpy as np
from dlnotes.gradient_check import check_gradient

rng = np.random.default_rng(0)
x, t = rng.normal(size=(50, 3)), rng.normal(size=50)


def loss(w):
    return np.mean((x @ w - t) ** 2)


def gradient(w):
    return 2 * x.T @ (x @ w - t) / len(t)


start = rng.normal(size=3)
passed = check_gradient(loss, gradient, start) < 1e-6
uphill = start + 0.1 * gradient(start)
losses = [loss(start), loss(uphill)]
change = " to ".join(f"{value:.3f}" for value in losses)
print(f"check passed: {passed}, loss from {change}")
