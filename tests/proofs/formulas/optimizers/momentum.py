"""The formulas of the page about momentum and NAG."""

from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.optimizers import NAG, Momentum
from oracle import formulas as oracle
from oracle import optimizers
from oracle.network import decimals
from press.formula.meanings import Function, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning
from proofs.reference.api.optimizers import MOMENTUM, last_step, state

STEPS = 6
ETA, BETA = r"\eta", r"\beta"
LONG = 400


# gradients that are given: where they lead


def velocities(gradients, eta, beta):
    """The steps of the oracle's path from 0."""
    path = [mpf(0), *optimizers.momentum(0, list(gradients), eta, beta)]
    return oracle.array(after - before for before, after in pairwise(path))


def velocities_in_code(gradients, eta, beta):
    return np.array([state(Momentum(eta, beta), "velocity", *gradients[: t + 1]) for t in range(len(gradients))])


def total(beta, terms):
    """A sum of powers, from the smallest on."""
    return mpmath.fsum(beta**k for k in reversed(range(int(terms))))


GIVEN = {
    ETA: Reals(0.1, 2), BETA: Reals(0.05, 0.6), "t": Whole(1, STEPS), "k": Running(), "g": Vector(STEPS),
    "v": Of(velocities, "g", ETA, BETA, code=velocities_in_code), "n": Whole(1, 5),
    "S": Of(total, BETA, "t"),
}  # fmt: skip
STEADY = {
    "g": Reals(), "v": Of(lambda g, eta, beta: velocities([g] * STEPS, eta, beta), "g", ETA, BETA,
                          code=lambda g, eta, beta: velocities_in_code([g] * STEPS, eta, beta)),
}  # fmt: skip
AVERAGE = {
    "g": Reals(), "w": Reals(), "m": Reals(),
    r"m \leftarrow": Of(lambda m, beta, g: g - beta * (g - m)),
    r"w \leftarrow": Of(lambda w, alpha, m: w + alpha * -m),
    r"\leftarrow": "in turn", r"\alpha": Reals(0.1, 2),
}  # fmt: skip


def rate_of_average(eta, beta):
    """The rate with which the average of equal gradients takes the oracle's step."""
    return -last_step(optimizers.momentum(0, [1] * LONG, eta, beta))


# a slope that depends on the place


def walk(slope, start, eta, beta):
    """Polyak's heavy ball, from the places alone; the first two are the same."""
    places = [mpf(start), mpf(start)]
    for _ in range(STEPS):
        before, now = places[-2:]
        places.append((1 + beta) * now - beta * before - eta * slope(now))
    return oracle.array(places)


def bowl(start, c, eta, beta):
    return walk(lambda w: c * w, start, eta, beta)


def plain(start, c, eta):
    return oracle.array(start * (1 - eta * c) ** k for k in range(STEPS))


BOWL = {
    "c": Reals(0.1, 2), "u": Reals(0.5, 2), "t": Whole(2, STEPS), "w": Of(bowl, "u", "c", ETA, BETA),
    ETA: Reals(0.1, 2), BETA: Reals(0.05, 0.95), "p": Of(lambda eta, beta, c: 1 - (eta * c - beta), ETA, BETA, "c"),
}  # fmt: skip
SQUARES = {
    **BOWL,
    "Q": Of(lambda w, p, beta: oracle.array(
        mpmath.fsum((b * b, -p * a * b, beta * a * a)) for a, b in pairwise(w)
    ), "w", "p", BETA),
}  # fmt: skip


def is_complex(p, beta):
    """Whether the roots of z^2 - p z + beta have an imaginary part."""
    return mpmath.im(mpmath.sqrt(mpmath.mpc(p * p - 4 * beta))) != 0


def ahead(slope, start, eta, beta):
    """NAG in its first form: places and velocities, from rest."""
    w, v, places, speeds = mpf(start), mpf(0), [], []
    for _ in range(STEPS):
        places.append(w)
        speeds.append(v)
        v = beta * v - eta * slope(w + beta * v)
        w += v
    return oracle.array(places), oracle.array(speeds)


def loss(x):
    return mpmath.cosh(x / 2) + x * mpmath.sin(x)


def loss_slope(x):
    return mpmath.sinh(x / 2) / 2 + mpmath.sin(x) + x * mpmath.cos(x)


def two_wells(w):
    """A loss with minima near -1 and 1, tilted so that the left one is deeper."""
    return (w * w - 1) ** 2 / 4 + w / 5


LOOKING = {
    ETA: Reals(0.05, 0.4), BETA: Reals(0.05, 0.9), "u": Reals(0.5, 2), "t": Whole(1, STEPS - 1),
    "E": Function(loss, slope=loss_slope),
    "w": Of(lambda u, eta, beta: ahead(loss_slope, u, eta, beta)[0], "u", ETA, BETA),
    "v": Of(lambda u, eta, beta: ahead(loss_slope, u, eta, beta)[1], "u", ETA, BETA),
    "a": Of(lambda w, v, beta: oracle.array(x + beta * y for x, y in zip(w, v, strict=True)), "w", "v", BETA,
            code=lambda w, v, beta: w + beta * v),
}  # fmt: skip
PARABOLA = {
    **LOOKING, "c": Reals(0.1, 2),
    "w": Of(lambda u, c, eta, beta: ahead(lambda x: c * x, u, eta, beta)[0], "u", "c", ETA, BETA),
    "v": Of(lambda u, c, eta, beta: ahead(lambda x: c * x, u, eta, beta)[1], "u", "c", ETA, BETA),
}  # fmt: skip
FORMULA = r"\begin{aligned} v &\leftarrow \beta v - \eta g \\ w &\leftarrow w + v \end{aligned}"
LIBRARIES = r"\begin{aligned} v &\leftarrow \beta v - \eta g \\ w &\leftarrow w + \beta v - \eta g \end{aligned}"


def renamed(meaning, key):
    """The docstrings of the package write mu for beta."""
    of = meaning.scope[key]
    return Of(of.f, *(BETA if name in ("mu", r"\mu") else ETA if name == "eta" else name for name in of.names), code=of.code)


ONE = {
    "w": Reals(), "g": Reals(), "v": Reals(), "u": Reals(0.01, 2), ETA: Reals(0.1, 2), BETA: Reals(0.05, 0.6),
    r"\leftarrow": "in turn",
}  # fmt: skip
HAND = {
    "v": decimals("-0.2 -0.34 -0.398 -0.3706"), "w": decimals("0.8 0.46 0.062 -0.3086"), ETA: mpf("0.1"), BETA: mpf("0.9"),
}  # fmt: skip
PARTS = {
    ETA: {1: Reals(0.1, 2), 2: Reals(0.1, 2)}, BETA: Reals(0.05, 0.9), "g": Reals(), "q": Reals(),
    "v": Of(lambda q, eta: -eta[1] * q, "q", ETA),
}  # fmt: skip
POLYAK = {
    "u": Reals(0.5, 2), "t": Whole(2, STEPS), ETA: Reals(0.05, 0.4), BETA: Reals(0.05, 0.9),
    "w": Of(lambda u, eta, beta: walk(loss_slope, u, eta, beta), "u", ETA, BETA),
    "g": Of(lambda w: oracle.entries(loss_slope, w)),
}  # fmt: skip

MEANING = Meaning(
    {**GIVEN, "w": Reals(), "q": Reals(), "c": Reals(0.1, 2), "E": Function(loss, slope=loss_slope), "a": Reals(), "m": Reals(),
     r"\alpha": Of(rate_of_average, ETA, BETA), "u": Vector(2), "p": Reals(), "Q": Reals(), "j": Running()},
    sections={"by-hand": HAND, "ravine": BOWL, "nesterov": LOOKING, "two-forms": LOOKING},
    formulas={
        FORMULA: {**ONE, **{key: renamed(MOMENTUM, key) for key in (r"v \leftarrow", r"w \leftarrow")}},
        LIBRARIES: {
            **ONE,
            r"v \leftarrow": Of(
                lambda v, eta, beta, g: last_step(optimizers.momentum(0, [-v / eta, g], eta, beta)), "v", ETA, BETA, "g",
                code=lambda v, eta, beta, g: state(NAG(eta, beta), "velocity", -v / eta, g),
            ),
            # after the first row, v is the new velocity: the one before it is what the oracle needs
            r"w \leftarrow": Of(
                lambda w, v, eta, beta, g: w + last_step(optimizers.nag(0, [-(v + eta * g) / beta / eta, g], eta, beta)),
                "w", "v", ETA, BETA, "g",
            ),
        },
        r"\beta = 0": {BETA: 0}, r"\beta = 0.9": {BETA: mpf("0.9")}, r"\beta = 0.8": {BETA: mpf("0.8")},
        "n = 10": {"n": 10}, r"\eta = 0.1": {ETA: mpf("0.1")},
        r"w_{t+1} = w_t - \eta g_t + \beta (w_t - w_{t-1})": POLYAK,
        "E = w^2": {"w": Reals(), "E": Of(lambda w: abs(w) ** 2)}, "2w": {"w": Reals()}, "w^2": {"w": Reals()},
        r"v_t = -\eta g \, \frac{1 - \beta^t}{1 - \beta}": STEADY,
        r"\begin{aligned} m &\leftarrow \beta m + (1 - \beta) g \\ w &\leftarrow w - \alpha m \end{aligned}": AVERAGE,
        r"E = \frac{1}{2} \left( c_1 u_1^2 + c_2 u_2^2 \right)": {
            "c": Vector(2, 0.1, 2), "u": Vector(2), "E": Of(lambda c, u: oracle.dot(c, oracle.array(v * v for v in u)) / 2),
        },
        "u_1": {"u": Vector(2)}, "u_2": {"u": Vector(2)}, "c_1": {"c": Vector(2)}, "c_2": {"c": Vector(2)},
        "c_j u_j": {"c": Vector(2), "u": Vector(2)},
        r"w_{t+1} = w_t - \eta c w_t = (1 - \eta c)\, w_t": {
            "t": Whole(1, STEPS - 1), "w": Of(plain, "u", "c", ETA),
        },
        r"(1 - \sqrt{\beta})^2 < \eta c < (1 + \sqrt{\beta})^2": {
            r"\iff": [Of(lambda eta, beta, c: is_complex(1 + beta - eta * c, beta), ETA, BETA, "c")],
        },
        r"p = 1 + \beta - \eta c": BOWL,
        r"p^2 < 4 \beta": {"p": Reals(-2, 2), r"\iff": [Of(is_complex, "p", BETA)]},
        r"Q_t = w_{t+1}^2 - p\, w_{t+1} w_t + \beta w_t^2": SQUARES,
        r"""\begin{aligned} Q_t &= w_{t+1} (w_{t+1} - p w_t) + \beta w_t^2 \\ &= -\beta w_{t+1} w_{t-1} + \beta w_t^2 \\
        &= \beta \left( w_t^2 - (p w_t - \beta w_{t-1})\, w_{t-1} \right) \\
        &= \beta \left( w_t^2 - p w_t w_{t-1} + \beta w_{t-1}^2 \right) \\ &= \beta Q_{t-1} \end{aligned}""": SQUARES,
        r"Q_t = \left( w_{t+1} - \frac{p}{2} w_t \right)^2 + \left( \beta - \frac{p^2}{4} \right) w_t^2": SQUARES,
        "Q": SQUARES, "Q_t": SQUARES,
        r"""\begin{aligned} v_{t+1} &= \beta v_t - \eta c (w_t + \beta v_t) \\ &= \beta (1 - \eta c)\, v_t - \eta c w_t
        \end{aligned}""": PARABOLA,
        r"\beta (1 - \eta c)": PARABOLA, r"\eta c": PARABOLA, "c": PARABOLA,
        r"\eta c = 1": {ETA: mpf("0.5"), "c": 2},
        "E'(w) = w^3 - w + 0.2": {"w": Reals(), "E": Function(two_wells)},
        r"\begin{aligned} q &\leftarrow \beta q + g \\ w &\leftarrow w - \eta q \end{aligned}": {
            **ONE, "q": Reals(),
            r"q \leftarrow": Of(lambda q, beta, g: last_step(optimizers.momentum(0, [-q, -g], 1, beta)), "q", BETA, "g"),
            r"w \leftarrow": Of(lambda w, eta, q: next(optimizers.sgd(w, [q], eta)), "w", ETA, "q"),
        },
        r"v = -\eta q": {
            "g": Vector(STEPS), "q": Of(lambda g, beta: -velocities(g, 1, beta)[-1], "g", BETA),
            "v": Of(lambda g, eta, beta: velocities(g, eta, beta)[-1], "g", ETA, BETA),
        },
        r"-\eta_2 (\beta q + g) = \frac{\eta_2}{\eta_1}\, \beta v - \eta_2 g": PARTS, r"\eta_1": PARTS, r"\eta_2": PARTS,
        r"\beta v": PARTS,
        "w_{t+1} = -w_t": {"t": 1, "w": [mpf(1), mpf(-1)]}, "w_{t-1} = -w_t": {"t": 2, "w": [mpf(1), mpf(-1)]},
        r"-1 = (1 + \beta - \eta c) + \beta": {"c": Of(lambda eta, beta: (2 + 2 * beta) / eta, ETA, BETA)},
        r"\eta c = 2 + 2 \beta": {"c": Of(lambda eta, beta: limit_of(beta) / eta, ETA, BETA)},
        r"\eta c = 0.5": {ETA: mpf("0.25"), "c": 2},
    },
    values={
        r"\frac{1}{1 - \beta}": Of(lambda beta: total(beta, LONG), BETA),
        r"1 - \beta^n": Of(lambda beta, n: total(beta, n) / total(beta, LONG), BETA, "n"),
        r"1 - \beta": Of(lambda beta: 1 / total(beta, LONG), BETA),
        "2w": Of(lambda w: mpmath.diff(lambda x: x * x, w)), "w^2": Of(lambda w: abs(w) ** 2),
        r"\frac{2}{c}": Of(lambda c: mpmath.findroot(lambda eta: eta * c - 2, 1)),
        r"\frac{1}{c}": Of(lambda c: mpmath.findroot(lambda eta: 1 - eta * c, 1)),
        r"\beta (1 - \eta c)": Of(lambda beta, eta, c: beta - beta * eta * c, BETA, ETA, "c"),
    },
)  # fmt: skip


def limit_of(beta):
    """Where a root of z^2 - p z + beta leaves the unit circle at -1."""
    return mpmath.findroot(lambda x: 1 + (1 + beta - x) + beta, 3)
