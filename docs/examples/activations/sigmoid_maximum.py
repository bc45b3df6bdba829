import numpy as np
from dlnotes.activations import sigmoid, sigmoid_derivative

x = np.linspace(-10.0, 10.0, 20_001)
slope = sigmoid_derivative(x)
place = np.argmax(slope)

x_max, y_max, slope_max = x[place], sigmoid(x[place]), slope[place]
print(f"largest slope {slope_max:.2f}")
print(f"at x = {x_max:.1f}, where y = {y_max:.1f}")
