"""The formulas of the page about layers."""

from dlnotes import activations
from dlnotes.network import Dense, Perceptron, weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Choice, Function, Matrix, Of, Reals, Vector, Whole
from press.formula.page import Meaning


def right(x, target):
    """A perceptron without a bias answers this point of AND as it should."""
    return Of(lambda w: oracle.fires(w, x, 0) == target, code=lambda w: bool(Perceptron(w)(x)) == target)


MEANING = Meaning(
    {
        "n": Whole(1, 5), "m": Whole(1, 5),
        "W": Matrix("m", "n"), "x": Vector("n"), "b": Vector("m"),
        "z": Of(lambda W, x, b: oracle.matvec(W, x) + b, code=lambda W, x, b: Dense(W, b).weighted_sum(x)),
        "f": Function(oracle.sigmoid, code=activations.sigmoid),
        "a": Of(lambda z: oracle.entries(oracle.sigmoid, z), code=activations.sigmoid),
    },
    sections={
        "and-without-a-bias": {
            "w": Choice(-2, -1, 0, 1, 2, shape=(2,)),
            r"\iff": [right((0, 1), False), right((1, 0), False), right((1, 1), True)],
        },
        "weight-as-slope": {
            "w": Vector("n"), "b": Reals(),
            "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
        },
    },
    formulas={
        # where a perceptron with the one weight 2 begins to answer 1
        "2x + b = 0": {
            "b": Reals(-4, 4, extremes=(0, -3, 3)),
            "x": Of(
                lambda b: oracle.boundary(lambda x: oracle.fires((2,), (x,), b)),
                code=lambda b: oracle.boundary(lambda x: Perceptron([2.0], b)([float(x)]) == 1.0),
            ),
        },
    },
)  # fmt: skip
