"""The formulas of the page about neural networks."""

from dlnotes import activations
from dlnotes.network import Dense, Network
from oracle import formulas as oracle
from press.formula.meanings import Function, Matrix, Of, Vector
from press.formula.page import Meaning


def first_layer(W, x, b):
    return oracle.entries(oracle.relu, oracle.matvec(W[1], x) + b[1])


def without_relu(x):
    """The page's network of two hidden neurons, with nothing between its layers."""
    hidden = [x[0] + x[1], x[0] + x[1] - 1]
    return hidden[0] - hidden[1] - hidden[1]


MEANING = Meaning(
    {
        "x": Vector(2), "W": {1: Matrix(3, 2), 2: Matrix(2, 3)}, "b": {1: Vector(3), 2: Vector(2)},
        "f": Function(oracle.relu, code=activations.relu),
        "h": Of(first_layer, code=lambda W, x, b: Dense(W[1], b[1], "relu")(x)),
        "y": Of(
            lambda W, x, b: oracle.matvec(W[2], first_layer(W, x, b)) + b[2],
            code=lambda W, x, b: Network([Dense(W[1], b[1], "relu"), Dense(W[2], b[2])])(x),
        ),
    },
    values={
        "2 - x_1 - x_2": Of(
            without_relu, code=lambda x: Network([Dense([[1, 1], [1, 1]], [0, -1]), Dense([[1, -2]], [0])])(x)[0]
        ),
    },
)  # fmt: skip
