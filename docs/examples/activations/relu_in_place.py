import numpy as np


def relu(x):
    x[x < 0] = 0
    return x


given = [-2.0, 3.0]
x = np.array(given)
difference = relu(x) - relu(-x)
print(f"relu(x) - relu(-x) = {difference}")
print(f"x is now {x}")
