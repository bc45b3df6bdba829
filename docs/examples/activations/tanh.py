import numpy as np
from dlnotes.activations import tanh, tanh_derivative

x = np.array([-3.0, -1.0, 0.0, 1.0, 3.0, 10.0])
y = tanh(x)
derivative = tanh_derivative(x)

for xi, yi, di in zip(x, y, derivative):
    print(f"x = {xi:4.1f}   tanh(x) = {yi:11.8f}   slope = {di:.8f}")
