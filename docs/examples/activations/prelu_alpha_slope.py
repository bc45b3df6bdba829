import numpy as np
from dlnotes.activations import prelu, prelu_alpha_gradient
from dlnotes.gradient_check import check_gradient

x = np.array([-3.0, -0.5, 0.5, 3.0])
derivative = prelu_alpha_gradient(x)


def output(alpha):
    return np.sum(prelu(x, alpha))


error = check_gradient(output, lambda alpha: np.sum(derivative), 0.25)
for xi, di in zip(x, derivative):
    print(f"x = {xi:4.1f}   df/dalpha = {di:4.1f}")
print(f"gradient check, error below 1e-9: {error < 1e-9}")
