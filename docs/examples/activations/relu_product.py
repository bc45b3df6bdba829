import numpy as np
from dlnotes.activations import relu_derivative, sigmoid_derivative

through_relu = np.prod(relu_derivative(np.full(10, 2.0)))
through_sigmoid = np.prod(sigmoid_derivative(np.zeros(10)))

print(f"ten ReLU slopes, all inputs positive:  {through_relu:.0f}")
print(f"ten sigmoid slopes, all at their best: {through_sigmoid:.2e}")
