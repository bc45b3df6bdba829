import numpy as np
from dlnotes.network import Perceptron, weighted_sum

x = np.array([[0, 0, 0], [1, 0, 0], [1, 1, 0], [1, 1, 1]])
weights, bias = np.array([1.0, 1.0, 1.0]), -2.5
z = weighted_sum(x, weights, bias)
y = Perceptron(weights, bias)(x)

for (x1, x2, x3), zi, yi in zip(x, z, y):
    print(f"x = ({x1}, {x2}, {x3})   z = {zi:+.1f}   y = {yi:.0f}")
