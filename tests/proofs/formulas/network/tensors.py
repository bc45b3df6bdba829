"""The formulas of the page about tensors."""

import mpmath
import numpy as np

from dlnotes.network import weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Matrix, Of, Running, Vector
from press.formula.page import Meaning

A, B = [[1, 2], [3, 4]], [[5, 0], [-1, 2]]
COUNTED = [[0, 1, 2], [3, 4, 5]]
SUMMED = [[1, 2, 3], [4, 5, 6]]


def columns(matrix):
    return [[row[place] for row in matrix] for place in range(len(matrix[0]))]


def products(A, B):
    """The matrix product, row by column."""
    return [[oracle.dot(row, column) for column in columns(B)] for row in A]


def pairs(A, B):
    return [[p * q for p, q in zip(*rows, strict=True)] for rows in zip(A, B, strict=True)]


def sums(A):
    return [mpmath.fsum(column) for column in columns(A)]


PRODUCT = Of(products, code=lambda A, B: A @ B)
BY_HAND = {"A": A, "B": B}
BATCH = {
    "X": [[1, 0], [0, 1], [1, 1], [2, 1]], "W": [[1, 2], [3, -1], [0, 1]], "b": [10, 20, 30],
}  # fmt: skip

MEANING = Meaning(
    {
        "A": Matrix(3, 4), "B": Matrix(4, 2), "P": PRODUCT,
        "s": Of(sums, code=lambda A: np.sum(A, axis=0)),
        "X": Matrix(4, 3), "W": Matrix(2, 3), "b": Vector(2),
        "Z": Of(
            lambda X, W, b: [[oracle.dot(sample, unit) + c for unit, c in zip(W, b, strict=True)] for sample in X],
            code=lambda X, W, b: weighted_sum(X, W, b),
        ),
        "i": Running(), "j": Running(), "k": Running(), "m": 3, "n": 4, "p": 2,
    },
    sections={
        "element-wise": {"A": Matrix(2, 3), "B": Matrix(2, 3), "D": Of(pairs, code=lambda A, B: A * B)},
        "transpose": {"A": Matrix(2, 3), "T": Of(lambda A: columns(A), code=lambda A: A.T)},
    },
    formulas={
        r"""\begin{aligned} A \odot B &= \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \odot \begin{pmatrix} 5 & 0 \\ -1 & 2
        \end{pmatrix} \\ &= \begin{pmatrix} 1 \cdot 5 & 2 \cdot 0 \\ 3 \cdot (-1) & 4 \cdot 2 \end{pmatrix} \\
        &= \begin{pmatrix} 5 & 0 \\ -3 & 8 \end{pmatrix} \end{aligned}""": BY_HAND,
        r"""\begin{aligned} P_{11} &= 1 \cdot 5 + 2 \cdot (-1) = 3 \\ P_{12} &= 1 \cdot 0 + 2 \cdot 2 = 4 \\
        P_{21} &= 3 \cdot 5 + 4 \cdot (-1) = 11 \\ P_{22} &= 3 \cdot 0 + 4 \cdot 2 = 8 \end{aligned}""": BY_HAND,
        r"""A^\top = \begin{pmatrix} 0 & 1 & 2 \\ 3 & 4 & 5 \end{pmatrix}^\top = \begin{pmatrix} 0 & 3 \\ 1 & 4 \\ 2 & 5
        \end{pmatrix}""": {"A": COUNTED},
        r"""\begin{aligned} s_1 &= 1 + 4 = 5 \\ s_2 &= 2 + 5 = 7 \\ s_3 &= 3 + 6 = 9 \end{aligned}""": {"A": SUMMED},
        r"""\begin{aligned} Z_{11} &= 1 \cdot 1 + 0 \cdot 2 + 10 = 11 \\ Z_{12} &= 1 \cdot 3 + 0 \cdot (-1) + 20 = 23 \\
        Z_{13} &= 1 \cdot 0 + 0 \cdot 1 + 30 = 30 \end{aligned}""": BATCH,
    },
)  # fmt: skip
