"""The formulas of the page about tanh."""

import mpmath

from dlnotes import activations
from oracle import formulas as oracle
from press.formula.meanings import Function, Matrix, Of, Reals
from press.formula.page import Meaning

MEANING = Meaning(
    {
        "x": Reals(-8, 8, extremes=(0,)),
        r"\tanh": Function(mpmath.tanh, code=activations.tanh, code_slope=activations.tanh_derivative),
        "y": Of(lambda x: mpmath.tanh(x), code=activations.tanh),
        r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid),
        "A": Matrix(5, 3),
    },
    values={"1 - y^2": Of(lambda x: oracle.tanh_slope(x), code=activations.tanh_derivative)},
)
