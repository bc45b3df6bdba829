import numpy as np


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


def softmax_jacobian(x):
    s = softmax(x)
    return np.diag(s) - np.outer(s, s)


derivative = softmax_jacobian(np.array([2.0, 1.0, -1.0]))

for row in derivative:
    print(f"[{row[0]:9.6f} {row[1]:9.6f} {row[2]:9.6f}]")
