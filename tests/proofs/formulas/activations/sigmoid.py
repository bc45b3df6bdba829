"""The formulas of the page about the sigmoid."""

import mpmath

from dlnotes import activations
from oracle import formulas as oracle
from press.formula.meanings import Function, Of, Reals
from press.formula.page import Meaning

STEEPEST = Of(lambda: oracle.maximum(oracle.sigmoid_slope, -3, 2))
HALF = Of(lambda: oracle.boundary(lambda x: oracle.sigmoid_slope(x) < oracle.sigmoid_slope(0) / 2, 0, 9))


def product(y):
    return y * (1 - y)


MEANING = Meaning(
    {
        "x": Reals(-20, 20, extremes=(0,)),
        "y": Of(lambda x: oracle.sigmoid(x), code=activations.sigmoid),
        r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
    },
    formulas={
        r"y = \frac{1}{2}": {"y": Of(lambda: oracle.maximum(product, 0, 1))},
        "x = 0": {"x": STEEPEST},
        "x = 0.25": {"x": STEEPEST, r"\not": True},
        r"y(1-y) = \frac{1}{8}": {"x": HALF},
        r"y = \frac{2 + \sqrt{2}}{4}": {"x": HALF},
        r"x = \ln(3 + \sqrt{8})": {"x": HALF},
    },
    values={
        r"y(1-y)": Of(lambda x: oracle.sigmoid_slope(x), code=activations.sigmoid_derivative),
        r"1 - \sigma(x)": Of(lambda x: oracle.sigmoid(-x), code=lambda x: activations.sigmoid(-x)),
        r"\sigma(3)": Of(lambda: 1 / (1 + mpmath.exp(-3))),
        r"\sigma(-3)": Of(lambda: 1 - 1 / (1 + mpmath.exp(-3))),
    },
)
