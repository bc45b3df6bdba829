"""The formulas of the page about backpropagation."""

import numpy as np
from mpmath import mpf

from dlnotes import activations, losses
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network, weighted_sum
from dlnotes.optimizers import SGD
from oracle import formulas as oracle
from oracle.differentiation import derivative
from oracle.network import decimals
from press.formula.meanings import Function, Matrix, Of, Reals, Running, Vector
from press.formula.page import Meaning

HALF = "half_sum_squared_error"
RATE = mpf("0.5")

# one layer: what enters it, its parameters, its sums and outputs, and a layer R behind it


def behind(a, R, t):
    return oracle.half_squared_error(t, oracle.entries(oracle.sigmoid, oracle.matvec(R, a)))


def sums(W, x, b):
    return oracle.matvec(W, x) + b


def from_sums(z, R, t):
    return behind(oracle.entries(oracle.sigmoid, z), R, t)


def traced(W, x, b, R, t):
    """Return what the package saw in the layer; the layer in front of it passes its input on."""
    layers = [Dense(np.eye(len(x))), Dense(W, b, "sigmoid"), Dense(R, activation="sigmoid")]
    return backpropagate(Network(layers), x, t, HALF).layers


def moved(W, x, b, R, t):
    """Return the weights after a step of gradient descent, each slope by differences."""
    flat = oracle.gradient(lambda w: from_sums(sums(w.reshape(W.shape), x, b), R, t), W.ravel())
    return W - RATE * flat.reshape(W.shape)


def updated(W, x, b, R, t):
    network = Network([Dense(W, b, "sigmoid"), Dense(R, activation="sigmoid")])
    SGD(learning_rate=0.5).update(network.parameters, backpropagate(network, x, t, HALF).gradients)
    return network.layers[0].weights


INPUTS = ("W", "x", "b", "R", "t")
LAYER = {
    "W": Matrix(3, 2), "x": Vector(2), "b": Vector(3), "R": Matrix(2, 3), "t": Vector(2, 0, 1),
    "z": Of(sums, *INPUTS[:3], code=lambda W, x, b: weighted_sum(x, W, b)),
    "a": Of(lambda z: oracle.entries(oracle.sigmoid, z), code=activations.sigmoid),
    "E": Of(behind, "a", "R", "t", slopes={
        "a": Of(lambda W, x, b, R, t: traced(W, x, b, R, t)[1].output_gradient, *INPUTS),
        "W": Of(lambda W, x, b, R, t: traced(W, x, b, R, t)[1].weights_gradient, *INPUTS),
        "b": Of(lambda W, x, b, R, t: traced(W, x, b, R, t)[1].bias_gradient, *INPUTS),
        "x": Of(lambda W, x, b, R, t: traced(W, x, b, R, t)[0].output_gradient, *INPUTS),
    }),
    r"\delta": Of(
        lambda z, R, t, W, x, b: oracle.gradient(lambda v: from_sums(v, R, t), z),
        code=lambda z, R, t, W, x, b: traced(W, x, b, R, t)[1].delta,
    ),
    "f": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
    "j": Running(), "k": Running(),
}  # fmt: skip

MOVED = Of(moved, *INPUTS, code=updated)

# the chain that is worked out by hand

CHAIN = {
    "x": 2, "t": 1, "w": decimals("0.5 3"),
    "z": Of(lambda w, x: w[0] * x, code=lambda w, x: weighted_sum([x], [[w[0]]])[0]),
    "h": Of(oracle.relu, "z", code=activations.relu),
    "y": Of(lambda w, h: w[1] * h, code=lambda w, h: weighted_sum([h], [[w[1]]])[0]),
    "E": Of(lambda y, t: oracle.half_squared_error([t], [y]), code=lambda y, t: losses.half_sum_squared_error([t], [y])),
    r"w \leftarrow": decimals("0.38 2.98"),
}  # fmt: skip
NEXT = {
    "z": mpf("0.76"), "y": Of(lambda z: z * (3 - mpf("0.02"))),
    "E": Of(lambda y: oracle.half_squared_error([1], [y])),
}  # fmt: skip
ONE = {
    "w": Reals(), "x": Reals(), "t": Reals(0, 1), r"\eta": mpf("0.5"),
    "E": Of(lambda w, x, t: oracle.half_squared_error([t], [oracle.sigmoid(w * x)])),
    r"w \leftarrow": Of(
        lambda w, x, t: w - RATE * derivative(lambda v: oracle.half_squared_error([t], [oracle.sigmoid(v * x)]), w),
        code=lambda w, x, t: updated_weight(w, x, t),
    ),
}  # fmt: skip


def updated_weight(w, x, t):
    network = Network([Dense([[w]], activation="sigmoid")])
    SGD(learning_rate=0.5).update(network.parameters, backpropagate(network, [x], [t], HALF).gradients)
    return network.layers[0].weights[0, 0]


def scaled(c, x):
    return oracle.array(p * q for p, q in zip(c, x, strict=True))


SCALED = {
    "c": Vector(3), "x": Vector(3), "R": Matrix(2, 3), "t": Vector(2, 0, 1),
    "z": Of(scaled, "c", "x"), "E": Of(from_sums, "z", "R", "t"),
    r"\delta": Of(lambda z, R, t: oracle.gradient(lambda v: from_sums(v, R, t), z)),
    "k": Running(),
}  # fmt: skip

MEANING = Meaning(
    {**LAYER, "y": Reals(), "c": Vector(2)},
    sections={
        "five-steps": CHAIN, "by-hand": {**CHAIN, r"\eta": RATE}, "next-round": NEXT, "repeat": CHAIN, "gradient-or-update": ONE,
    },
    formulas={
        "z_k = c_k x_k": SCALED,
        r"""\begin{aligned} \frac{\partial E}{\partial c_k} &= \frac{\partial E}{\partial z_k} \cdot
        \frac{\partial z_k}{\partial c_k} = \delta_k x_k \\ \frac{\partial E}{\partial x_k} &= \frac{\partial E}{\partial z_k}
        \cdot \frac{\partial z_k}{\partial x_k} = \delta_k c_k \end{aligned}""": SCALED,
        r"\frac{\partial E}{\partial y} = y - t = 0": {**CHAIN, "t": 3},
        r"\frac{\partial E}{\partial w_1}": CHAIN,
    },
    values={r"\frac{\partial E}{\partial w_1}": Of(lambda: mpf(12))},
)  # fmt: skip
