"""Exact conversion, working precision, and errors in units in the last place."""

import math

import mpmath
import numpy as np
from mpmath import mpf

DIGITS = 1100  # while something cancels: enough for 1 - x with x as near to 1 as exp(-2000), and for its differences
ORDINARY = 150  # where nothing is nearer to its limit than exp(-40)


def exact(values):
    """Return nested lists of floats as nested lists of mpmath numbers of exactly their values."""
    array = np.asarray(values)
    return mpf(float(array)) if array.ndim == 0 else [exact(part) for part in array]


def numbers(values):
    """Return mpmath numbers with exactly the values of an array."""
    return [mpf(float(value)) for value in values]


def precisely(f, *arguments, digits=DIGITS):
    """Return f of the arguments, computed with so many digits that 50 survive a cancellation."""
    with mpmath.workdps(digits):
        return f(*arguments)


def rounded(compute):
    """Return what `compute` gives when every operation is rounded to float64's 53 bits."""
    with mpmath.workprec(53):
        return compute()


def _pairs(computed, expected):
    computed, expected = np.asarray(computed, dtype=np.float64), np.asarray(expected, dtype=object)
    assert computed.shape == expected.shape, f"{computed.shape} against {expected.shape}"
    return zip(map(float, computed.ravel()), expected.ravel(), strict=True)


def ulps(computed, expected):
    """Return the largest error, in units in the last place of the expected value as float64."""
    worst = mpf(0)
    for c, e in _pairs(computed, expected):
        if math.isinf(c) or mpmath.isinf(e):
            assert mpf(c) == e, f"{c} against {e}"
            continue
        worst = max(worst, abs(mpf(c) - e) / mpf(math.ulp(float(e))))
    return float(worst)


def relative(computed, expected):
    """Return the largest error as a share of the largest expected number: gradients near 0 are differences."""
    pairs = list(_pairs(computed, expected))
    scale = max(abs(e) for _, e in pairs) or 1
    return float(max(abs(mpf(c) - e) for c, e in pairs) / scale)
