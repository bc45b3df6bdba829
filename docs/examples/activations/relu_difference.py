import numpy as np
from dlnotes.activations import relu

x = np.array([-2.0, -0.5, 1.5])
difference = relu(x) - relu(-x)

for xi, di in zip(x, difference):
    print(f"relu({xi:4.1f}) - relu({-xi:4.1f}) = {di:4.1f}")
