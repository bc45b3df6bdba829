"""The formulas of the page about layers."""

from itertools import pairwise

import numpy as np

from dlnotes import activations
from dlnotes.network import Dense, Network, Perceptron, weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Choice, Function, Matrix, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning


def right(x, target):
    """A perceptron without a bias answers this point of AND as it should."""
    return Of(lambda w: oracle.fires(w, x, 0) == target, code=lambda w: bool(Perceptron(w)(x)) == target)


def counted(sizes):
    """The parameters of a network, counted one by one."""
    return sum(len([(j, k) for j in range(units) for k in range(inputs)]) + units for inputs, units in pairwise(sizes))


def parameters(*sizes):
    """The parameters of a network, as the package holds them."""
    return sum(part.size for part in Network.from_sizes(sizes, np.random.default_rng(0)).parameters)


W, B = [["1", "0.5"], ["-1", "0.25"], ["0.5", "1"]], ["0", "0.5", "-0.25"]
NO_PREDICATE = {r"\iff": None}

MEANING = Meaning(
    {
        "n": Whole(1, 5), "m": Whole(1, 5), "N": Whole(1, 4),
        "W": Matrix("m", "n"), "x": Vector("n"), "b": Vector("m"),
        "z": Of(lambda W, x, b: oracle.matvec(W, x) + b, code=lambda W, x, b: Dense(W, b).weighted_sum(x)),
        "f": Function(oracle.sigmoid, code=activations.sigmoid),
        "a": Of(lambda z: oracle.entries(oracle.sigmoid, z), code=activations.sigmoid),
        "X": Matrix("N", "n"),
        "Z": Of(
            lambda X, W, b: [list(oracle.matvec(W, x) + b) for x in X],
            code=lambda X, W, b: weighted_sum(X, W, b),
        ),
        "P": Of(lambda m, n: counted([int(n), int(m)]), code=lambda m, n: parameters(int(n), int(m))),
        "i": Running(), "j": Running(),
    },
    sections={
        "one-layer": {
            "W": W, "b": B, "x": [2, 3], "m": 3, "n": 2,
            "f": Function(oracle.relu, code=activations.relu),
            "a": Of(lambda z: oracle.entries(oracle.relu, z), code=activations.relu),
        },
        "and-without-a-bias": {
            "w": Choice(-2, -1, 0, 1, 2, shape=(2,)),
            r"\iff": [right((0, 1), False), right((1, 0), False), right((1, 1), True)],
        },
        "weight-as-slope": {
            "w": Vector("n"), "b": Reals(), "d": Choice(-2, -0.5, 0.25, 1, 3),
            "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
        },
    },
    formulas={
        r"W x = x W^\top": {"m": Whole(2, 5), "n": Whole(2, 5)},
        r"P = 3 \cdot 2 + 3 = 9": {"m": 3, "n": 2},
        r"P = 4 \cdot 6 + 6 + 6 \cdot 2 + 2 = 44": {
            "P": Of(lambda: counted([4, 6, 2]), code=lambda: parameters(4, 6, 2)),
        },
        r"P = 5 \cdot 10 + 10 = 60": {"P": Of(lambda: counted([5, 10]), code=lambda: parameters(5, 10))},
        r"Z_{23} = 0.5 \cdot 0 + 1 \cdot (-1) - 0.25 = -1.25": {
            "W": W, "b": B, "X": [[2, 3], [0, -1], [1, 1], [4, 0]],
        },
        r"w_1 \cdot 0 + w_2 \cdot 0 = 0": NO_PREDICATE,
        r"""\begin{aligned} w_1 \cdot 0 + w_2 \cdot 1 &= w_2 \\ w_1 \cdot 1 + w_2 \cdot 0 &= w_1 \\
        w_1 \cdot 1 + w_2 \cdot 1 &= w_1 + w_2 \end{aligned}""": NO_PREDICATE,
        # where a perceptron with the one weight 2 begins to answer 1
        "2x + b = 0": {
            "b": Reals(-4, 4, extremes=(0, -3, 3)),
            "x": Of(
                lambda b: oracle.boundary(lambda x: oracle.fires((2,), (x,), b)),
                code=lambda b: oracle.boundary(lambda x: Perceptron([2.0], b)([float(x)]) == 1.0),
            ),
        },
        r"x = -\frac{b}{2}": {
            "b": Reals(-4, 4, extremes=(0, -3, 3)),
            "x": Of(
                lambda b: oracle.boundary(lambda x: oracle.fires((2,), (x,), b)),
                code=lambda b: oracle.boundary(lambda x: Perceptron([2.0], b)([float(x)]) == 1.0),
            ),
        },
    },
)  # fmt: skip
