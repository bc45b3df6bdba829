"""The formulas of the page about the sigmoid."""

import mpmath

from dlnotes import activations, losses
from oracle import formulas as oracle
from press.formula.meanings import Choice, Function, Of, Reals
from press.formula.page import Meaning

STEEPEST = Of(lambda: oracle.maximum(oracle.sigmoid_slope, -3, 2))
HALF = Of(lambda: oracle.boundary(lambda x: oracle.sigmoid_slope(x) < oracle.sigmoid_slope(0) / 2, 0, 9))
SURE = Of(lambda: oracle.boundary(lambda x: oracle.sigmoid(3 * x) > mpmath.mpf("0.9"), 0, 9))
NEAR = {r"\approx": "2e-7"}


def product(y):
    return y * (1 - y)


def pull(y):
    """How hard the squared error pulls toward the target 1, but for the factor 2."""
    return product(y) * (1 - y)


def squared_error(y, t):
    return abs(y - t) ** 2


def cross_entropy(x, t):
    """From the input of the sigmoid: ln(1 + e^x) - t x."""
    return mpmath.log(1 + mpmath.exp(x)) - t * x


def gradient(x, t):
    return losses.binary_crossentropy_gradient([t], [x], from_logits=True)[0]


MEANING = Meaning(
    {
        "x": Reals(-20, 20, extremes=(0,)),
        "y": Of(lambda x: oracle.sigmoid(x), code=activations.sigmoid, slopes={"x": activations.sigmoid_derivative}),
        r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
        "u": Reals(0.5, 4), "f": Function(lambda u: mpmath.power(u, -1)),
        "g": Function(lambda x: 1 / oracle.sigmoid(x), code=lambda x: 1 / activations.sigmoid(x)),
        "t": Choice(0, 1),
        "M": Of(squared_error, code=lambda y, t: losses.mean_squared_error([t], [y])),
        "L": Of(
            cross_entropy, code=lambda x, t: losses.binary_crossentropy([t], [x], from_logits=True), slopes={"x": gradient},
        ),
    },
    sections={
        # the code's loss of a probability, as the page writes it, has lost its digits where y is 0 or 1 but for rounding
        "confidently-wrong": {"x": Reals(-6, 6, extremes=(0,))},
        "by-hand": {"x": 2, **NEAR},
    },
    formulas={
        r"y = \frac{1}{2}": {"y": Of(lambda: oracle.maximum(product, 0, 1))},
        "x = 0": {"x": STEEPEST},
        "x = 0.25": {"x": STEEPEST, r"\not": True},
        r"\begin{aligned} 2\,(y - t)\,y\,(1 - y) &\approx 2 \cdot (-0.99330715) \cdot 0.00669285 \cdot 0.99330715 \\"
        r" &\approx -0.01320712 \\ y - t &\approx -0.99330715 \end{aligned}": {"x": -5, "t": 1, **NEAR},
        r"y(1-y) = \frac{1}{8}": {"x": HALF},
        r"(y - \frac{1}{2})^2 = \frac{1}{8}": {"x": HALF},
        r"y = \frac{2 + \sqrt{2}}{4}": {"x": HALF},
        r"x = \ln(3 + \sqrt{8})": {"x": HALF},
        r"\begin{aligned} y\,(1 - y) &\approx 0.88079708 \cdot 0.11920292 \\ &\approx 0.1049936 \end{aligned}": {"x": 2, **NEAR},
        r"L = -\ln y": {"t": 1},
        r"L = -\ln(1 - y)": {"t": 0},
        r"3x = \ln \frac{0.9}{0.1} = \ln 9": {"x": SURE},
        r"\sigma(3x) = 0.9": {"x": SURE},
        r"x = \frac{\ln 9}{3} \approx 0.732": {"x": SURE},
        r"y = \frac{1}{3}": {"y": Of(lambda: oracle.maximum(pull, 0, 1))},
        r"x \ge 0": {r"\iff": [Of(lambda x: mpmath.exp(-x) <= 1)]},
        r"e^{-x} \le 1": {r"\iff": [Of(lambda x: x >= 0)]},
        r"e^x < 1": {r"\iff": [Of(lambda x: x < 0)]},
    },
    values={
        r"y(1-y)": Of(lambda x: oracle.sigmoid_slope(x), code=activations.sigmoid_derivative),
        r"y\,(1 - y)": Of(lambda x: oracle.sigmoid_slope(x), code=activations.sigmoid_derivative),
        r"y\,(1 - y)^2": Of(lambda y: pull(y)),
        r"\sigma(3x)": Of(lambda x: oracle.sigmoid(3 * x), code=lambda x: activations.sigmoid(3 * x)),
        r"1 - y": Of(lambda x: oracle.sigmoid(-x), code=lambda x: activations.sigmoid(-x)),
        r"1 - \sigma(x)": Of(lambda x: oracle.sigmoid(-x), code=lambda x: activations.sigmoid(-x)),
        r"\sigma(3)": Of(lambda: 1 / (1 + mpmath.exp(-3))),
        r"\sigma(-3)": Of(lambda: 1 - 1 / (1 + mpmath.exp(-3))),
    },
)
