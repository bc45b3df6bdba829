"""The formulas of the page about neural networks."""

from dlnotes import activations
from dlnotes.network import Dense, Network
from oracle import formulas as oracle
from press.formula.meanings import Function, Matrix, Of, Reals, Vector
from press.formula.page import Meaning


def first_layer(W, x, b):
    return oracle.entries(oracle.relu, oracle.matvec(W[1], x) + b[1])


def network(activation):
    """The page's network of two hidden neurons, with an activation of choice, as the package computes it."""
    return Network([Dense([[1, 1], [1, 1]], [0, -1], activation), Dense([[1, -2]], [0])])


def hidden(x):
    """The sums of the page's two hidden neurons."""
    return oracle.array([x[0] + x[1], x[0] + x[1] - 1])


def bent(x):
    return oracle.entries(oracle.relu, hidden(x))


def of_two(h):
    return h[0] - h[1] - h[1]


RELU = Function(oracle.relu, code=activations.relu)
NEURON = {
    "w": Vector(2), "b": Reals(),
    "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: Dense([w], [b])(x)[0]),
}  # fmt: skip
OUTPUT = Of(lambda x: of_two(bent(x)), code=lambda x: network("relu")(x)[0])


def at(*point):
    """The page's network at one point."""
    return {
        "x": list(point), "f": RELU,
        "h": Of(bent, code=lambda x: network("relu").layers[0](x)), "y": OUTPUT,
    }  # fmt: skip


MEANING = Meaning(
    {
        "x": Vector(2), "W": {1: Matrix(3, 2), 2: Matrix(2, 3)}, "b": {1: Vector(3), 2: Vector(2)},
        "f": RELU,
        "h": Of(first_layer, code=lambda W, x, b: Dense(W[1], b[1], "relu")(x)),
        "y": Of(
            lambda W, x, b: oracle.matvec(W[2], first_layer(W, x, b)) + b[2],
            code=lambda W, x, b: Network([Dense(W[1], b[1], "relu"), Dense(W[2], b[2])])(x),
        ),
    },
    sections={
        "by-hand": at(1, 1),
        "without-relu": {
            "h": Of(hidden, code=lambda x: network("identity").layers[0](x)),
            "y": Of(lambda x: of_two(hidden(x)), code=lambda x: network("identity")(x)[0]),
        },
    },
    formulas={
        r"z = w_1 x_1 + w_2 x_2 + b": NEURON, "z": NEURON, "w_1": NEURON, "w_2": NEURON,
        r"y = 1 \cdot 3.5 - 2 \cdot 2.5 + 0 = -1.5": at(3, "0.5"),
        r"""\begin{aligned} y &= (x_1 + x_2) - 2 (x_1 + x_2 - 1) \\ &= 2 - (x_1 + x_2) \end{aligned}""": {
            "y": OUTPUT, r"\given": "x_1 + x_2 > 1",
        },
        r"""\begin{aligned} y &= (x_1 + x_2) - 2 \cdot 0 \\ &= x_1 + x_2 \end{aligned}""": {
            "y": OUTPUT, r"\given": "x_1 + x_2 > 0, x_1 + x_2 < 1",
        },
    },
)  # fmt: skip
