"""The formulas of the page about the perceptron."""

from dlnotes import activations
from dlnotes.network import Perceptron, weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Choice, Function, Of, Reals, Vector, Whole
from press.formula.page import Meaning

TIES = (-1, -0.5, 0, 0.5, 1)


def learned(w, b, x, t, eta):
    perceptron = Perceptron(w, b)
    perceptron.learn([x], [t], eta)
    return perceptron


def right(x, target):
    """A perceptron answers this point of XOR as it should."""
    return Of(lambda w, b: oracle.fires(w, x, b) == target, code=lambda w, b: bool(Perceptron(w, b)(x)) == target)


MEANING = Meaning(
    {
        "n": Whole(2, 5), "w": Choice(*TIES, shape=("n",)), "x": Choice(*TIES, shape=("n",)),
        r"\theta": Choice(*TIES),
        "b": Of(lambda theta: 0 - theta),
        "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
        "y": Of(lambda w, x, b: oracle.fires(w, x, b), code=lambda w, x, b: Perceptron(w, b)(x)),
        r"\mathrm{step}": Function(oracle.step, code=activations.step),
        "t": Choice(0, 1), r"\eta": Reals(0.1, 2),
        r"w \leftarrow": Of(
            lambda w, b, x, t, eta: oracle.rosenblatt(w, b, x, t, eta)[0],
            code=lambda w, b, x, t, eta: learned(w, b, x, t, eta).weights,
        ),
        r"b \leftarrow": Of(
            lambda w, b, x, t, eta: oracle.rosenblatt(w, b, x, t, eta)[1],
            code=lambda w, b, x, t, eta: learned(w, b, x, t, eta).bias,
        ),
    },
    sections={
        "xor": {
            "w": Choice(*TIES, shape=(2,)), "b": Choice(*TIES),
            r"\iff": [right((0, 0), False), right((0, 1), True), right((1, 0), True), right((1, 1), False)],
        },
    },
    formulas={
        # a point of the boundary: where the answer turns on the way along the second axis
        "z = 0": {
            "n": 2, "w": Vector(2, 0.5, 2), "u": Reals(), "b": Reals(),
            "x": Of(lambda w, b, u: oracle.array((u, oracle.boundary(lambda v: oracle.fires(w, (u, v), b), -20, 20)))),
            "z": Of(lambda w, x, b: oracle.dot(w, x) + b),
        },
        "w_1 + w_2 + 2b > 0": {r"\iff": None, r"\given": "w_2 + b > 0, w_1 + b > 0"},
        r"w_1 + w_2 + 2b \le 0": {r"\iff": None, r"\given": r"b \le 0, w_1 + w_2 + b \le 0"},
    },
)  # fmt: skip
