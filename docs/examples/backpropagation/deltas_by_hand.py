import numpy as np


def deltas(weights, sums, last, slope):
    found = [last]
    for W, z in zip(weights[:0:-1], sums[-2::-1]):
        found.insert(0, (W.T @ found[0]) * slope(z))
    return found


x, t = np.array([1.0, 2.0]), np.array([1.0, -2.0])
W1 = np.array([[1.0, 1.0], [2.0, -1.5]])
W2 = np.array([[1.0, 2.0], [-1.0, 1.0]])
z = W1 @ x
h = np.maximum(0, z)
o = W2 @ h
d1, d2 = deltas([W1, W2], [z, o], o - t, lambda z: 1.0 * (z > 0))
print(f"z = {z}, h = {h}, o = {o}")
print(f"deltas: output {d2}, hidden {d1}")
print(f"gradient of W2: {(0 + np.outer(d2, h)).tolist()}")
print(f"gradient of W1: {np.outer(d1, x).tolist()}")
