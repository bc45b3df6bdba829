import numpy as np
from dlnotes.activations import sigmoid_derivative, tanh_derivative

slopes = [tanh_derivative, sigmoid_derivative]
x = np.linspace(-5.0, 5.0, 10_001)
largest = np.array([slope(x).max() for slope in slopes])
at_three = np.array([slope(3.0) for slope in slopes])

print(f"largest slope: tanh {largest[0]:.2f}, sigmoid {largest[1]:.2f}")
print(f"slope at 3: tanh {at_three[0]:.6f}, sigmoid {at_three[1]:.6f}")
