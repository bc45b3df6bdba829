import numpy as np
from dlnotes.activations import relu_derivative
from dlnotes.gradient_check import central_difference

x = np.array([-1e-300, -0.0, 0.0, 1e-300])
slope = relu_derivative(x)
estimate = central_difference(lambda t: np.maximum(t, 0.0), 0.0)

for xi, si in zip(x, slope):
    print(f"slope at {xi:7} = {si:.0f}")
print(f"central difference at 0 = {estimate:.1f}")
