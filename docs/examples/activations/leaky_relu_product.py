import numpy as np
from dlnotes.activations import leaky_relu_derivative

z = np.array([2.0, -1.0, 0.5, 3.0, -0.2, 1.0, 4.0, -5.0, 2.0, 0.1])
product = np.prod(leaky_relu_derivative(z, negative_slope=0.01))

print(f"product of ten slopes, three inputs negative: {product:.0e}")
