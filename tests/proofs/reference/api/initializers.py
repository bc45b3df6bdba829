"""What the formulas in the docstrings of dlnotes.initializers mean."""

import mpmath
import numpy as np

from dlnotes import activations, initializers
from oracle import formulas as oracle
from press.formula.meanings import Function, Of, Whole
from press.formula.page import Meaning


class Widest:
    """A generator that draws the largest number that it may, on one side or the other."""

    def uniform(self, low, high, size):
        return np.resize([low, high], size)

    def normal(self, mean, spread, size):
        return mean + spread * np.resize([1.0, -1.0], size)


def keeping(fan):
    """The variance v of the weights with which the sum of so many equal inputs is as large as one of them."""
    return oracle.boundary(lambda v: sum(v for _ in range(int(fan))) >= 1, 0, 2)


def between(n, m):
    """The variance between what keeps the size forward and what keeps it back: that of a fan between the two."""
    return 2 * keeping(n + m)


def half_width(n, m):
    """Half the width of an interval of that variance: that of -1 to 1 is integrated."""
    return mpmath.sqrt(between(n, m) / mpmath.quad(lambda u: u * u / 2, [-1, 1]))


SCOPE = {
    "n": Whole(1, 9), "m": Whole(1, 9),
    "r": Of(half_width, "n", "m", code=lambda n, m: initializers.glorot_uniform((int(m), int(n)), Widest()).max()),
    r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
    "f": Function(mpmath.tanh, code=activations.tanh, code_slope=activations.tanh_derivative),
}  # fmt: skip

MEANINGS = {
    "glorot_uniform": Meaning(SCOPE, values={r"\frac{1}{n}": Of(keeping, "n"), r"\frac{1}{m}": Of(keeping, "m")}),
    "he_normal": Meaning(
        SCOPE,
        values={
            r"\frac{2}{n}": Of(
                lambda n: 1 / (n * oracle.half_of_squares()),
                code=lambda n: initializers.he_normal((2, int(n)), Widest()).var(),
            ),
        },
    ),
}  # fmt: skip
