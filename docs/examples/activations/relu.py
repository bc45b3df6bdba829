import numpy as np
from dlnotes.activations import relu, relu_derivative

x = np.array([-1000.0, -2.0, -0.5, 0.5, 2.0, 1000.0])
y = relu(x)
derivative = relu_derivative(x)

for xi, yi, di in zip(x, y, derivative):
    print(f"x = {xi:7.1f}   relu(x) = {yi:6.1f}   slope = {di:.0f}")
