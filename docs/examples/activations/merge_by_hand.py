import numpy as np


def merge(W1, b1, W2, b2):
    return W2 @ W1, W2 @ b1 + b2


W1, b1 = np.array([[1.0, 2.0], [0.0, 1.0]]), np.array([1.0, -1.0])
W2, b2 = np.array([[3.0, 1.0]]), np.array([2.0])
W, b = merge(W1, b1, W2, b2)
x = np.array([2.0, 5.0])
assert np.allclose(W @ x + b, W2 @ (W1 @ x + b1) + b2)
print(f"W = {W}, b = {b}")
