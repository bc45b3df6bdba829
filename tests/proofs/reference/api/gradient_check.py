"""What the formulas in the docstrings of dlnotes.gradient_check mean."""

from dlnotes.gradient_check import central_difference
from press.formula.meanings import Function, Of, Reals, Running
from press.formula.page import Meaning


def cube(x):
    return x**3


def size(x):
    """How far a step of 1 goes: the size of the element, at least 1."""
    return 1 if -1 < x < 1 else x if x > 0 else -x


def distance(x, h):
    """How far from x the function is asked, in steps."""
    asked = []
    central_difference(lambda v: asked.append(float(v)) or 0.0, x, step=h)
    return (max(asked) - min(asked)) / (2 * h)


SCOPE = {"f": Function(cube), "x": Reals(-1, 1), "h": Reals(0.01, 0.5), "i": Running()}

MEANINGS = {
    "central_difference": Meaning(
        SCOPE,
        formulas={r"\max(1, \lvert x \rvert)": {"x": Reals(-4, 4, extremes=(0, 1, -1))}},
        values={
            # of a cube the error is the square of h
            r"\frac{f(x + h) - f(x - h)}{2 h}": Of(
                lambda x, h: 3 * x * x + h * h, code=lambda x, h: central_difference(cube, x, step=h),
            ),
            r"\max(1, \lvert x \rvert)": Of(lambda x, h: size(x), code=distance),
        },
    ),
}  # fmt: skip
