import numpy as np


def clip(gradients, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    return [g * min(1, limit / norm) for g in gradients]


gradients = [np.array([[30.0, 0.0]]), np.array([40.0])]
large = clip(gradients, limit=5.0)
small = clip(gradients, limit=100.0)
assert np.allclose(large[0], [[3, 0]]) and np.allclose(large[1], [4])
assert np.allclose(small[0], gradients[0])
print(f"{large[0]} {large[1]}")
