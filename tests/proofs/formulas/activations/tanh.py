"""The formulas of the page about tanh."""

import mpmath

from dlnotes import activations
from oracle import formulas as oracle
from press.formula.meanings import Function, Matrix, Of, Reals
from press.formula.page import Meaning


def decay(x):
    """e^(-2x) from tanh alone."""
    return (1 - mpmath.tanh(x)) / (1 + mpmath.tanh(x))


MEANING = Meaning(
    {
        "x": Reals(-8, 8, extremes=(0,)),
        r"\tanh": Function(mpmath.tanh, code=activations.tanh, code_slope=activations.tanh_derivative),
        "y": Of(lambda x: mpmath.tanh(x), code=activations.tanh),
        "u": Function(lambda x: 2 * mpmath.sinh(x)),
        "v": Function(lambda x: 2 * mpmath.cosh(x)),
        r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
        "z": Reals(-8, 8, extremes=(0,)),
        "A": Matrix(5, 3),
    },
    sections={"by-hand": {"x": mpmath.mpf("0.5")}},
    formulas={
        r"y = \tanh(z)": {"y": Of(lambda z: mpmath.tanh(z), code=activations.tanh)},
    },
    values={
        "1 - y^2": Of(lambda x: oracle.tanh_slope(x), code=activations.tanh_derivative),
        "e^{-2x}": Of(decay),
        r"e^{-2 \lvert x \rvert}": Of(lambda x: decay(abs(x))),
        r"\frac{4 e^{2x}}{(e^{2x} + 1)^2}": Of(lambda x: oracle.tanh_slope(x), code=activations.tanh_derivative),
    },
)  # fmt: skip
