"""The formulas of the page that takes a small network through backpropagation."""

from dlnotes import activations, losses
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from oracle import formulas as oracle
from press.formula.meanings import Function, Of, Reals, Vector
from press.formula.page import Meaning


def sums(w, x, h):
    (w1, w2, w3, w4, w5, w6, w7, w8), (x1, x2), (h1, h2) = w, x, h
    return oracle.array((w1 * x1 + w2 * x2, w3 * x1 + w4 * x2, w5 * h1 + w6 * h2, w7 * h1 + w8 * h2))


def hidden(w, x):
    return oracle.entries(oracle.sigmoid, sums(w, x, x)[:2])


def error_of(z, t):
    return oracle.half_squared_error(t, oracle.entries(oracle.sigmoid, z))


def traced(w, x, t):
    layers = [Dense(w[:4].reshape(2, 2), activation="sigmoid"), Dense(w[4:].reshape(2, 2), activation="sigmoid")]
    return backpropagate(Network(layers), x, t, "half_sum_squared_error").layers


MEANING = Meaning(
    {
        "w": Vector(8), "x": Vector(2), "t": Vector(2, 0, 1),
        "z": Of(sums, "w", "x", "h", code=lambda w, x, h: [v for la in traced(w, x, x) for v in la.weighted_sum]),
        "h": Of(hidden, code=lambda w, x: traced(w, x, x)[0].output),
        "o": Of(lambda z: oracle.entries(oracle.sigmoid, z[2:]), code=lambda z: activations.sigmoid(z[2:])),
        "E": Of(
            lambda t, o: oracle.half_squared_error(t, o),
            code=losses.half_sum_squared_error,
            slopes={
                "o": losses.half_sum_squared_error_gradient,
                "h": Of(lambda w, x, t: traced(w, x, t)[0].output_gradient),
                "w": Of(lambda w, x, t: [v for la in traced(w, x, t) for v in la.weights_gradient.ravel()]),
            },
        ),
        r"\delta": Of(
            lambda z, t, w, x: oracle.gradient(lambda outputs: error_of(outputs, t), z[2:]),
            code=lambda z, t, w, x: traced(w, x, t)[1].delta,
        ),
        r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid),
    },
    formulas={
        "f(x)": {"x": Reals(), "f": Function(oracle.sigmoid)},
        "1 - f(x)": {"x": Reals(), "f": Function(oracle.sigmoid, code=activations.sigmoid)},
    },
    values={
        "1 - f(x)": Of(lambda x: oracle.sigmoid(-x), code=lambda x: activations.sigmoid(-x)),
        "-(t - o)": "o - t",
        "o - t": Of(lambda o, t: oracle.gradient(lambda outputs: oracle.half_squared_error(t, outputs), o),
                    code=lambda o, t: losses.half_sum_squared_error_gradient(t, o)),
    },
)  # fmt: skip
