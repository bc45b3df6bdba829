import numpy as np
from dlnotes.activations import relu_derivative, sigmoid_derivative

layers = 10
through_relu = np.prod(relu_derivative(np.full(layers, 2.0)))
through_sigmoid = np.prod(sigmoid_derivative(np.zeros(layers)))

print(f"ten ReLU slopes, all inputs positive:  {through_relu:.0f}")
print(f"ten sigmoid slopes, all at their best: {through_sigmoid:.2e}")
