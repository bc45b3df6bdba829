"""The formulas of the page about softmax."""

import mpmath
import numpy as np

from dlnotes import activations, losses
from oracle import formulas as oracle
from press.formula.meanings import Function, Of, OneHot, Reals, Running, Vector, Whole
from press.formula.page import Meaning

ANIMALS = [2, 1, -1]


def squared_error_by_logits(t, x):
    s = activations.softmax(x)
    return losses.mean_squared_error_gradient(t, s) @ activations.softmax_jacobian(x)


def certainly_wrong():
    """s - t for a prediction that is as good as certain, and wrong: nearly all on the first class, the target the last."""
    return oracle.softmax(oracle.array(map(mpmath.mpf, (300, 0, -300)))) - oracle.array(map(mpmath.mpf, (0, 0, 1)))


def cross_entropy(t, x):
    return losses.categorical_crossentropy([t], [x], from_logits=True)


def place(t):
    """The number of the right class."""
    return next(number for number, value in enumerate(t, 1) if value)


TWO_CLASSES = {"i": Whole(1, 4), "j": Whole(1, 4)}

MEANING = Meaning(
    {
        "x": Vector(4, -3, 3),
        "s": Of(lambda x: oracle.softmax(x), code=activations.softmax, slopes={"x": activations.softmax_jacobian}),
        "S": Of(lambda x: mpmath.fsum(mpmath.exp(v) for v in reversed(list(x)))),
        "m": Of(lambda x: sorted(x)[-1]),
        "c": Reals(-5, 5),
        "t": OneHot(4),
        "r": Of(place),
        "K": 4,
        "T": Reals(0.1, 10),
        "L": Of(
            lambda t, x: oracle.cross_entropy(t, x),
            code=cross_entropy,
            slopes={"x": lambda t, x: losses.categorical_crossentropy_gradient([t], [x], from_logits=True)[0]},
        ),
        "M": Of(
            lambda t, s: oracle.mean_squared_error(t, s),
            code=losses.mean_squared_error,
            slopes={"x": Of(squared_error_by_logits)},
        ),
        "i": Running(), "j": Running(), "k": Running(),
    },
    sections={
        "by-hand": {"x": ANIMALS},
        "sigmoid": {"x": Vector(2, -20, 20), r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid)},
        "temperature": {
            "s": Of(
                lambda x, T: oracle.softmax(oracle.array(v / T for v in x)),
                code=lambda x, T: activations.softmax(np.asarray(x) / T),
            ),
        },
    },
    formulas={
        r"\begin{aligned} \frac{\partial s_i}{\partial x_j} &= \frac{0 \cdot S - e^{x_i} e^{x_j}}{S^2} \\ "
        r"&= -\frac{e^{x_i}}{S} \cdot \frac{e^{x_j}}{S} \\ &= -s_i s_j \end{aligned}": {
            **TWO_CLASSES, r"\given": r"i \ne j",
        },
        r"\delta_{ij} = \begin{cases} 1 & \text{if } i = j \\ 0 & \text{if } i \ne j \end{cases}": TWO_CLASSES,
        "t = (0, 0, 1)": {"t": Of(lambda: [mpmath.mpf(n == 2) for n in range(3)])},
    },
    values={
        "(1, 0, -1)": Of(certainly_wrong),
        # softmax of these logits is 6 : 3 : 1
        **{rf"\ln {n}": Of(lambda n=n: mpmath.asinh((mpmath.mpf(n) - mpmath.mpf(1) / n) / 2)) for n in (6, 3, 1)},
        # the diagonal of the Jacobian, and the rest
        "s_i(1 - s_i)": r"\frac{\partial s_i}{\partial x_i}",
        r"s_i(\delta_{ij} - s_j)": r"\frac{\partial s_i}{\partial x_j}",
    },
)  # fmt: skip
