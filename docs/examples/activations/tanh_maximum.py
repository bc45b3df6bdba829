import numpy as np
from dlnotes.activations import sigmoid_derivative, tanh_derivative

x = np.linspace(-5.0, 5.0, 10_001)
largest = np.array([tanh_derivative(x).max(), sigmoid_derivative(x).max()])
at_three = np.array([tanh_derivative(3.0), sigmoid_derivative(3.0)])

print(f"largest slope: tanh {largest[0]:.2f}, sigmoid {largest[1]:.2f}")
print(f"slope at 3:    tanh {at_three[0]:.8f}, sigmoid {at_three[1]:.8f}")
