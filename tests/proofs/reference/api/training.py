"""What the formulas in the docstrings of dlnotes.training mean."""

import mpmath
import numpy as np

from dlnotes.training import gradient_descent, iterations_per_epoch
from oracle import formulas as oracle
from oracle import optimizers
from press.formula.meanings import Function, Of, Reals, Whole
from press.formula.page import Meaning

SCOPE = {
    "N": Whole(1, 500, extremes=(60, 2000, 2050)), "B": Whole(1, 40, extremes=(20, 200, 200)),
    "x": Reals(-3, 3), r"\eta": Reals(0.1, 2), "f": Function(mpmath.sin),
    r"x \leftarrow": Of(
        lambda x, eta: next(optimizers.sgd(x, [mpmath.cos(x)], eta)),
        code=lambda x, eta: gradient_descent(np.cos, x, eta, steps=1)[1],
    ),
}  # fmt: skip


def batches(drop_last):
    return Of(
        lambda N, B: oracle.batches(N, B, drop_last), code=lambda N, B: iterations_per_epoch(int(N), int(B), drop_last),
    )  # fmt: skip


MEANINGS = {
    "iterations_per_epoch": Meaning(
        SCOPE,
        values={r"\lceil \frac{N}{B} \rceil": batches(drop_last=False), r"\lfloor \frac{N}{B} \rfloor": batches(drop_last=True)},
    ),
}
