import numpy as np

x, t, rate = np.array([2.0, 1.0]), 1.0, 0.1
w, b = np.array([0.5, 1.0]), 0.0
path, misses = [], []
for _ in range(4):
    delta = w @ x + b - t
    path.append([*w, b])
    misses.append(delta)
    print(f"w = {w.round(4)}, b = {b:.4f}, delta = {delta:.4f}")
    w = w - rate * delta * x
    b = b - rate * delta
