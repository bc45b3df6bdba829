import numpy as np

x, t = np.array([1.0, 2.0, 3.0]), np.array([[2.0], [4.0], [6.0]])
w = 0.0
for _ in range(200):
    error = w * x - t
    w = w - 0.1 * 2 * np.mean(error * x)
print(f"w = {w:.4f}")
