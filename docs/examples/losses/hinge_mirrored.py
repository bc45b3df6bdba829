import numpy as np


def typed(y, s):
    return np.maximum(0, y - (1 - 2 * y) * s)


y = np.array([1.0, 1.0, 0.0, 0.0])
s = np.array([2.0, -2.0, 2.0, -2.0])
wrong = typed(y, s)
right = np.maximum(0, 1 - (2 * y - 1) * s)

for row in zip(y, s, wrong, right):
    print("y {:.0f} s {:4.1f} typed {:.1f} hinge {:.1f}".format(*row))
