import numpy as np
from dlnotes.activations import sigmoid, silu

x = np.array([-3.0, -1.0, 1.0, 3.0])
h = 1e-6
slope = sigmoid(x)
measured = (silu(x + h) - silu(x - h)) / (2 * h)
print(f"slope    {np.round(slope, 4)}")
print(f"measured {np.round(measured, 4)}")
