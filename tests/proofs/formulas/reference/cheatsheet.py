"""The formulas of the cheat sheet."""

import mpmath

from dlnotes import activations, losses
from dlnotes.network import Dense, Perceptron, weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Choice, Function, Matrix, Of, Reals, Running, Vector
from press.formula.page import Meaning
from proofs.formulas.backpropagation import index
from proofs.formulas.losses import cross_entropy
from proofs.formulas.network import perceptron

ONE_NEURON = {
    "w": Vector(3), "b": Reals(),
    "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
}  # fmt: skip
RULE = {key: perceptron.MEANING.scope[key] for key in ("n", "w", "x", "b", r"\theta", "y", "t", r"\eta", r"w \leftarrow")}
SOFTMAX = {
    "x": Vector(4, -3, 3),
    "s": Of(lambda x: oracle.softmax(x), code=activations.softmax, slopes={"x": activations.softmax_jacobian}),
}

MEANING = Meaning(
    {
        "W": Matrix(2, 3), "x": Vector(3), "b": Vector(2), "X": Matrix(5, 3),
        "z": Of(lambda W, x, b: oracle.matvec(W, x) + b, code=lambda W, x, b: weighted_sum(x, W, b)),
        "Z": Of(lambda W, X, b: [oracle.matvec(W, x) + b for x in X], code=lambda W, X, b: weighted_sum(X, W, b)),
        "f": Function(oracle.sigmoid, code=activations.sigmoid),
        "a": Of(
            lambda W, x, b: oracle.entries(oracle.sigmoid, oracle.matvec(W, x) + b),
            code=lambda W, x, b: Dense(W, b, "sigmoid")(x),
        ),
    },
    sections={
        "activations": {
            "x": Reals(-8, 8, extremes=(0,)), r"\alpha": Reals(0, 1),
            r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid),
            "y": Of(lambda x: oracle.sigmoid(x), code=activations.sigmoid),
            "i": Running(), "j": Running(),
        },
        "backpropagation": {**index.LAYER, r"\eta": index.RATE, r"W \leftarrow": index.MOVED},
        "losses": {"y": Reals(-3, 3), "t": Reals(-3, 3), "d": Reals(0.5, 2)},
        "cross-entropy": {**cross_entropy.BINARY, "i": Running(), "j": Running()},
    },
    formulas={
        r"\max(0, 1 - t y)": {"t": Choice(-1, 1)}, r"-t\,[\,t y < 1\,]": {"t": Choice(-1, 1)},
        r"y = [\,w \cdot x + b > 0\,]": {
            "w": Choice(-1, 0, 1, shape=(3,)), "x": Choice(-1, 0, 1, shape=(3,)), "b": Choice(-1, 0, 1),
            "y": Of(lambda w, x, b: oracle.fires(w, x, b), code=lambda w, x, b: Perceptron(w, b)(x)),
        },
        r"w \leftarrow w + \eta\,(t - y)\,x": RULE,
        r"\partial z / \partial x_i = w_i": ONE_NEURON,
        "1 - y^2": {"y": Of(lambda x: mpmath.tanh(x), code=activations.tanh)},
        r"s_i = e^{x_i} / \sum_j e^{x_j}": SOFTMAX,
        r"s_i(\delta_{ij} - s_j)": SOFTMAX,
        r"-\sum_i t_i \ln s_i": cross_entropy.HARD,
        "s_j - t_j": cross_entropy.HARD,
    },
    values={
        "(y - t)^2": Of(
            lambda y, t: oracle.half_squared_error([t], [y]) * 2, code=lambda y, t: losses.mean_squared_error([t], [y]),
        ),
        "2(y - t)": Of(
            lambda y, t: mpmath.diff(lambda v: abs(v - t) ** 2, y), code=lambda y, t: losses.mean_squared_error_gradient(t, y),
        ),
        r"\lvert y - t \rvert": Of(
            lambda y, t: mpmath.sqrt((y - t) ** 2), code=lambda y, t: losses.mean_absolute_error([t], [y]),
        ),
        r"\operatorname{sign}(y - t)": Of(
            lambda y, t: (y - t) / abs(y - t), code=lambda y, t: losses.mean_absolute_error_gradient(t, y),
        ),
        r"\max(-d, \min(d, y - t))": Of(
            lambda y, t, d: (abs(y - t + d) - abs(y - t - d)) / 2, code=lambda y, t, d: losses.huber_gradient(t, y, d),
        ),
        r"\max(0, 1 - t y)": Of(lambda y, t: oracle.relu(1 - t * y), code=lambda y, t: losses.hinge([t], [y])),
        r"-t\,[\,t y < 1\,]": Of(
            lambda y, t: -t * oracle.step(1 - t * y), code=lambda y, t: losses.hinge_gradient(t, y),
        ),
        "1 / (1 + e^{-x})": Of(lambda x: oracle.sigmoid(x), code=activations.sigmoid),
        "y(1 - y)": Of(lambda x: oracle.sigmoid_slope(x), code=activations.sigmoid_derivative),
        r"2\sigma(2x) - 1": Of(lambda x: mpmath.tanh(x), code=activations.tanh),
        "1 - y^2": Of(lambda x: oracle.tanh_slope(x), code=activations.tanh_derivative),
        r"\max(0, x)": Of(lambda x: oracle.relu(x), code=activations.relu),
        r"[\,x > 0\,]": Of(lambda x: oracle.step(x), code=activations.relu_derivative),
        r"\begin{cases} x, & x > 0 \\ \alpha x, & x \le 0 \end{cases}": Of(
            lambda x, alpha: oracle.leaky_relu(x, alpha), code=activations.leaky_relu,
        ),
        r"s_i(\delta_{ij} - s_j)": r"\frac{\partial s_i}{\partial x_j}",
        r"-(t \ln p + (1 - t) \ln(1 - p))": "L",
        "p - t": r"\frac{\partial L}{\partial z}",
        r"-\sum_i t_i \ln s_i": "L",
        "s_j - t_j": r"\frac{\partial L}{\partial z_j}",
    },
)  # fmt: skip
