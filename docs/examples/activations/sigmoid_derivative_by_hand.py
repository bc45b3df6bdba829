import numpy as np

x = np.array([-2.0, 0.0, 2.0])
y = 1 / (1 + np.exp(-x))
slope = y * (1 - y)
h = 1e-6
rise = 1 / (1 + np.exp(-(x + h))) - 1 / (1 + np.exp(-(x - h)))
ratio = rise / (2 * h)
for xi, si, ri in zip(x, slope, ratio):
    print(f"x = {xi:4.1f}   y(1-y) = {si:.8f}   measured {ri:.8f}")
