"""The formulas of the page about Adam."""

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.optimizers import AdamW
from oracle import formulas as oracle
from oracle import optimizers
from press.formula.meanings import Matrix, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning
from proofs.reference.api.optimizers import ADAM, ALL, MOMENTS, corrected, last_step, moment, updated

FIRST = {
    "t": 1, "g": Reals(-2, 2, extremes=(1,)), "G": Of(lambda g: oracle.array([g])),
    r"\beta_1": Reals(0.05, 0.6), r"\beta_2": Reals(0.05, 0.6), r"\eta": Reals(0.1, 2), r"\epsilon": Reals(0.05, 1),
    r"\hat{m}": Of(corrected(1), "G", "t", r"\beta_1"), r"\hat{v}": Of(corrected(2), "G", "t", r"\beta_2"),
}  # fmt: skip


def rows(G, c):
    """Draws of the gradients, one row for each step: all rows have the mean c."""
    return {k: oracle.array(v - mpmath.fsum(row) / len(row) + c for v in row) for k, row in enumerate(G, start=1)}


def powers(G, c):
    """Draws whose squares have one mean: each row in another order."""
    return {k: np.roll(G[0] + c, k) for k in range(1, len(G) + 1)}


def leaky(power):
    """The leaky means after each step, one column for each draw, from the start at zero on."""
    def after(g, beta):
        found, last = {}, oracle.array([mpf(0)] * len(g[1]))
        for k, row in g.items():
            last = last + (1 - beta) * (oracle.array(v**power for v in row) - last)
            found[k] = last
        return found

    return after


DRAWS = {
    "n": 5, "G": Matrix(5, 4), "c": Reals(0.1, 2), "t": Whole(1, 5), "k": Running(), r"\beta_1": Reals(0.05, 0.95),
    r"\beta_2": Reals(0.05, 0.95), "g": Of(rows, "G", "c"),
    "m": Of(leaky(1), "g", r"\beta_1"), "v": Of(leaky(2), "g", r"\beta_2"),
}  # fmt: skip
SQUARES = {**DRAWS, "g": Of(powers, "G", "c")}


# gradients one after the other

def run_of(power):
    return lambda g, beta: oracle.array(moment(power)(g, t, beta) for t in range(1, len(g) + 1))


RUN = {
    "t": Whole(1, 6), "g": Vector(6), "k": Running(), r"\beta_1": Reals(0.05, 0.6), r"\beta_2": Reals(0.05, 0.6),
    "m": Of(run_of(1), "g", r"\beta_1"), "v": Of(run_of(2), "g", r"\beta_2"),
    "S": Of(lambda t, b1, b2: (1 - (b1 * b1 / b2) ** t) / (1 - b1 * b1 / b2), "t", r"\beta_1", r"\beta_2"),
}  # fmt: skip


def plain_sizes(eta, b1, b2):
    """Steps without the correction, for equal gradients: by keeping both means."""
    sizes, m, v = [], mpf(0), mpf(0)
    for _ in range(6):
        m, v = m + (1 - b1) * (3 - m), v + (1 - b2) * (9 - v)
        sizes.append(eta * m / mpmath.sqrt(v))
    return oracle.array(sizes)


PLAIN = {
    "t": Whole(1, 6), r"\eta": Reals(0.1, 2), r"\beta_1": Reals(0.05, 0.95), r"\beta_2": Reals(0.05, 0.95),
    "u": Of(plain_sizes, r"\eta", r"\beta_1", r"\beta_2"),
}  # fmt: skip
USUAL = {**PLAIN, r"\beta_1": mpf("0.9"), r"\beta_2": mpf("0.999"), r"\approx": 1e-3}

# the example of Reddi and others: p is the mean square before a step

TURNS = {
    "C": Reals(2.1, 9), r"\beta_2": Of(lambda C: mpmath.mpf(1) / mpmath.fsum((1, C * C))), "c": Reals(0, 1, extremes=(0, 1)),
    "p": Of(lambda C, c: c * C * C), r"\eta": Reals(0.1, 2),
}  # fmt: skip
DECAY = {"w": Reals(), "g": Reals(), r"\eta": Reals(0.1, 1), r"\lambda": Reals(0, 1)}


def decayed(w, t, G, eta, b1, b2, eps, decay):
    """The weight after a step of AdamW whose gradients before were those of G."""
    steps = last_step(optimizers.adam(0, G[: int(t)], eta, b1, b2, eps, hat=False))
    return next(optimizers.sgd(w, [decay * w], eta)) + steps


def decayed_in_code(w, t, G, eta, b1, b2, eps, decay):
    rule = AdamW(eta, decay, b1, b2, eps, epsilon_hat=False)
    return updated(rule, w, *G[: int(t)])


FOLDED = r"""\begin{aligned} \frac{\eta \hat{m}}{\sqrt{\hat{v}} + \epsilon}
&= \frac{\eta}{1 - \beta_1^t} \cdot \frac{m}{\frac{\sqrt{v}}{\sqrt{1 - \beta_2^t}} + \epsilon} \\
&= \frac{\eta \sqrt{1 - \beta_2^t}}{1 - \beta_1^t} \cdot \frac{m}{\sqrt{v} + \epsilon \sqrt{1 - \beta_2^t}} \end{aligned}"""

MEANING = Meaning(
    {
        **ADAM.scope, "k": Running(), "c": Reals(), "x": Reals(),
        r"\hat{m}": Reals(), r"\hat{v}": Reals(0.1, 2), "n": Whole(1, 9), "r": Reals(0.01, 4), "u": Reals(),
        r"r \leftarrow": Of(lambda r, v: (r + v + abs(r - v)) / 2),
    },
    sections={
        "bound": RUN, "amsgrad": TURNS,
        "by-hand": {
            r"\approx": 1e-4, "m": [mpf(1), mpf(1)], "v": [mpf(1), mpf(1)],
            r"\hat{m}": [mpf(2), mpf(4) / 3], r"\hat{v}": [mpf(4), mpf(16) / 7],
            "w": [mpf("0.9"), mpf("0.9") - mpf("0.1") * mpf(4) / 3 / mpmath.sqrt(mpf(16) / 7)],
        },
    },
    formulas={
        r"\hat{m} = \frac{m}{1 - \beta_1^t}": MOMENTS, r"\hat{v} = \frac{v}{1 - \beta_2^t}": MOMENTS,
        r"w \leftarrow w - \frac{\eta \hat{m}}{\sqrt{\hat{v}} + \epsilon}": MOMENTS,
        r"""\begin{aligned} \mathbb{E}[m_t] &= (1 - \beta_1) \sum_{k=1}^{t} \beta_1^{t - k} \, \mathbb{E}[g_k] \\
        &= \mathbb{E}[g_1] \, (1 - \beta_1) \sum_{k=1}^{t} \beta_1^{t - k} \\ &= \mathbb{E}[g_1] \, (1 - \beta_1^t)
        \end{aligned}""": DRAWS,
        r"\mathbb{E}[v_t] = \mathbb{E}[g_1^2] \, (1 - \beta_2^t)": SQUARES,
        r"u_t = \eta \frac{1 - \beta_1^t}{\sqrt{1 - \beta_2^t}}": PLAIN,
        r"u_1 = \eta \frac{0.1}{\sqrt{0.001}} \approx 3.16 \eta": USUAL,
        r"\frac{\eta \hat{m}}{\sqrt{\hat{v}} + \epsilon} = \frac{\eta g}{\lvert g \rvert + \epsilon}": FIRST,
        FOLDED: MOMENTS,
        r"1 - \beta_1 > \sqrt{1 - \beta_2}": {**ADAM.scope, **ADAM.formulas[r"1 - \beta_1 > \sqrt{1 - \beta_2}"]},
        r"\beta_1 = 0": {r"\beta_1": 0}, r"\beta_1 = 0.5": {r"\beta_1": mpf("0.5")},
        r"\beta_2 = 0.75": {r"\beta_2": mpf("0.75")}, r"\eta = 0.1": {r"\eta": mpf("0.1")},
        r"\beta_2 = \frac{1}{1 + C^2}": TURNS,
        r"w - \eta (g + \lambda w) = (1 - \eta \lambda) w - \eta g": DECAY,
        r"w \leftarrow (1 - \eta \lambda) w - \frac{\eta \hat{m}}{\sqrt{\hat{v}} + \epsilon}": {
            **MOMENTS, r"w \leftarrow": Of(decayed, "w", *ALL, r"\epsilon", r"\lambda", code=decayed_in_code),
        },
        r"\frac{\eta \sqrt{1 - \beta_2}}{1 - \beta_1}": {r"\beta_1": Reals(0.05, 0.95), r"\beta_2": Reals(0.05, 0.95)},
        r"(1 - 0.001 \cdot 0.5)^{1000} \approx 0.6065": {r"\approx": 1e-4},
        r"\frac{\sqrt{0.001}}{0.1} \approx 0.316": {r"\approx": 1e-3},
        r"\frac{1}{\sqrt{0.001}} \approx 31.6": {r"\approx": 1e-3},
        r"\frac{0.1}{\sqrt{0.001}} \cdot \frac{1}{\sqrt{1 - \frac{0.9^2}{0.999}}} \approx 7.27": {r"\approx": 1e-3},
    },
    values={
        r"\eta \frac{1 - \beta_1}{\sqrt{1 - \beta_2}}": ADAM.values[r"\eta \frac{1 - \beta_1}{\sqrt{1 - \beta_2}}"],
        r"1 - \beta_1^t": Of(lambda t, b: mpmath.fsum((1 - b) * b**age for age in range(int(t))), "t", r"\beta_1"),
        r"\sqrt{1 - \beta_2^t}": Of(
            lambda t, b: mpmath.sqrt(mpmath.fsum((1 - b) * b**age for age in range(int(t)))), "t", r"\beta_2",
        ),
        r"\frac{\sqrt{1 - \beta_2^t}}{1 - \beta_1^t}": Of(
            lambda t, b1, b2: mpmath.sqrt(moment(2)([mpf(1)] * 6, t, b2)) / moment(1)([mpf(1)] * 6, t, b1),
            "t", r"\beta_1", r"\beta_2",
        ),
        "C^2": Of(lambda C: C * abs(C)), r"\sqrt{2}": Of(lambda: mpmath.hypot(1, 1)),
        "w^2 + w^4": Of(lambda w: mpmath.quad(lambda v: 2 * v + 4 * v**3, [0, w])),
        "x^2 + x^4": Of(lambda x: mpmath.quad(lambda v: 2 * v + 4 * v**3, [0, x])),
        "g^2": Of(lambda g: abs(g) * abs(g)),
        r"\frac{\lambda}{2} w^2": Of(lambda w, decay: mpmath.quad(lambda v: decay * v, [0, w]), "w", r"\lambda"),
        r"\frac{\eta \sqrt{1 - \beta_2}}{1 - \beta_1}": Of(
            lambda eta, b1, b2: eta * (1 / (1 - b1)) / mpmath.sqrt(1 / (1 - b2)), r"\eta", r"\beta_1", r"\beta_2",
        ),
    },
)  # fmt: skip
