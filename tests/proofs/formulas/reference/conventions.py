"""The formulas of the page about conventions."""

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import losses
from dlnotes.network import weighted_sum
from dlnotes.optimizers import NAG
from dlnotes.training import iterations_per_epoch
from oracle import formulas as oracle
from press.formula.meanings import Matrix, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning


def squares(y, t):
    """The squared norm by Pythagoras, one error after the other."""
    length = mpf(0)
    for a, b in zip(y, t, strict=True):
        length = mpmath.hypot(length, a - b)
    return length**2


def beyond(r, d):
    """How far an error lies beyond the threshold."""
    return max(abs(r) - d, 0)


def new_velocity(eta, mu, v, g):
    """Bring the package's optimizer to the velocity v, then give it the gradient g."""
    optimizer, w = NAG(eta, mu), np.array([0.0])
    optimizer.update([w], [np.array([-v / eta])])
    optimizer.update([w], [np.array([g])])
    return optimizer.state("velocity")[0][0]


def shrinking(beta, t):
    """One minus a power, as the sum of what each step adds."""
    return (1 - beta) * mpmath.fsum(beta**k for k in range(int(t)))


MEANING = Meaning(
    {
        "n": Whole(2, 6), "y": Vector("n", -5, 5), "t": Vector("n", -5, 5), "i": Running(),
        r"\operatorname{SSE}": Of(
            squares, "y", "t", code=lambda y, t: losses.sum_squared_error(t, y),
            slopes={"y": lambda y, t: losses.sum_squared_error_gradient(t, y)},
        ),
        r"\operatorname{MSE}": Of(
            lambda n, y, t: squares(y, t) / n, code=lambda n, y, t: losses.mean_squared_error(t, y),
            slopes={"y": lambda n, y, t: losses.mean_squared_error_gradient(t, y)},
        ),
        "E": Of(
            lambda y, t: squares(y, t) / 2, code=lambda y, t: losses.half_sum_squared_error(t, y),
            slopes={"y": lambda y, t: losses.half_sum_squared_error_gradient(t, y)},
        ),
        "r": Reals(-5, 5), "d": Reals(0.5, 3),
        "h": Of(lambda r, d: (abs(r) ** 2 - beyond(r, d) ** 2) / 2, code=lambda r, d: losses.huber([0.0], [r], d)),
        "S": Of(lambda r, d: min(abs(r), d) ** 2 / d / 2 + beyond(r, d)),
        "H": Of(lambda r, d: abs(r) ** 2 - beyond(r, d) ** 2),
        "p": Reals(0.01, 1, extremes=(1,)),
        "N": Whole(1, 40), "B": Whole(1, 12),
        "k": Of(lambda N, B: oracle.batches(N, B, drop_last=False), code=lambda N, B: iterations_per_epoch(int(N), int(B))),
        "X": Matrix(4, 2), "W": Matrix(3, 2), "b": Vector(3),
        "K": Of(lambda W: np.array([[row[j] for row in W] for j in range(2)], dtype=object)),
        "Z": Of(lambda W, X, b: [oracle.matvec(W, x) + b for x in X], code=lambda W, X, b: weighted_sum(X, W, b)),
        r"\eta": Reals(0.125, 2), r"\mu": Reals(0, 0.9375), "g": Reals(-3, 3), "u": Reals(-3, 3),
        "v": Of(lambda eta, u: -eta * u),
        r"\lambda": Reals(0, 1), "a": Reals(0, 2, extremes=(0,)),
        "s": Reals(0, 4, extremes=(0,)), r"\epsilon": Reals(0.001, 1),
    },
    sections={
        "class-weights": {"N": Whole(1, 6), "c": Vector("N", 0.5, 3), "l": Vector("N", 0, 5)},
        "nag": {
            "v": Reals(-3, 3), r"\theta": Reals(-3, 3), "w": Of(lambda theta, mu, v: theta + mu * v),
            "q": Of(lambda eta, mu, v, g: -(eta * g - mu * v), code=new_velocity),
        },
        "accumulator": {"g": Reals(0.125, 3)},
        "epsilon-hat": {
            "t": Whole(1, 20), r"\beta": Vector(2, 0, 0.9375), "m": Reals(-3, 3),
            r"\hat{\epsilon}": Of(lambda epsilon, beta, t: mpmath.sqrt(epsilon**2 * shrinking(beta[1], t))),
            r"\hat{m}": Of(lambda m, beta, t: m / shrinking(beta[0], t)),
            r"\hat{s}": Of(lambda s, beta, t: s / shrinking(beta[1], t)),
        },
    },
    formulas={
        r"k = \left\lfloor \frac{N}{B} \right\rfloor": {
            "k": Of(
                lambda N, B: oracle.batches(N, B, drop_last=True), code=lambda N, B: iterations_per_epoch(int(N), int(B), True),
            ),
        },
        "a = 0": {"a": 0},
    },
)  # fmt: skip
