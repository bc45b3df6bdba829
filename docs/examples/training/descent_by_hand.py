import numpy as np


def descend(gradient, w, rate, steps):
    path = [w]
    for _ in range(steps):
        w = w - rate * gradient(w)
        path.append(w)
    return np.array(path)


path = descend(lambda w: 2 * w, 4.0, rate=0.1, steps=3)
print(path)
