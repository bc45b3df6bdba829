import numpy as np


def leaky_relu(x, alpha=0.01):
    return np.where(x > 0, x, alpha * x)


def leaky_relu_derivative(x, alpha=0.01):
    return np.where(x > 0, 1.0, alpha)


x = np.array([-2.0, 4.0])
assert np.allclose(leaky_relu(x), [-0.02, 4.0])
assert np.allclose(leaky_relu(x, alpha=2.0), [-4.0, 4.0])
assert np.allclose(leaky_relu_derivative(x, alpha=2.0), [2.0, 1.0])
print(f"alpha = 2: {leaky_relu(x, 2.0)}")
