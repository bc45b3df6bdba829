import numpy as np
from dlnotes.activations import sigmoid, sigmoid_derivative

x = np.array([-10.0, -5.0, -2.0, 0.0, 2.0, 5.0, 10.0])
y = sigmoid(x)
derivative = sigmoid_derivative(x)

for xi, yi, di in zip(x, y, derivative):
    print(f"x = {xi:5.1f}   y = {yi:.8f}   slope = {di:.8f}")
