import numpy as np


def momentum(w, gradient, rate, beta, steps):
    v, path = np.zeros_like(w), [w]
    for _ in range(steps):
        v = beta * v - rate * gradient(w)
        w = w + v
        path.append(w)
    return np.array(path)


path = momentum(np.array([1.0]), lambda w: 2 * w, 0.1, 0.9, 4)[:, 0]

for w in path:
    print(f"w = {w:7.4f}")
