"""Losses, each as the sum over samples and elements of a term and a divisor, and their gradients by differentiation.

`y_true` and `y_pred` are nested lists or arrays with any number of axes. The classes of a categorical loss are on the
last axis, and all others are samples.
"""

import mpmath
import numpy as np
from mpmath import mpf

from oracle.activations import sigmoid, softmax
from oracle.differentiation import derivative, gradient
from oracle.precision import DIGITS, precisely


def _xlogy(x, y):
    return mpf(0) if x == 0 else x * mpmath.log(y)


def _binary(t, p):
    return -_xlogy(t, p) - _xlogy(1 - t, 1 - p)


def huber_term(t, p, delta=1):
    error = abs(p - t)
    return error**2 / 2 if error <= delta else delta * (error - mpf(delta) / 2)


# name: the term of one element, the divisor
ELEMENTS, SAMPLES, ONE = "elements", "samples", "one"
TERMS = {
    "mean_squared_error": (lambda t, p: (p - t) ** 2, ELEMENTS),
    "sum_squared_error": (lambda t, p: (p - t) ** 2, ONE),
    "half_sum_squared_error": (lambda t, p: (p - t) ** 2 / 2, ONE),
    "mean_absolute_error": (lambda t, p: abs(p - t), ELEMENTS),
    "huber": (huber_term, ELEMENTS),
    "binary_crossentropy": (_binary, ELEMENTS),
    "categorical_crossentropy": (lambda t, p: -_xlogy(t, p), SAMPLES),
    "hinge": (lambda t, p: max(mpf(0), 1 - t * p), ELEMENTS),
}


def _binary_of_logit(t, z):
    return _binary(t, sigmoid(z))


def _categorical_of_logits(t, z):
    return -mpmath.fsum(_xlogy(ti, s) for ti, s in zip(t, softmax(z), strict=True))


def _crammer_singer(t, s):
    """The definition of Crammer and Singer: the true class takes no part in the maximum."""
    label = t.index(1)
    return max(mpf(0), 1 + max(sj for j, sj in enumerate(s) if j != label) - s[label])


# name: the term of one sample, a row
ROWS = {
    "categorical_crossentropy, logits": _categorical_of_logits,
    "categorical_hinge": _crammer_singer,
}
NAMES = [*TERMS, "binary_crossentropy, logits", *ROWS]


def divisor(name, shape):
    """Return what the sum over all elements is divided by."""
    elements = int(np.prod(shape, dtype=int))
    kind = SAMPLES if name in ROWS else TERMS[name.split(",")[0]][1]
    return {ELEMENTS: elements, SAMPLES: elements // (shape[-1] if shape else 1), ONE: 1}[kind]


def _pieces(name, y_true, y_pred):
    """Return the term, and pairs of what it takes: elements or rows, with all axes but the last made one."""
    t, p = np.asarray(y_true, dtype=np.float64), np.asarray(y_pred, dtype=np.float64)
    assert t.shape == p.shape
    if name in ROWS:
        table = zip(t.reshape(-1, t.shape[-1]).tolist(), p.reshape(-1, p.shape[-1]).tolist(), strict=True)
        return ROWS[name], [([mpf(x) for x in a], [mpf(x) for x in b]) for a, b in table], p.shape
    term = _binary_of_logit if name == "binary_crossentropy, logits" else TERMS[name][0]
    return term, [(mpf(a), mpf(b)) for a, b in zip(t.ravel().tolist(), p.ravel().tolist(), strict=True)], p.shape


def loss(name, y_true, y_pred, digits=DIGITS):
    """Return the loss of whole arrays."""
    term, pairs, shape = _pieces(name, y_true, y_pred)
    return precisely(lambda: mpmath.fsum(term(t, p) for t, p in pairs), digits=digits) / divisor(name, shape)


def loss_gradient(name, y_true, y_pred, digits=DIGITS):
    """Return the gradient by `y_pred`, an array of its shape, each term differentiated numerically."""
    term, pairs, shape = _pieces(name, y_true, y_pred)
    differentiate = gradient if name in ROWS else derivative
    slopes = [differentiate(lambda q, t=t: term(t, q), p, digits) for t, p in pairs]
    return (np.array(slopes, dtype=object) / divisor(name, shape)).reshape(shape)
