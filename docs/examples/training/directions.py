import numpy as np


def loss(w):
    return w[0] ** 2 + 2 * w[1] ** 2


w = np.array([1.5, 1.0])
gradient = np.array([2 * w[0], 4 * w[1]])
norm = np.linalg.norm(gradient)
directions = np.array([[1, 0], [0, 1], [0.8, -0.6], [0.6, 0.8],
                       [-0.6, -0.8]])
rates = directions @ gradient
h = 1e-6
for u, rate in zip(directions, rates):
    moved = (loss(w + h * u) - loss(w)) / h
    print(f"{u}: u . g = {rate:+.4f}, measured {moved:+.4f}")
print(f"length of the gradient: {norm:.4f}")
