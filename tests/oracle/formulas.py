"""Mathematics from the definitions, in mpmath, apart from dlnotes: what the symbols of the formulas stand for.

Numbers are mpmath numbers, vectors and matrices are object arrays of them. Where a page's formula is itself the definition,
a function is written in another way here, so that a slip in the formula cannot hide.
"""

from functools import cache

import mpmath
import numpy as np
from mpmath import mpf

DIGITS, STEP = 110, "1e-25"


def array(values):
    return np.array(list(values), dtype=object)


def entries(f, x):
    return array(f(v) for v in x)


def dot(a, b):
    return mpmath.fsum(u * v for u, v in zip(a, b, strict=True))


def matvec(matrix, x):
    return array(dot(row, x) for row in matrix)


def sigmoid(x):
    """The logistic function as half a hyperbolic tangent: not the formula of the pages."""
    return (1 + mpmath.tanh(x / 2)) / 2


def sigmoid_slope(x):
    """1 / (4 cosh^2(x/2)): neither the quotient rule nor y(1 - y)."""
    return 1 / (4 * mpmath.cosh(x / 2) ** 2)


def tanh_slope(x):
    return mpmath.sech(x) ** 2


def step(x):
    return mpf(1) if x > 0 else mpf(0)


def relu(x):
    return (x + abs(x)) / 2


def leaky_relu(x, alpha):
    """Both sides as one: no case distinction."""
    return (1 + alpha) / 2 * x + (1 - alpha) / 2 * abs(x)


def softmax(x):
    """1 over the sum of e^(x_j - x_i)."""
    return array(1 / mpmath.fsum(mpmath.exp(b - a) for b in x) for a in x)


def cross_entropy(t, x):
    """From the logits: log of the sum of exponentials, minus the logit of the target."""
    return dot(t, array(mpmath.log(mpmath.fsum(map(mpmath.exp, x))) - v for v in x))


def mean_squared_error(t, s):
    return mpmath.fsum((a - b) ** 2 for a, b in zip(t, s, strict=True)) / len(t)


def half_squared_error(t, o):
    return mpmath.fsum((a - b) ** 2 for a, b in zip(t, o, strict=True)) / 2


def fires(w, x, b):
    """Whether a perceptron answers 1."""
    return dot(w, x) + b > 0


def rosenblatt(w, b, x, t, eta):
    """The perceptron's rule in words: after a 0 that should be 1 add, after a 1 that should be 0 subtract."""
    answer = fires(w, x, b)
    direction = 0 if answer == bool(t) else 1 if t else -1
    return array(v + direction * eta * u for v, u in zip(w, x, strict=True)), b + direction * eta


def gradient(f, x):
    """The derivatives of a number by all entries of a vector, by central differences in 110 digits."""
    with mpmath.workdps(DIGITS):
        h = mpf(STEP)

        def at(place, by):
            moved = x.copy()
            moved[place] += by
            return f(moved)

        return array((at(k, h) - at(k, -h)) / (2 * h) for k in range(len(x)))


def boundary(answer, low=-10, high=10):
    """The place where an answer turns from no to yes, by halving."""
    low, high = mpf(low), mpf(high)
    while high - low > mpf("1e-45"):
        middle = (low + high) / 2
        low, high = (low, middle) if answer(middle) else (middle, high)
    return high


@cache
def maximum(f, low, high):
    """The place of the maximum between two bounds, where the slope turns negative."""
    def falls(x):
        with mpmath.workdps(DIGITS):
            return f(x + mpf("1e-30")) < f(x - mpf("1e-30"))

    return mpmath.nint(boundary(falls, low, high) * mpf("1e25")) / mpf("1e25")


def forward(weights, x, f):
    """The weighted sums of layers without biases, by their number."""
    sums, output = {}, x
    for number in sorted(weights):
        sums[number] = matvec(weights[number], output)
        output = entries(f, sums[number])
    return sums


def through(weights, number, z, f):
    """The output of the last layer, if the weighted sums of one layer are z."""
    output = entries(f, z)
    for later in range(number + 1, max(weights) + 1):
        output = entries(f, matvec(weights[later], output))
    return output


@cache
def half_of_squares():
    """E[relu(u)^2] of a standard normal u, by integration: the share of the variance that ReLU lets through."""
    return mpmath.quad(lambda u: relu(u) ** 2 * mpmath.npdf(u), [-mpmath.inf, 0, mpmath.inf])


def preserving_sample(inputs):
    """Equally likely weights whose layers with ReLU keep the mean square: n Var(w) E[relu(u)^2] = 1."""
    spread = mpmath.sqrt(1 / (inputs * half_of_squares()))
    return array((spread, -spread))


def batches(samples, size, drop_last):
    """Count batches by taking them away one by one."""
    count = 0
    while samples >= size or (samples > 0 and not drop_last):
        samples, count = samples - size, count + 1
    return count


def normal_share(x):
    """The complement of erf, not 1 + erf."""
    return mpmath.erfc(-x / mpmath.sqrt(2)) / 2


def normal_density(x):
    return mpmath.npdf(x)


def silu(x):
    return x * (1 + mpmath.tanh(x / 2)) / 2


def gelu(x):
    return x * normal_share(x)


def softplus(x):
    """From the even part: neither the formula of the pages nor its stable form."""
    return x / 2 + mpmath.log(2 * mpmath.cosh(x / 2))


def elu(x, alpha):
    """Both sides as one: no case distinction."""
    return (x + abs(x)) / 2 + alpha * mpmath.expm1((x - abs(x)) / 2)


def lowest_of_silu():
    """By Lambert's function: 1 + e^m = -m means w e^w = 1/e with w = -m - 1."""
    return -1 - mpmath.lambertw(mpmath.exp(-1)).real
