import numpy as np
from dlnotes.activations import leaky_relu, leaky_relu_derivative

x = np.array([-100.0, -2.0, -0.5, 2.0])
y = leaky_relu(x)
derivative = leaky_relu_derivative(x)
y_wide = leaky_relu(x, negative_slope=0.3)

for xi, yi, di, wi in zip(x, y, derivative, y_wide):
    small = f"0.01: {yi:6.3f} slope {di:.2f}"
    print(f"x = {xi:6.1f}   {small}   0.3: {wi:6.2f}")
