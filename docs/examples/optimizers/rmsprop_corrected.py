import numpy as np


def corrected(w, s, g, t, rate=0.001, rho=0.9, epsilon=1e-7):
    s = rho * s + (1 - rho) * g**2
    mean_square = s / (1 - rho**t)
    w = w - rate * g / np.sqrt(mean_square + epsilon)
    return w, s


w, s, path = 0.0, 0.0, []
for t in range(1, 5):
    w, s = corrected(w, s, 3.0, t, rate=0.01)
    path.append(w)
    print(f"w = {w:.4f}")
