"""The mathematics of dlnotes at 50 digits, from the definitions, sharing no code with the package.

Everything takes Python floats (converted exactly) and returns mpmath numbers or nested lists of them. Where a
definition cancels, the working precision is raised until 50 digits survive, not the formula rearranged.
"""

import math

import mpmath as mp
import numpy as np

mp.mp.dps = 50
CANCELLATION = 900  # digits: enough for 1 - x with x as near to 1 as exp(-2000)


def exact(values):
    """Nested lists of floats as nested lists of mpmath numbers."""
    array = np.asarray(values)
    return mp.mpf(float(array)) if array.ndim == 0 else [exact(part) for part in array]


def ulps(computed, expected):
    """Largest error, in units in the last place of the expected value as float64."""
    computed, expected = np.asarray(computed, dtype=np.float64), np.asarray(expected, dtype=object)
    assert computed.shape == expected.shape, f"{computed.shape} against {expected.shape}"
    worst = mp.mpf(0)
    for c, e in zip(computed.ravel(), expected.ravel(), strict=True):
        if math.isinf(c) or mp.isinf(e):
            assert mp.mpf(float(c)) == e, f"{c} against {e}"
            continue
        worst = max(worst, abs(mp.mpf(float(c)) - e) / mp.mpf(math.ulp(float(e))))
    return float(worst)


def sigmoid(x):
    with mp.workdps(CANCELLATION):
        return 1 / (1 + mp.exp(-mp.mpf(x)))


def sigmoid_derivative(x):
    with mp.workdps(CANCELLATION):
        y = sigmoid(x)
        return y * (1 - y)


def tanh(x):
    with mp.workdps(CANCELLATION):
        x = mp.mpf(x)
        return (mp.exp(x) - mp.exp(-x)) / (mp.exp(x) + mp.exp(-x))


def tanh_derivative(x):
    with mp.workdps(CANCELLATION):
        return 1 - tanh(x) ** 2


def identity(x):
    return mp.mpf(x)


def identity_derivative(x):
    return mp.mpf(1)


def step(x):
    return mp.mpf(1 if x > 0 else 0)


def step_derivative(x):
    return mp.mpf(0)


def relu(x):
    return max(mp.mpf(0), mp.mpf(x))


def relu_derivative(x):
    return mp.mpf(1 if x > 0 else 0)


def leaky_relu(x, slope=0.01):
    return mp.mpf(x) * (1 if x > 0 else mp.mpf(slope))


def leaky_relu_derivative(x, slope=0.01):
    return mp.mpf(1) if x > 0 else mp.mpf(slope)


def softmax(row):
    with mp.workdps(CANCELLATION):
        exponentials = [mp.exp(mp.mpf(float(x))) for x in row]
        total = mp.fsum(exponentials)
        return [e / total for e in exponentials]


def log_softmax(row):
    with mp.workdps(CANCELLATION):
        return [mp.log(s) for s in softmax(row)]


def softmax_jacobian(row):
    with mp.workdps(CANCELLATION):
        s = softmax(row)
        return [[s[i] * ((i == j) - s[j]) for j in range(len(s))] for i in range(len(s))]


def log_softmax_jacobian(row):
    with mp.workdps(CANCELLATION):
        s = softmax(row)
        return [[(i == j) - s[j] for j in range(len(s))] for i in range(len(s))]


# Losses: y_true and y_pred are lists of samples, each a list of numbers. Every loss is written as the sum over
# samples and elements of a term, and a divisor; its gradient by mpmath's own numerical derivative of the term.


def _terms(term, divisor):
    def value(y_true, y_pred):
        pairs = zip(exact(y_true), exact(y_pred), strict=True)
        total = mp.fsum(term(t, p) for true, pred in pairs for t, p in zip(true, pred, strict=True))
        return total / divisor(y_pred)

    def gradient(y_true, y_pred):
        def slope(t, p):
            with mp.workdps(120):
                return mp.diff(lambda q: term(t, q), p, h=mp.mpf(10) ** -50)

        pairs = zip(exact(y_true), exact(y_pred), strict=True)
        return [[slope(t, p) / divisor(y_pred) for t, p in zip(*pair, strict=True)] for pair in pairs]

    return value, gradient


def _elements(y_pred):
    return int(np.size(y_pred))


def _samples(y_pred):
    return len(y_pred)


def _xlogy(x, y):
    return mp.mpf(0) if x == 0 else x * mp.log(y)


LOSSES = {
    "mean_squared_error": _terms(lambda t, p: (p - t) ** 2, _elements),
    "sum_squared_error": _terms(lambda t, p: (p - t) ** 2, lambda y: 1),
    "half_sum_squared_error": _terms(lambda t, p: (p - t) ** 2 / 2, lambda y: 1),
    "mean_absolute_error": _terms(lambda t, p: abs(p - t), _elements),
    "huber": _terms(
        lambda t, p: (p - t) ** 2 / 2 if abs(p - t) <= 1 else abs(p - t) - mp.mpf(1) / 2, _elements
    ),
    "binary_crossentropy": _terms(lambda t, p: -_xlogy(t, p) - _xlogy(1 - t, 1 - p), _elements),
    "categorical_crossentropy": _terms(lambda t, p: -_xlogy(t, p), _samples),
    "hinge": _terms(lambda t, p: max(mp.mpf(0), 1 - t * p), _elements),
}


def binary_crossentropy_logits(y_true, z):
    with mp.workdps(CANCELLATION):
        total = mp.fsum(
            -_xlogy(mp.mpf(t), sigmoid(x)) - _xlogy(1 - mp.mpf(t), 1 - sigmoid(x))
            for t, x in zip(np.ravel(y_true).tolist(), np.ravel(z).tolist(), strict=True)
        )
        return total / np.size(z)


def binary_crossentropy_logits_gradient(y_true, z):
    with mp.workdps(CANCELLATION):
        flat = zip(np.ravel(y_true).tolist(), np.ravel(z).tolist(), strict=True)
        return [(sigmoid(x) - mp.mpf(t)) / np.size(z) for t, x in flat]


def categorical_crossentropy_logits(y_true, z):
    rows = zip(exact(y_true), z, strict=True)
    return -mp.fsum(t * s for true, row in rows for t, s in zip(true, log_softmax(row), strict=True)) / len(z)


def categorical_crossentropy_logits_gradient(y_true, z):
    with mp.workdps(CANCELLATION):
        rows = zip(exact(y_true), z, strict=True)
        return [[(s - t) / len(z) for t, s in zip(true, softmax(row), strict=True)] for true, row in rows]


def categorical_hinge(labels, scores):
    """The definition of Crammer and Singer, with integer labels: the true class takes no part in the maximum."""
    total = mp.mpf(0)
    for label, row in zip(labels, exact(scores), strict=True):
        total += max(mp.mpf(0), 1 + max(s for j, s in enumerate(row) if j != label) - row[label])
    return total / len(labels)
