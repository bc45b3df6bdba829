import numpy as np


def clip(gradients, limit):
    norm = np.sqrt(sum(np.sum(g**2) for g in gradients))
    return [g * min(1, limit / norm) for g in gradients]


gradients, limit = [np.array([30.0]), np.array([40.0])], 5.0
clipped = clip(gradients, limit)
untouched = clip(gradients, limit=100.0)
assert np.allclose(clipped, [[3], [4]])
assert np.array_equal(untouched, gradients)
print(f"{clipped[0]} {clipped[1]}")
