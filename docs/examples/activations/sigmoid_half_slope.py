import numpy as np
from dlnotes.activations import sigmoid, sigmoid_derivative

x = np.log(3 + np.sqrt(8))
y = sigmoid(x)
slope = sigmoid_derivative(x)

print(f"x = {x:.8f}   y = {y:.8f}   slope = {slope:.8f}")
