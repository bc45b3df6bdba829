import numpy as np


def leaky_relu(x, alpha):
    return np.where(x > 0, x, alpha * x)


def leaky_relu_derivative(x, alpha):
    return np.where(x > 0, 1.0, alpha)


x = np.array([-2.0, 4.0])
alpha = 2.0
y, slope = leaky_relu(x, alpha), leaky_relu_derivative(x, alpha)
assert np.allclose(y, [-4.0, 4.0])
assert np.allclose(slope, [2.0, 1.0])
print(f"y = {y}, slope = {slope}")
