import numpy as np


def sigmoid(x):
    if x >= 0:
        return 1 / (1 + np.exp(-x))
    return np.exp(x) / (1 + np.exp(x))


for x in (-1000, -2, 0, 2, 1000):
    print(f"sigmoid({x:5}) = {sigmoid(x):.8f}")
