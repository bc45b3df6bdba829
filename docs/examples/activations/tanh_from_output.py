import numpy as np
from dlnotes.activations import tanh, tanh_derivative

output = 0.5
x = np.arctanh(output)
y = tanh(x)
slope = tanh_derivative(x)

print(f"x = {x:.8f}   y = {y:.8f}   slope = {slope:.8f}")
