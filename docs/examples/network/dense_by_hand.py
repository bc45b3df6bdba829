import numpy as np


def dense(X, W, b, f):
    return f(X @ W.T + b)


def relu(Z):
    return np.maximum(0, Z)


W = np.array([[1.0, 0.5], [-1.0, 0.25], [0.5, 1.0]])
b = np.array([0.0, 0.5, -0.25])
X = np.array([[2.0, 3.0], [0.0, -1.0], [1.0, 1.0], [4.0, 0.0]])
A = dense(X, W, b, relu)

for x, a in zip(X, A):
    shown = "  ".join(f"{value:.2f}" for value in a)
    print(f"x = ({x[0]:.0f}, {x[1]:2.0f})   a = {shown}")
