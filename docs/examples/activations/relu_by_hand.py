import numpy as np


def relu(x):
    return np.maximum(0, x)


def relu_derivative(x):
    return np.where(x > 0, 1.0, 0.0)


x = np.array([-2.0, 0.0, 3.0])
print(f"relu(x)  {relu(x)}")
print(f"slope    {relu_derivative(x)}")
