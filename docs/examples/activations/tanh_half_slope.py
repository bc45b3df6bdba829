import numpy as np
from dlnotes.activations import sigmoid_derivative, tanh_derivative

x = np.log(1 + np.sqrt(2))
tanh_slope = tanh_derivative(x)
sigmoid_x = 2 * x
sigmoid_slope = sigmoid_derivative(sigmoid_x)

print(f"tanh:    x = {x:.8f}   slope = {tanh_slope:.8f}")
print(f"sigmoid: x = {sigmoid_x:.8f}   slope = {sigmoid_slope:.8f}")
