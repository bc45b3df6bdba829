import numpy as np


def descend(gradient, w, rate, tolerance):
    steps = 0
    while np.linalg.norm(gradient(w)) > tolerance:
        w = w - rate * gradient(w)
        steps += 1
    return w, steps


w, steps = descend(lambda w: 2 * w, np.array([4.0]), 0.1, 1e-6)
print(f"{steps} steps, w = {w[0]:.2e}")
