import numpy as np
from dlnotes.activations import sigmoid_derivative

z, w = 0.0, np.array([1.0, 4.0, 8.0])
factor = w * sigmoid_derivative(z)
product = factor**10

for wi, fi, pi in zip(w, factor, product):
    print(f"w = {wi:.0f}  one layer: {fi:.2f}  ten: {pi:12.7f}")
