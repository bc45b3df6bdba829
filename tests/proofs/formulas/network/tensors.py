"""The formulas of the page about tensors."""

import mpmath
import numpy as np

from dlnotes.network import weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Matrix, Of, Running, Vector
from press.formula.page import Meaning

MEANING = Meaning(
    {
        "a": Matrix(3, 4),
        "s": Of(
            lambda a: [mpmath.fsum(row[column] for row in a) for column in range(4)],
            code=lambda a: np.sum(a, axis=0),
        ),
        "x": Matrix(4, 3), "w": Matrix(2, 3), "b": Vector(2),
        "z": Of(
            lambda x, w, b: [[oracle.dot(sample, unit) + c for unit, c in zip(w, b, strict=True)] for sample in x],
            code=lambda x, w, b: weighted_sum(x, w, b),
        ),
        "i": Running(), "j": Running(),
    },
)  # fmt: skip
