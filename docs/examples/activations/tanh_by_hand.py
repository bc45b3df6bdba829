import numpy as np


def tanh(x):
    d = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - d) / (1 + d)


x = np.array([-1000.0, -3.0, 0.0, 0.5, 1000.0])
y = tanh(x)

for xi, yi in zip(x, y):
    print(f"x = {xi:7.1f}   tanh(x) = {yi:9.6f}")
