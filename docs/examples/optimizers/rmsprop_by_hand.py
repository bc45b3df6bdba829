import numpy as np


def rmsprop(w, s, g, rate=0.001, rho=0.9, epsilon=1e-7):
    s = rho * s + (1 - rho) * g**2
    w = w - rate * g / np.sqrt(s + epsilon)
    return w, s


w, s = np.array([1.0, 1.0]), np.zeros(2)
path = []
for g in (2.0, 1.0, -3.0):
    both = np.array([g, g / 100])
    w, s = rmsprop(w, s, both, rate=0.1, rho=0.75)
    path.append(w)
    print(f"w = {w[0]:.4f} and {w[1]:.4f}")
