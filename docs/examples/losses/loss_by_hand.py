import numpy as np


def loss(w, b, x, t):
    return np.mean((w * x + b - t) ** 2)


def gradient(w, b, x, t):
    e = w * x + b - t
    return 2 * np.mean(e * x), 2 * np.mean(e)


x, t = np.array([0.0, 1.0, 2.0]), np.array([1.0, 3.0, 5.0])
w, b = 1.0, 0.0
for _ in range(200):
    dw, db = gradient(w, b, x, t)
    w, b = w - 0.2 * dw, b - 0.2 * db
last = loss(w, b, x, t)
print(f"w = {w:.4f}   b = {b:.4f}   loss = {last:.1e}")
