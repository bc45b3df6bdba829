"""What the formulas in the docstrings of dlnotes.datasets mean."""

import numpy as np

from dlnotes.datasets import noisy_line
from oracle import formulas as oracle
from press.formula.meanings import Of, Reals


class Drawn:
    """A generator that draws one number, and no noise."""

    def __init__(self, number):
        self.number = number

    def uniform(self, low, high, size):
        return np.full(size, self.number)

    def normal(self, mean, spread, size):
        return np.zeros(size)


SCOPE = {
    "x": Reals(-1, 1), "w": Reals(), "c": Reals(),
    "y": Of(
        lambda x, w, c: oracle.dot((x, 1), (w, c)),
        code=lambda x, w, c: noisy_line(1, Drawn(x), slope=w, intercept=c)[1][0, 0],
    ),
}  # fmt: skip
MEANINGS = {}
