"""The formulas of the page about RMSprop."""

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.optimizers import Adagrad, RMSprop
from oracle import formulas as oracle
from oracle import optimizers
from press.formula.meanings import Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning
from proofs.reference.api.optimizers import ASIDE, ASIDE_IN_CODE, MANY, RMSPROP, last_step, state, updated

# gradients from the first on: the state is a sum of shares, each gradient's share carried on to the end


def means(power):
    """The leaky mean after each gradient, from what is left of each."""
    def after(g, rho):
        shares = [[(1 - rho) * rho**age for age in reversed(range(t))] for t in range(1, len(g) + 1)]
        return oracle.array(mpmath.fsum(a * v**power for a, v in zip(share, g, strict=False)) for share in shares)

    return after


def states_in_code(g, rho):
    return np.array([state(RMSprop(1.0, rho), "mean_square", *g[:t]) for t in range(1, len(g) + 1)])


def sizes(g, rho, eta):
    return oracle.array(abs(last_step(optimizers.rmsprop(0, g[:t], eta, rho, ASIDE))) for t in range(1, len(g) + 1))


def sizes_in_code(g, rho, eta):
    return np.array([
        abs(updated(RMSprop(eta, rho, ASIDE_IN_CODE), 0.0, *g[:t])) for t in range(1, len(g) + 1)
    ])  # fmt: skip


def long_run(inside):
    return Of(
        lambda g, eta, rho, eps: abs(last_step(optimizers.rmsprop(0, [g] * MANY, eta, rho, eps, inside=inside))),
        "g", r"\eta", r"\rho", r"\epsilon",
        code=lambda g, eta, rho, eps: abs(
            updated(RMSprop(eta, rho, eps, epsilon_inside_root=inside), 0.0, *[g] * MANY)
        ),
    )  # fmt: skip


INDEXED = {
    "n": 6, "t": Whole(1, 6), "g": Vector(6, 0.25, 2), "k": Running(), r"\rho": Reals(0.05, 0.95), r"\eta": Reals(0.1, 2),
    "s": Of(means(2), "g", r"\rho", code=states_in_code), "m": Of(means(1), "g", r"\rho"),
    "u": Of(sizes, "g", r"\rho", r"\eta", code=sizes_in_code),
}  # fmt: skip
EQUAL = {
    "g": Reals(-2, 2, extremes=(1,)), "p": Of(lambda g: oracle.array([g] * 6)), "t": Whole(1, 6),
    "s": Of(means(2), "p", r"\rho", code=states_in_code), "m": Of(means(1), "p", r"\rho"),
    "u": Of(sizes, "p", r"\rho", r"\eta", code=sizes_in_code),
}  # fmt: skip
SCALED = {"c": Reals(0.1, 9), "s": Reals(0.01, 4), "g": Reals(), r"\eta": Reals(0.1, 2)}
NINE = {**EQUAL, r"\rho": mpf("0.9"), "t": 1, r"\approx": 1e-3}
SPREAD = r"""\begin{aligned} \mathbb{E}[(g - \mathbb{E}[g])^2]
&= \mathbb{E}[g^2] - 2 \mathbb{E}[g] \, \mathbb{E}[g] + \mathbb{E}[g]^2 \\
&= \mathbb{E}[g^2] - \mathbb{E}[g]^2 \end{aligned}"""

MEANING = Meaning(
    {
        **RMSPROP.scope, "n": Whole(1, 9), "k": Running(), "u": Reals(), "c": Reals(0.1, 9), "a": long_run(True),
        "b": long_run(False), r"\rho": Reals(0.05, 0.6), "g": Reals(0.05, 2), "d": Of(lambda eta: mpf(eta) / 2),
        r"m \leftarrow": Of(lambda m, rho, g: g - rho * (g - m)),
    },
    sections={
        "memory": INDEXED, "first-steps": EQUAL,
        "by-hand": {"s": [mpf(1), mpf(1), mpf(3)], "w": [mpf("0.8"), mpf("0.7"), mpf("0.7") + mpf("0.3") / mpmath.sqrt(3)]},
    },
    formulas={
        r"w \leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}}":
            RMSPROP.formulas[r"w \leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}}"],
        r"\frac{\eta c g}{\sqrt{c^2 s}} = \frac{\eta g}{\sqrt{s}}": SCALED, "c": SCALED, "c^2": SCALED,
        r"\begin{aligned} s_t &\ge (1 - \rho) g_t^2 \\ \frac{\eta \lvert g_t \rvert}{\sqrt{s_t}} &\le "
        r"\frac{\eta}{\sqrt{1 - \rho}} \end{aligned}": INDEXED,
        r"u_1 = \frac{\eta}{\sqrt{1 - 0.9}} \approx 3.16 \eta": NINE,
        "s_0 = 0": {**INDEXED, "s_0": 0},
        r"\rho = 0.75": {r"\rho": mpf("0.75")}, r"\rho = 0.9": {r"\rho": mpf("0.9")},
        r"\rho = 0.99": {r"\rho": mpf("0.99")},
        r"\eta = 0.1": {r"\eta": mpf("0.1")}, r"\eta = 1": {r"\eta": 1}, r"\epsilon = 10^{-7}": {r"\epsilon": mpf("1e-7")},
        r"\sqrt{10^{-7}} \approx 3.16 \cdot 10^{-4}": {r"\approx": 1e-3},
        r"w \leftarrow w - \frac{\eta g}{\sqrt{s - m^2 + \epsilon}}": {
            "q": Reals(0.01, 4), "s": Of(lambda m, q: m * m + q),
            r"w \leftarrow": Of(lambda w, g, q, eta, epsilon: w - eta * g * mpmath.exp(-mpmath.log(q + epsilon) / 2)),
        },
        SPREAD: {"h": Vector(4), "g": Of(oracle.array, "h")},
        r"\rho^n = \frac{1}{2}": {"n": Of(lambda rho: mpmath.log(2) / -mpmath.log(rho))},
        r"n = \frac{\ln 0.5}{\ln 0.9} \approx 6.58": {
            "n": Of(lambda: mpmath.findroot(lambda n: mpf("0.9") ** n - mpf("0.5"), 7)),
        },
        r"\frac{\eta}{\sqrt{1 - \rho}}": {"p": Reals(0.1, 2)},
    },
    values={
        r"\frac{\eta}{\sqrt{1 - \rho}}": RMSPROP.values[r"\frac{\eta}{\sqrt{1 - \rho}}"],
        r"1 - \rho^n": Of(lambda rho, n: mpmath.fsum((1 - rho) * rho**age for age in range(int(n)))),
        r"1 - \rho^t": Of(lambda rho, t: mpmath.fsum((1 - rho) * rho**age for age in range(int(t)))),
        r"\frac{1}{1 - \rho}": Of(lambda rho: mpmath.nsum(lambda k: rho**k, [0, mpmath.inf])),
        "c^2": Of(lambda c: c * abs(c)),
        "t g^2": Of(
            lambda t, g: mpmath.fsum([abs(g) ** 2] * int(t)),
            code=lambda t, g: state(Adagrad(initial_accumulator_value=0.0), "accumulator", *[g] * int(t)),
        ),
        "g^2": Of(lambda g: abs(g) * abs(g)),
        "10^{-7}": Of(lambda: 1 / mpf(10**7)),
        r"\frac{1}{2} w^2": Of(lambda w: mpmath.quad(lambda v: v, [0, w])),
    },
)  # fmt: skip
