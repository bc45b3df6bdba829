"""The formulas of the page that compares all optimizers."""

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.optimizers import SGD, Adagrad, Adam, RMSprop
from oracle import optimizers
from oracle.network import decimals
from press.formula.meanings import Of, Reals, Vector, Whole
from press.formula.page import Meaning, spaced
from proofs.formulas.optimizers.momentum import BETA, ETA, FORMULA, LIBRARIES
from proofs.formulas.optimizers.momentum import MEANING as MOMENTUM_PAGE
from proofs.reference.api.optimizers import (
    ASIDE,
    MEANINGS,
    MOMENTS,
    adam,
    adam_in_code,
    corrected,
    last_step,
    moment,
    state,
    updated,
)

B1, B2, RHO, EPS = r"\beta_1", r"\beta_2", r"\rho", r"\epsilon"
SCOPE = {
    "w": Reals(), "g": Reals(-2, 2, extremes=(1,)), "v": Reals(), "m": Reals(), "s": Reals(0.05, 4), "u": Reals(0.01, 2),
    ETA: Reals(0.1, 2), BETA: Reals(0.05, 0.6), RHO: Reals(0.05, 0.95), EPS: Reals(0.05, 1), B1: Reals(0.05, 0.6),
    B2: Reals(0.05, 0.6), "t": Whole(1, 6), "G": Vector(6, 0.25, 2), "c": Reals(0.1, 9), "B": Whole(1, 512),
}  # fmt: skip


# Adagrad and RMSprop in two rows: in the second, s is the new state, from which the one before is found

SUMS = {
    r"\leftarrow": "in turn",
    r"s \leftarrow": Of(
        lambda s, g: mpmath.hypot(mpmath.sqrt(s), g) ** 2, "s", "g",
        code=lambda s, g: state(Adagrad(1.0, initial_accumulator_value=s), "accumulator", g),
    ),
    r"w \leftarrow": Of(
        lambda w, s, g, eta, eps: w + last_step(optimizers.adagrad(0, [g], eta, s - g * g, eps)), "w", "s", "g", ETA, EPS,
        code=lambda w, s, g, eta, eps: updated(Adagrad(eta, max(s - g * g, 0.0), eps), w, g),
    ),
}  # fmt: skip


def before(s, g, rho, root):
    """The gradient that would have made the state before the last one."""
    return root(max(s - (1 - rho) * g * g, 0) / rho / (1 - rho))


MEANS = {
    r"\leftarrow": "in turn",
    r"s \leftarrow": Of(
        lambda s, rho, g: g * g - rho * (g * g - s), "s", RHO, "g",
        code=lambda s, rho, g: state(RMSprop(1.0, rho), "mean_square", np.sqrt(s / (1 - rho)), g),
    ),
    r"w \leftarrow": Of(
        lambda w, s, g, rho, eta, eps: w + last_step(
            optimizers.rmsprop(0, [before(s, g, rho, mpmath.sqrt), g], eta, rho, eps)
        ),
        "w", "s", "g", RHO, ETA, EPS,
        code=lambda w, s, g, rho, eta, eps: updated(RMSprop(eta, rho, eps), w, before(s, g, rho, np.sqrt), g),
    ),
}  # fmt: skip
BOTH = {
    r"m \leftarrow": Of(
        lambda m, b1, g: g - b1 * (g - m), "m", B1, "g", code=lambda m, b1, g: state(Adam(1.0, b1), "m", m / (1 - b1), g),
    ),
    r"s \leftarrow": Of(
        lambda s, b2, g: g * g - b2 * (g * g - s), "s", B2, "g",
        code=lambda s, b2, g: state(Adam(beta_2=b2), "v", np.sqrt(s / (1 - b2)), g),
    ),
}  # fmt: skip
ADAM = {
    "m": MOMENTS["m"], r"\hat{m}": MOMENTS[r"\hat{m}"],
    "s": Of(moment(2), "G", "t", B2, code=lambda G, t, b2: state(Adam(beta_2=b2), "v", *G[: int(t)])),
    r"\hat{s}": Of(corrected(2), "G", "t", B2),
    r"w \leftarrow": Of(
        lambda w, *rest: w + adam(False, *rest), "w", "t", "G", ETA, B1, B2, EPS,
        code=lambda w, *rest: adam_in_code(False, w, *rest),
    ),
}  # fmt: skip
FIRST = {
    r"\hat{m}": Of(lambda g, b1: corrected(1)([g], 1, b1), "g", B1),
    r"\hat{s}": Of(lambda g, b2: corrected(2)([g], 1, b2), "g", B2),
}  # fmt: skip


def first(path):
    """The size of the first step, by the oracle and in code."""
    return abs(last_step(path))


ADAGRAD_ROWS = r"\begin{aligned} s &\leftarrow s + g^2 \\ w &\leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}} \end{aligned}"
RMSPROP_ROWS = r"""\begin{aligned} s &\leftarrow \rho s + (1 - \rho) g^2 \\ w &\leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}}
\end{aligned}"""
MEAN_ROWS = r"""\begin{aligned} m &\leftarrow \beta_1 m + (1 - \beta_1) g \\ s &\leftarrow \beta_2 s + (1 - \beta_2) g^2
\end{aligned}"""
HATS = r"\begin{aligned} \hat{m} &= \frac{m}{1 - \beta_1^t} \\ \hat{s} &= \frac{s}{1 - \beta_2^t} \end{aligned}"
STEP = r"w \leftarrow w - \frac{\eta \hat{m}}{\sqrt{\hat{s}} + \epsilon}"
FIRST_MEANS = r"""\begin{aligned} \hat{m} &= \frac{(1 - \beta_1) g}{1 - \beta_1} = g \\
\hat{s} &= \frac{(1 - \beta_2) g^2}{1 - \beta_2} = g^2 \end{aligned}"""
HAND = {
    "w": [mpf("0.7"), mpf("0.075")], "v": decimals("-0.3 -0.625"),
}  # fmt: skip
HAND_ADAGRAD = r"""\begin{aligned} s_1 &= 0 + 3^2 = 9 \\ w_1 &= 1 - \frac{0.1 \cdot 3}{\sqrt{9}} = 0.9 \\ s_2 &= 9 + 4^2 = 25 \\
w_2 &= 0.9 - \frac{0.1 \cdot 4}{\sqrt{25}} = 0.82 \end{aligned}"""
HAND_ADAM = r"""\begin{aligned} m_1 &= 0.75 \cdot 0 + 0.25 \cdot 3 = 0.75 \\ s_1 &= 0.75 \cdot 0 + 0.25 \cdot 3^2 = 2.25 \\
\hat{m}_1 &= \frac{0.75}{1 - 0.75} = 3 \\ \hat{s}_1 &= \frac{2.25}{1 - 0.75} = 9 \\
w_1 &= 1 - \frac{0.1 \cdot 3}{\sqrt{9}} = 0.9 \\ m_2 &= 0.75 \cdot 0.75 + 0.25 \cdot 4 = 1.5625 \\
s_2 &= 0.75 \cdot 2.25 + 0.25 \cdot 4^2 = 5.6875 \\ \hat{m}_2 &= \frac{1.5625}{1 - 0.75^2} \approx 3.5714 \\
\hat{s}_2 &= \frac{5.6875}{1 - 0.75^2} = 13 \\
w_2 &\approx 0.9 - \frac{0.1 \cdot 3.5714}{\sqrt{13}} \approx 0.8009 \end{aligned}"""
PATH = list(optimizers.adam(1, [mpf(3), mpf(4)], mpf("0.1"), mpf("0.75"), mpf("0.75"), ASIDE))

MEANING = Meaning(
    {**SCOPE, r"\hat{m}": Reals(), r"\hat{s}": Reals(0.01, 4), "E": Reals()},
    sections={"by-hand": HAND},
    formulas={
        r"w \leftarrow w - \eta g": {r"w \leftarrow": MEANINGS["SGD"].scope[r"w \leftarrow"]},
        FORMULA: MOMENTUM_PAGE.formulas[spaced(FORMULA)], LIBRARIES: MOMENTUM_PAGE.formulas[spaced(LIBRARIES)],
        ADAGRAD_ROWS: SUMS, RMSPROP_ROWS: MEANS, MEAN_ROWS: BOTH, HATS: ADAM, STEP: ADAM, FIRST_MEANS: FIRST,
        HAND_ADAGRAD: {"s": decimals("9 25"), "w": decimals("0.9 0.82")},
        HAND_ADAM: {
            "m": decimals("0.75 1.5625"), "s": decimals("2.25 5.6875"), r"\hat{m}": [mpf(3), mpf(25) / 7],
            r"\hat{s}": decimals("9 13"), "w": PATH, r"\approx": 1e-4,
        },
        r"\beta = 0": {BETA: 0}, r"\beta_1 = 0": {B1: 0}, r"\eta = 0.1": {ETA: mpf("0.1")}, "t = 1": {"t": 1},
        r"m = (1 - \beta_1) g": {"m": Of(lambda g, b1: moment(1)([g], 1, b1), "g", B1)},
        r"s = (1 - \beta_2) g^2": {"s": Of(lambda g, b2: moment(2)([g], 1, b2), "g", B2)},
        r"E = \frac{1}{2} (w_1^2 - w_2^2)": {
            "w": Vector(2), "E": Of(lambda w: (w[0] - w[1]) * (w[0] + w[1]) / 2),
        },
        r"w_2 - \frac{-w_2}{-1} = 0": {"w": Vector(2)}, "-w_2": {"w": Vector(2)},
    },
    values={
        r"\eta \lvert g \rvert": Of(
            lambda eta, g: first(optimizers.sgd(0, [g], eta)), ETA, "g",
            code=lambda eta, g: abs(updated(SGD(eta), 0.0, g)),
        ),
        "-w_2": Of(lambda w: mpmath.diff(lambda b: (w[0] ** 2 - b**2) / 2, w[1])),
    },
)  # fmt: skip
