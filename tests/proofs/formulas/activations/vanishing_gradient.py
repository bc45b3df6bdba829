"""The formulas of the page about the vanishing gradient."""

import mpmath
import numpy as np

from dlnotes import activations, initializers
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from oracle import formulas as oracle
from press.formula.meanings import Function, Matrix, Of, Running, Vector, Whole
from press.formula.page import Meaning


def deltas(W, z, t, x):
    """The derivative of the error by the weighted sums of each layer, by central differences."""
    def error(number):
        return lambda sums: oracle.half_squared_error(t, oracle.through(W, number, sums, oracle.sigmoid))

    return {number: oracle.gradient(error(number), z[number]) for number in W}


def traced(W, x, t):
    network = Network([Dense(W[number], activation="sigmoid") for number in sorted(W)])
    return dict(enumerate(backpropagate(network, x, t, "half_sum_squared_error").layers, start=1))


class Even:
    """A generator whose normal numbers are two, one on each side: their variance is exactly what was asked for."""

    def normal(self, mean, spread, size):
        return mean + spread * np.resize([1.0, -1.0], size)


MEANING = Meaning(
    {
        "W": {1: Matrix(3, 2), 2: Matrix(4, 3), 3: Matrix(2, 4)},
        "x": Vector(2), "t": Vector(2, 0, 1),
        "z": Of(
            lambda W, x: oracle.forward(W, x, oracle.sigmoid),
            code=lambda W, x: {n: layer.weighted_sum for n, layer in traced(W, x, [0.0, 0.0]).items()},
        ),
        r"\delta": Of(
            deltas, "W", "z", "t", "x",
            code=lambda W, z, t, x: {n: layer.delta for n, layer in traced(W, x, t).items()},
        ),
        "f": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
        "l": Running(),
        "n": Whole(2, 9),
    },
    values={
        # the spread of He's weights over that of Xavier's, between layers of 32 neurons
        r"\sqrt{2}": Of(lambda: mpmath.sqrt(mpmath.mpf(2) / 32) / mpmath.sqrt(mpmath.mpf(2) / (32 + 32))),
    },
    sections={
        "scale": {"w": Of(oracle.preserving_sample, "n", code=lambda n: initializers.he_normal((2, int(n)), Even()))},
    },
)  # fmt: skip
