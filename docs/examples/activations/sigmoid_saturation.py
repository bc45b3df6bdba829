import numpy as np
from dlnotes.activations import sigmoid_derivative

x = np.array([0.0, 2.0, 5.0, 10.0])
slope = sigmoid_derivative(x)
share = slope / slope[0]

for xi, di, si in zip(x, slope, share):
    print(f"x = {xi:4.1f}   slope = {di:.8f}   of the largest {si:.4%}")
