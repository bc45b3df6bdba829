"""The formulas of the page about Adagrad."""

import mpmath
from mpmath import mpf

from dlnotes.optimizers import Adagrad
from oracle import optimizers as oracle
from press.formula.meanings import Of, Reals, Running, Whole
from press.formula.page import Meaning
from proofs.reference.api.optimizers import ASIDE, ASIDE_IN_CODE, last, last_step, state, updated

ETA, EPSILON = r"\eta", r"\epsilon"
FORMULA = r"\begin{aligned} s &\leftarrow s + g^2 \\ w &\leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}} \end{aligned}"


def squared(s, g):
    """The sum of squares as the square of a hypotenuse."""
    return mpmath.hypot(mpmath.sqrt(s), g) ** 2


def step(gradient, eta, first):
    """The size of the oracle's next step down, epsilon aside."""
    return -last_step(oracle.adagrad(0, [gradient], eta, first, ASIDE))


def step_in_code(gradient, eta, first):
    return -updated(Adagrad(eta, first, ASIDE_IN_CODE), 0.0, gradient)


ONE = {
    "s": Reals(4.5, 9), "g": Reals(), "w": Reals(), EPSILON: Reals(0.05, 1), r"\leftarrow": "in turn",
    r"s \leftarrow": Of(squared, code=lambda s, g: state(Adagrad(1.0, initial_accumulator_value=s), "accumulator", g)),
    # after the first row, s is the new sum: without the new square it is what the oracle starts from
    r"w \leftarrow": Of(lambda w, s, g, eta, epsilon: last(oracle.adagrad(w, [g], eta, s - g * g, epsilon)),
                        code=lambda w, s, g, eta, epsilon: updated(Adagrad(eta, s - g * g, epsilon), w, g)),
}  # fmt: skip
HAND = {"s": [mpf(v) for v in (9, 25, 169)], "w": [mpf(-1), mpf("-1.8"), -mpf(1) - mpf(4) / 5 - mpf(12) / 13], ETA: 1}


MEANING = Meaning(
    {
        "s": Reals(0.5, 4), "g": Reals(0.1, 2), "w": Reals(), ETA: Reals(0.1, 2), EPSILON: Reals(0.05, 1), "c": Reals(0.2, 5),
        "t": Whole(1, 8), "T": Whole(1, 40), "a": Reals(0.01, 2), "k": Running(),
    },
    sections={"by-hand": HAND},
    formulas={
        FORMULA: ONE,
        r"\eta = 1": {ETA: 1},
        r"\sum_{t=1}^{T} \frac{1}{\sqrt{t}} > 2 \left( \sqrt{T + 1} - 1 \right)": {"t": Running()},
        r"\frac{\eta g}{\sqrt{g^2}} = \eta \operatorname{sign}(g)": {"g": Reals(-2, 2)},
        r"\eta = 0.5": {ETA: mpf("0.5")},
        "s < 1": {r"\iff": [Of(lambda s, eta: eta / mpmath.sqrt(s) > eta, "s", ETA)], "s": Reals(0.1, 3)},
    },
    values={
        "t g^2": Of(lambda t, g: mpmath.fsum([g * g] * int(t))), "w^2": Of(lambda w: abs(w) ** 2),
        r"\sqrt{s} + \epsilon": Of(
            lambda s, eta, epsilon: -eta / last_step(oracle.adagrad(0, [1], eta, s - 1, epsilon, inside=False)),
            "s", ETA, EPSILON,
        ),
        r"\frac{\eta}{\sqrt{s}}": Of(lambda eta, s, g: step(g, eta, s - g * g) / g, ETA, "s", "g"),
        r"\frac{\eta g}{\sqrt{a + g^2}}": Of(lambda eta, g, a: step(g, eta, a), ETA, "g", "a",
                                             code=lambda eta, g, a: step_in_code(g, eta, a)),
    },
)  # fmt: skip
