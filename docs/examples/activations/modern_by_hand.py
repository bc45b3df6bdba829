import numpy as np


def gelu(x):
    u = np.sqrt(2 / np.pi) * (x + 0.044715 * x**3)
    return x / 2 * (1 + np.tanh(u))


def silu(x):
    return x / (1 + np.exp(-x))


def softplus(x):
    return np.log(1 + np.exp(x))


def elu(x, alpha=1.0):
    return np.where(x > 0, x, alpha * (np.exp(x) - 1))


x = np.array([-2.0, 0.0, 2.0])
for f in [gelu, silu, softplus, elu]:
    print(f"{f.__name__:9} {np.round(f(x), 4)}")
