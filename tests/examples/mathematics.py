"""Mathematics written out a second time, in mpmath at 50 digits and in plain complex arithmetic, apart from dlnotes."""

import cmath

import mpmath
from mpmath import mpf

STEP = 1e-30        # of the complex step: far below rounding, since nothing is subtracted


def numbers(values):
    """Return mpmath numbers with exactly the values of an array."""
    return [mpf(float(value)) for value in values]


def sigmoid(x):
    """Return 1 / (1 + e^-x) at 50 digits."""
    return 1 / (1 + mpmath.exp(-x))


def sigmoid_derivative(x):
    """Return the derivative as e^-x / (1 + e^-x)^2: the quotient rule, not y(1 - y)."""
    return mpmath.exp(-x) / (1 + mpmath.exp(-x)) ** 2


def complex_sigmoid(z):
    """Return the sigmoid of a complex number."""
    return 1 / (1 + cmath.exp(-z))


def complex_step(f, x):
    """Return f'(x) as the imaginary part of f(x + ih) / h."""
    return f(complex(x, STEP)).imag / STEP


def central_difference(f, x, h=mpf("1e-12")):
    """Return f'(x) as (f(x + h) - f(x - h)) / 2h, in 50 digits."""
    return (f(x + h) - f(x - h)) / (2 * h)
