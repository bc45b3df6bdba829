import numpy as np
from dlnotes.training import gradient_descent


def gradient(w):
    return np.array([2 * w[0], -2 * w[1]])


exact = gradient_descent(gradient, [1.0, 0.0], 0.1, 100)
beside = gradient_descent(gradient, [1.0, 1e-6], 0.1, 100)
for k in (0, 25, 50, 75, 100):
    w1, w2 = beside[k]
    print(f"{k:3}: {exact[k, 0]:.6f}, {exact[k, 1]:.6f}   "
          f"{w1:.6f}, {w2:.6f}")
