"""What the formulas in the docstrings of dlnotes.backpropagation mean."""

import numpy as np

from dlnotes import activations, losses
from dlnotes.backpropagation import backpropagate, backward, forward
from dlnotes.network import Dense, Network
from oracle import formulas as oracle
from press.formula.meanings import Function, Matrix, Of, Vector
from press.formula.page import Meaning


def network_of(W, b):
    """A layer behind one that changes nothing: what arrives at the first is the derivative by the input of the second."""
    return Network([Dense(np.eye(W.shape[1])), Dense(W, b, "sigmoid")])


def traced(W, x, b, t):
    return backpropagate(network_of(W, b), x, t, "half_sum_squared_error").layers


def error_of(t):
    return lambda z: oracle.half_squared_error(t, oracle.entries(oracle.sigmoid, z))


def passed(place):
    """What `forward` has at this place: the input, the weighted sum or the output."""
    return lambda W, x, b: forward(network_of(W, b), x)[1][place]


def arriving(W, x, b, delta):
    network = network_of(W, b)
    return backward(network, forward(network, x), delta)[0][0]


SCOPE = {
    "W": Matrix(3, 2), "x": Vector(2), "b": Vector(3), "t": Vector(3, 0, 1),
    "z": Of(lambda W, x, b: oracle.matvec(W, x) + b, code=passed(1)),
    "f": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
    "a": Of(lambda z: oracle.entries(oracle.sigmoid, z), code=activations.sigmoid),
    "E": Of(
        lambda t, a: oracle.half_squared_error(t, a),
        code=losses.half_sum_squared_error,
        slopes={
            "a": Of(lambda W, x, b, t: traced(W, x, b, t)[1].output_gradient),
            "z": Of(lambda W, x, b, t: traced(W, x, b, t)[1].delta),
            "W": Of(lambda W, x, b, t: traced(W, x, b, t)[1].weights_gradient),
            "b": Of(lambda W, x, b, t: traced(W, x, b, t)[1].bias_gradient),
            "x": Of(lambda W, x, b, t: traced(W, x, b, t)[0].output_gradient),
        },
    ),
    r"\delta": Of(
        lambda z, t, W, x, b: oracle.gradient(error_of(t), z), code=lambda z, t, W, x, b: traced(W, x, b, t)[1].delta,
    ),
}  # fmt: skip
TRACED = {
    **SCOPE,
    "z": Of(lambda W, x, b: oracle.matvec(W, x) + b, code=lambda W, x, b: traced(W, x, b, np.zeros(3))[1].weighted_sum),
    "a": Of(
        lambda W, x, b: oracle.entries(oracle.sigmoid, oracle.matvec(W, x) + b),
        code=lambda W, x, b: traced(W, x, b, np.zeros(3))[1].output,
    ),
}

MEANINGS = {
    "LayerTrace": Meaning(SCOPE, formulas={"z = W x + b": TRACED, "a = f(z)": TRACED}),
    "forward": Meaning({
        **SCOPE,
        "a": Of(lambda W, x, b: oracle.entries(oracle.sigmoid, oracle.matvec(W, x) + b), code=passed(2)),
    }),
    "backward": Meaning(
        SCOPE,
        values={
            r"W^\top \delta": Of(
                lambda W, x, b, t, delta: oracle.gradient(lambda v: error_of(t)(oracle.matvec(W, v) + b), x),
                code=lambda W, x, b, t, delta: arriving(W, x, b, delta),
            ),
        },
    ),
}  # fmt: skip
