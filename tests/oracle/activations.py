"""Activations of one mpmath number or one row of them, and the same in plain complex numbers.

No derivative is written down: `slope` differentiates. At a corner or a jump it is that of the left side, which is the
convention of dlnotes, PyTorch and Keras.
"""

import cmath

import mpmath
from mpmath import mpf

from oracle.differentiation import derivative, jacobian, left_derivative
from oracle.precision import ORDINARY


def identity(x):
    return mpf(x)


def step(x):
    return mpf(1 if x > 0 else 0)


def sigmoid(x):
    return 1 / (1 + mpmath.exp(-mpf(x)))


def tanh(x):
    up, down = mpmath.exp(mpf(x)), mpmath.exp(-mpf(x))
    return (up - down) / (up + down)


def relu(x):
    return max(mpf(0), mpf(x))


def leaky_relu(x, slope=0.01):
    """Return the Leaky ReLU (or PReLU) of one number; slope 0 is the ReLU."""
    return mpf(x) if x > 0 else mpf(slope) * mpf(x)


def elu(x, alpha=1.0):
    return mpf(x) if x > 0 else mpf(alpha) * (mpmath.exp(mpf(x)) - 1)


def softplus(x):
    return mpmath.log(1 + mpmath.exp(mpf(x)))


def silu(x):
    return mpf(x) * sigmoid(x)


def gelu(x):
    """With the digits that its derivative needs: the normal distribution at all of `DIGITS` takes long."""
    with mpmath.workdps(ORDINARY):
        return mpf(x) * mpmath.ncdf(mpf(x))


def gelu_tanh(x):
    x = mpf(x)
    return x / 2 * (1 + mpmath.tanh(mpmath.sqrt(2 / mpmath.pi) * (x + mpf("0.044715") * x**3)))


ELEMENTWISE = {
    "identity": identity, "step": step, "sigmoid": sigmoid, "tanh": tanh, "relu": relu, "leaky_relu": leaky_relu,
    "elu": elu, "softplus": softplus, "silu": silu, "gelu": gelu,
}
CORNERED = ("step", "relu", "leaky_relu")


def slope(name, x):
    """Return the derivative of the activation `name` at x, at a corner that of the left side."""
    return (left_derivative if name in CORNERED else derivative)(ELEMENTWISE[name], x)


def softmax(row):
    """Return e^x_i over the sum of all e^x_j, as the formula stands."""
    exponentials = [mpmath.exp(mpf(x)) for x in row]
    total = mpmath.fsum(exponentials)
    return [e / total for e in exponentials]


def log_softmax(row):
    return [mpmath.log(s) for s in softmax(row)]


def softmax_jacobian(row):
    return jacobian(softmax, row)


def log_softmax_jacobian(row):
    return jacobian(log_softmax, row)


def complex_sigmoid(z):
    return 1 / (1 + cmath.exp(-z))


def complex_softmax(x, i):
    """Return one softmax output of complex numbers."""
    return cmath.exp(x[i]) / sum(map(cmath.exp, x))
