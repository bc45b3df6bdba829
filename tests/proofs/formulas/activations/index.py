"""The formulas of the overview of activation functions."""

from dlnotes import activations
from dlnotes.network import Dense, Network, weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Function, Matrix, Of, Reals, Vector
from press.formula.page import Meaning

MEANING = Meaning(
    {
        "w": Vector(2), "x": Vector(2), "b": Reals(),
        "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
        "f": Function(oracle.sigmoid, code=activations.sigmoid),
        "a": Of(lambda z: oracle.sigmoid(z), code=activations.sigmoid),
    },
    sections={
        "linear-layers": {"W": {1: Matrix(3, 2), 2: Matrix(2, 3)}},
        "xor": {
            # the answer of two linear layers at a point
            "W": {1: Matrix(3, 2), 2: Matrix(1, 3)}, "b": {1: Vector(3), 2: Vector(1)},
            "y": Of(
                lambda W, b: lambda p, q: sum(
                    v * (row[0] * p + row[1] * q + c) for v, row, c in zip(W[2][0], W[1], b[1], strict=True)
                ) + b[2][0],
                code=lambda W, b: lambda p, q: Network([Dense(W[1], b[1]), Dense(W[2], b[2])])([float(p), float(q)])[0],
            ),
        },
    },
    formulas={
        "y = 2x + 1": {"x": Reals(), "y": Of(lambda x: x + x + 1, code=lambda x: Dense([[2.0]], [1.0])([x])[0])},
        "y = 3x - 2": {"x": Reals(), "y": Of(lambda x: x + x + x - 2, code=lambda x: Dense([[3.0]], [-2.0])([x])[0])},
        "y = 6x + 1": {
            "x": Reals(), "h": Of(lambda x: x + x + 1),
            "y": Of(lambda h: h + h + h - 2, code=lambda h: Dense([[3.0]], [-2.0])([h])[0]),
        },
    },
)  # fmt: skip
