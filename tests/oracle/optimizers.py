"""Each optimizer as its paper or its library writes it, for one weight: yields w after every gradient.

The rate is a number, or one for each gradient.
"""

from itertools import repeat

import mpmath
from mpmath import mpf


def _steps(gradients, rate):
    rates = rate if isinstance(rate, (list, tuple)) else repeat(rate)
    return ((mpf(g), mpf(lr)) for g, lr in zip(gradients, rates, strict=False))


def sgd(start, gradients, rate=0.01):
    w = mpf(start)
    for g, lr in _steps(gradients, rate):
        w -= lr * g
        yield w


def momentum(start, gradients, rate=0.01, mu=0.9):
    w, v = mpf(start), mpf(0)
    for g, lr in _steps(gradients, rate):
        v = mpf(mu) * v - lr * g
        w += v
        yield w


def nag(start, gradients, rate=0.01, mu=0.9):
    w, v = mpf(start), mpf(0)
    for g, lr in _steps(gradients, rate):
        v = mpf(mu) * v - lr * g
        w = w + mpf(mu) * v - lr * g
        yield w


def _root(squares, eps, inside):
    return mpmath.sqrt(squares + mpf(eps)) if inside else mpmath.sqrt(squares) + mpf(eps)


def adagrad(start, gradients, rate=0.001, first=0.1, eps=1e-7, inside=True):
    w, s = mpf(start), mpf(first)
    for g, lr in _steps(gradients, rate):
        s += g * g
        w -= lr * g / _root(s, eps, inside)
        yield w


def rmsprop(start, gradients, rate=0.001, rho=0.9, eps=1e-7, inside=True):
    w, s = mpf(start), mpf(0)
    for g, lr in _steps(gradients, rate):
        s = mpf(rho) * s + (1 - mpf(rho)) * g * g
        w -= lr * g / _root(s, eps, inside)
        yield w


def adam(start, gradients, rate=0.001, b1=0.9, b2=0.999, eps=1e-7, amsgrad=False, hat=True, decay=0.0):
    w, m, v, top = mpf(start), mpf(0), mpf(0), mpf(0)
    b1, b2, eps = mpf(b1), mpf(b2), mpf(eps)
    for t, (g, lr) in enumerate(_steps(gradients, rate), start=1):
        w -= lr * mpf(decay) * w
        m = b1 * m + (1 - b1) * g
        v = b2 * v + (1 - b2) * g * g
        top = max(top, v)
        used = top if amsgrad else v
        if hat:  # the form before section 2.1 of the paper: rate and moments corrected together
            w -= lr * mpmath.sqrt(1 - b2**t) / (1 - b1**t) * m / (mpmath.sqrt(used) + eps)
        else:  # algorithm 1
            w -= lr * (m / (1 - b1**t)) / (mpmath.sqrt(used / (1 - b2**t)) + eps)
        yield w
