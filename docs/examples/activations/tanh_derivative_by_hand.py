import numpy as np


def tanh_derivative(x):
    d = np.exp(-2 * np.abs(x))
    return 4 * d / (1 + d) ** 2


x = np.array([-20.0, 0.0, 0.5, 20.0, 1000.0])
slope = tanh_derivative(x)
assert slope[1] == 1.0
assert slope[0] == slope[3] > 0

for xi, si in zip(x, slope):
    print(f"x = {xi:6.1f}   slope = {si:.6e}")
