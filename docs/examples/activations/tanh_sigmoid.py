import numpy as np
from dlnotes.activations import sigmoid, tanh

x = np.array([-2.0, 0.5, 2.0])
direct = tanh(x)
from_sigmoid = 2 * sigmoid(2 * x) - 1
ends, bound = np.array([-10.0, 10.0]), 1e-15
grid = np.linspace(*ends, 20_001)
gap = np.abs(tanh(grid) - (2 * sigmoid(2 * grid) - 1))
largest = gap.max()

print("           tanh(x)       2 sigmoid(2x) - 1")
for xi, ti, si in zip(x, direct, from_sigmoid):
    print(f"x = {xi:4.1f}   {ti:11.8f}   {si:11.8f}")
print(f"largest gap on the grid below {bound}: {largest < bound}")
