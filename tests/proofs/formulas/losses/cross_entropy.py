"""The formulas of the page about cross-entropy."""


import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations, losses
from oracle import formulas as oracle
from press.formula.meanings import Function, Of, OneHot, Reals, Running, Vector, Whole
from press.formula.page import Meaning


def binary_loss(t, p):
    """The log of what was foretold, as a difference of areas."""
    return -(t * 2 * mpmath.atanh((p - 1) / (p + 1)) + (1 - t) * 2 * mpmath.atanh(-p / (2 - p)))


def minus_log(p):
    return -2 * mpmath.atanh((p - 1) / (p + 1))


def square_by_logit(t, z):
    p = activations.sigmoid(z)
    return losses.mean_squared_error_gradient([t], [p])[0] * activations.sigmoid_derivative(z)


def place(t):
    return next(number for number, value in enumerate(t, 1) if value)


def weather(r, n):
    return [1.0] * int(r) + [0.0] * int(n - r)


def weather_loss(r, n, p):
    return mpmath.fsum(minus_log(p) if day else minus_log(1 - p) for day in weather(r, n)) / n


def best_forecast(r, n):
    return oracle.maximum(lambda p: -weather_loss(r, n, p), mpf("0.01"), mpf("0.99"))


def categorical(t, z):
    return losses.categorical_crossentropy([t], [z], from_logits=True)


def categorical_by_logits(t, z):
    return losses.categorical_crossentropy_gradient([t], [z], from_logits=True)[0]


BINARY = {
    "z": Reals(-8, 8, extremes=(0,)), "t": Reals(0, 1, extremes=(0, 1)),
    "p": Of(lambda z: oracle.sigmoid(z), code=activations.sigmoid, slopes={"z": activations.sigmoid_derivative}),
    r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
    "L": Of(
        lambda t, p: binary_loss(t, p), code=lambda t, p: losses.binary_crossentropy([t], [p]),
        slopes={
            "p": lambda t, p: losses.binary_crossentropy_gradient([t], [p])[0],
            "z": Of(lambda t, z: losses.binary_crossentropy_gradient([t], [z], from_logits=True)[0]),
        },
    ),
    "M": Of(
        lambda t, p: abs(p - t) ** 2, code=lambda t, p: losses.mean_squared_error([t], [p]), slopes={"z": Of(square_by_logit)},
    ),
}  # fmt: skip
SOFT = {
    "K": 4, "z": Vector(4, -3, 3), "v": Vector(4),
    "t": Of(lambda v: oracle.softmax(v)),
    "s": Of(lambda z: oracle.softmax(z), code=activations.softmax, slopes={"z": activations.softmax_jacobian}),
    "S": Of(lambda z: mpmath.fsum(mpmath.exp(x) for x in reversed(list(z)))),
    "L": Of(lambda t, z: oracle.cross_entropy(t, z), code=categorical, slopes={"z": categorical_by_logits}),
}  # fmt: skip
HARD = {**SOFT, "t": OneHot(4), "c": Of(place, "t")}
WEIGHTED = {
    **HARD, "w": Vector(4, 0, 3),
    "L": Of(
        lambda w, t, z: oracle.cross_entropy(w * t, z),
        code=lambda w, t, z: losses.weighted_categorical_crossentropy([t], [z], w, from_logits=True),
        slopes={
            "z": lambda w, t, z: losses.weighted_categorical_crossentropy_gradient([t], [z], w, from_logits=True)[0],
        },
    ),
}  # fmt: skip
SMOOTH = {
    **HARD, r"\alpha": Reals(0.05, 0.95),
    "q": Of(
        lambda t, alpha, K: oracle.array(v - alpha * (v - mpf(1) / K) for v in t),
        code=lambda t, alpha, K: losses.smooth_labels([t], float(alpha))[0],
    ),
}  # fmt: skip
THREE = {"t": Of(lambda: oracle.array(map(mpf, (0, 0, 1)))), "K": 3, r"\alpha": mpf("0.1"), "c": 3, "j": Whole(1, 2)}

MEANING = Meaning(
    {
        **BINARY, "K": Whole(2, 9), "i": Running(), "j": Running(), "k": Running(), "N": Whole(1, 9), "c": Whole(1, 4),
        "s": Vector(4), "S": Reals(1, 2), "H": Reals(), "D": Reals(), "w": Vector(4), r"\alpha": Reals(), "q": Vector(4),
        "r": Whole(1, 9), "n": 10, "P": Reals(), "m": Reals(), "u": Reals(0.05, 5, extremes=(1,)),
    },
    sections={
        "one-forecast": {
            "p": Reals(0.01, 1, extremes=(1,)),
            "L": Of(lambda p: minus_log(p), code=lambda p: losses.binary_crossentropy([1.0], [p])),
        },
        "likelihood": {
            "N": 5, "p": Vector(5, 0.05, 1),
            "P": Of(lambda p: mpmath.exp(-mpmath.fsum(minus_log(v) for v in p))),
            "L": Of(
                lambda p: mpmath.fsum(minus_log(v) for v in p) / len(p),
                code=lambda p: losses.binary_crossentropy(np.ones(5), p),
            ),
        },
        "honesty": {
            "p": Reals(0.05, 0.95),
            "L": Of(
                lambda r, n, p: weather_loss(r, n, p),
                code=lambda r, n, p: losses.binary_crossentropy(weather(r, n), [p] * int(n)),
                slopes={"p": lambda r, n, p: losses.binary_crossentropy_gradient(weather(r, n), [p] * int(n)).sum()},
            ),
        },
        "entropy": {
            **SOFT,
            "H": Of(lambda t: mpmath.fsum(v * minus_log(v) for v in t), code=lambda t: losses.categorical_crossentropy([t], [t])),
            "D": Of(
                lambda t, s: mpmath.fsum(a * minus_log(b / a) for a, b in zip(t, s, strict=True)),
                code=lambda t, s: losses.kl_divergence([t], [s]),
            ),
        },
        "s-minus-t": SOFT,
        "class-weights": WEIGHTED,
        "label-smoothing": SMOOTH,
    },
    formulas={
        r"p = \frac{r}{n}": {"p": Of(best_forecast)},
        r"L = -\sum_k t_k \ln s_k": HARD,
        r"L = -\ln s_c": HARD,
        "p = 1": {"p": 1},
        "u = 1": {"u": 1},
        "t = 1": {"t": 1},
        r"\begin{aligned} m &= \max_j z_j \\ \ln \sum_j e^{z_j} &= \ln \left(e^m \sum_j e^{z_j - m}\right) \\ "
        r"&= m + \ln \sum_j e^{z_j - m} \end{aligned}": {**SOFT, "m": Of(lambda z: sorted(z)[-1])},
        r"z_c - z_j = \ln \frac{s_c}{s_j} = \ln \frac{q_c}{q_j}": {
            "z": Of(lambda q: oracle.array(mpf(2) - minus_log(v) for v in q)),
            r"j": Whole(1, 4),
        },
        r"\alpha = 0.1": {r"\alpha": mpf("0.1")},
        r"\begin{aligned} q_c &= 0.9 + \frac{0.1}{3} = 0.933333 \\ q_j &= \frac{0.1}{3} = 0.033333 \\ "
        r"\ln \frac{q_c}{q_j} &= \ln 28 = 3.332205 \end{aligned}": THREE,
    },
    values={
        "(1 - p)^2": Of(lambda p: abs(p - 1) ** 2, code=lambda p: losses.mean_squared_error([1.0], [p])),
        r"-\ln(1 - p)": Of(lambda p: minus_log(1 - p), code=lambda p: losses.binary_crossentropy([0.0], [p])),
        "1 - p": Of(lambda z: oracle.sigmoid(-z), code=lambda z: activations.sigmoid(-z)),
        "1 - t": Of(lambda t: -(t - 1)),
        "p (1 - p)": Of(lambda z: oracle.sigmoid_slope(z), code=activations.sigmoid_derivative),
        "u - 1": Of(lambda u: -(1 - u)),
        "e^{-40}": Of(lambda: mpmath.cosh(40) - mpmath.sinh(40)),
        r"\ln(1 + e^z)": Of(lambda z: oracle.softplus(z), code=activations.softplus),
        r"\ln 2": Of(lambda: mpmath.quad(lambda x: 1 / x, [1, 2]), code=lambda: losses.binary_crossentropy([1.0], [0.5])),
        r"\ln(1 - p)": Of(lambda p: -minus_log(1 - p), code=lambda p: -losses.binary_crossentropy([0.0], [p])),
        r"\frac{1}{2}": Of(lambda: mpf("0.5")),
        r"\frac{1}{4}": Of(lambda: mpf("0.25")),
        "(0.5, 0.5, 0)": Of(lambda: oracle.array(map(mpf, ("0.5", "0.5", "0")))),
        "(0.25, 0.5, 0.25)": Of(lambda: oracle.array(map(mpf, ("0.25", "0.5", "0.25")))),
    },
)  # fmt: skip
