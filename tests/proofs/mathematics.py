"""Mathematics written out a second time, in mpmath at 50 digits and in plain complex arithmetic, apart from dlnotes."""

import cmath

import mpmath
from mpmath import mpf

STEP = 1e-30                # of the complex step: far below rounding, since nothing is subtracted
DIFFERENCE = mpf("1e-12")   # of the central difference: its error is of the order of the square


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


def rounded(compute):
    """Return what `compute` gives when every operation is rounded to float64's 53 bits."""
    with mpmath.workprec(53):
        return compute()


def central_difference(f, x, h=DIFFERENCE):
    """Return f'(x) as (f(x + h) - f(x - h)) / 2h, in 50 digits."""
    return (f(x + h) - f(x - h)) / (2 * h)


def forward(weights, x, biases=(0, 0), f=sigmoid):
    """Return h1, h2, o1, o2 of a 2-2-2 network for the weights w1..w8, in scalars of any kind."""
    w1, w2, w3, w4, w5, w6, w7, w8 = weights
    h1, h2 = f(w1 * x[0] + w2 * x[1] + biases[0]), f(w3 * x[0] + w4 * x[1] + biases[0])
    return h1, h2, f(w5 * h1 + w6 * h2 + biases[1]), f(w7 * h1 + w8 * h2 + biases[1])


def half_squared_error(weights, x, targets, biases=(0, 0), f=sigmoid):
    """Return half the sum of the squared errors of that network."""
    _, _, o1, o2 = forward(weights, x, biases, f)
    return ((o1 - targets[0]) ** 2 + (o2 - targets[1]) ** 2) / 2


def partials(error, weights):
    """Return dE/dw of every weight by central differences in 50 digits."""
    def along(place):
        return lambda w: error([*weights[:place], w, *weights[place + 1:]])

    return [central_difference(along(place), weight) for place, weight in enumerate(weights)]


def complex_partials(error, weights):
    """Return dE/dw of every weight by the complex step."""
    def along(place):
        return lambda w: error([*weights[:place], w, *weights[place + 1:]])

    return [complex_step(along(place), float(weight)) for place, weight in enumerate(weights)]


def chain_rule(weights, x, targets, biases=(0, 0)):
    """Return dE/dw1..dE/dw8 and dE/db of h1, h2, o1, o2, every path written out."""
    h1, h2, o1, o2 = forward(weights, x, biases)
    _, _, _, _, w5, w6, w7, w8 = weights
    d1, d2 = (o1 - targets[0]) * o1 * (1 - o1), (o2 - targets[1]) * o2 * (1 - o2)
    e1, e2 = (d1 * w5 + d2 * w7) * h1 * (1 - h1), (d1 * w6 + d2 * w8) * h2 * (1 - h2)
    return [e1 * x[0], e1 * x[1], e2 * x[0], e2 * x[1], d1 * h1, d1 * h2, d2 * h1, d2 * h2], [e1, e2, d1, d2]
