import numpy as np


def difference(f, x, h=1e-4):
    slopes = np.zeros(len(x))
    for i in range(len(x)):
        kept = x[i]
        x[i] = kept + h
        above = f(x)
        x[i] = kept - h
        below = f(x)
        x[i] = kept
        slopes[i] = (above - below) / (2 * h)
    return slopes


found = difference(lambda x: np.sum(x**2.0), np.array([1, 2, 3]))
print(found)
