import numpy as np
from dlnotes.activations import sigmoid, sigmoid_derivative

x = np.array([0.0, 2.0, 10.0])
y = sigmoid(x)
slope = sigmoid_derivative(y)

for xi, si in zip(x, slope):
    print(f"x = {xi:4.1f}   slope = {si:.8f}")
