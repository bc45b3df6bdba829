import numpy as np
from dlnotes.activations import sigmoid

x = np.array([-1000.0, -5.0, -2.0, 0.0, 2.0, 5.0, 1000.0])
y = sigmoid(x)

for xi, yi in zip(x, y):
    print(f"sigmoid({xi:7.1f}) = {yi:.8f}")
