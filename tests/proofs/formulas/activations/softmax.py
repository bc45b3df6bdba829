"""The formulas of the page about softmax."""

import mpmath

from dlnotes import activations, losses
from oracle import formulas as oracle
from press.formula.meanings import Function, Of, OneHot, Reals, Running, Vector
from press.formula.page import Meaning


def squared_error_by_logits(t, x):
    s = activations.softmax(x)
    return losses.mean_squared_error_gradient(t, s) @ activations.softmax_jacobian(x)


def certainly_wrong():
    """s - t for a prediction that is as good as certain, and wrong: nearly all on the first class, the target the last."""
    return oracle.softmax(oracle.array(map(mpmath.mpf, (300, 0, -300)))) - oracle.array(map(mpmath.mpf, (0, 0, 1)))


MEANING = Meaning(
    {
        "x": Vector(4, -3, 3),
        "s": Of(lambda x: oracle.softmax(x), code=activations.softmax, slopes={"x": activations.softmax_jacobian}),
        "t": OneHot(4),
        "K": 4,
        "T": Reals(0.1, 10),
        "L": Of(
            lambda t, x: oracle.cross_entropy(t, x),
            code=lambda t, x: losses.categorical_crossentropy([t], [x], from_logits=True),
            slopes={"x": lambda t, x: losses.categorical_crossentropy_gradient([t], [x], from_logits=True)[0]},
        ),
        "M": Of(
            lambda t, s: oracle.mean_squared_error(t, s),
            code=losses.mean_squared_error,
            slopes={"x": Of(squared_error_by_logits)},
        ),
        "i": Running(), "j": Running(),
    },
    sections={"sigmoid": {"x": Reals(-20, 20), r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid)}},
    values={
        "(1, 0, -1)": Of(certainly_wrong),
        r"\sqrt{2}": Of(lambda: mpmath.norm(certainly_wrong().tolist())),
        # softmax of these logits is 6 : 3 : 1
        **{rf"\log {n}": Of(lambda n=n: mpmath.asinh((mpmath.mpf(n) - mpmath.mpf(1) / n) / 2)) for n in (6, 3, 1)},
    },
)  # fmt: skip
