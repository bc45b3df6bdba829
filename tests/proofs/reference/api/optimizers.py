"""What the formulas in the docstrings of dlnotes.optimizers mean.

One weight stands for all. An optimizer has no state to set: the gradient before the last makes it what it must be.
"""

import mpmath
import numpy as np

from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, AdamW, Momentum, RMSprop
from oracle import optimizers as oracle
from press.formula.meanings import Of, Reals, Vector, Whole
from press.formula.page import Meaning

MANY = 300          # gradients, after which what is kept to 60 % of it is below 1e-60
ASIDE, ASIDE_IN_CODE = "1e-80", 1e-300      # an epsilon that is not seen


def last(path):
    return list(path)[-1]


def last_step(path):
    """The last step of a path from 0."""
    before, after = [0, *path][-2:]
    return after - before


def updated(optimizer, w, *gradients):
    """Return the weight after the last update, before which it was w, and the optimizer."""
    weight = np.zeros(1)
    for g in gradients:
        weight[:] = w
        optimizer.update([weight], [np.array([float(g)])])
    return weight[0]


def state(optimizer, name, *gradients):
    updated(optimizer, 0.0, *gradients)
    return optimizer.state(name)[0][0]


def from_zero_to_one(symbol, make):
    """The scope in which an optimizer takes what is from 0 to below 1, and nothing else."""
    def is_taken(value):
        try:
            make(value)
        except ValueError:
            return False
        return True

    return {
        symbol: Reals(-1, 2, extremes=(0, 1)),
        r"\iff": [Of(lambda value: abs(2 * value - 1) <= 1 and value != 1, symbol, code=is_taken)],
    }


SCOPE = {
    "w": Reals(), "g": Reals(), "v": Reals(), "m": Reals(), "s": Reals(0.01, 4), "u": Reals(0.01, 2), "t": Whole(1, 6),
    r"\eta": Reals(0.1, 2), r"\mu": Reals(0.05, 0.6), r"\rho": Reals(0.05, 0.95), r"\epsilon": Reals(0.05, 1),
    r"\beta_1": Reals(0.05, 0.6), r"\beta_2": Reals(0.05, 0.6), r"\lambda": Reals(0, 1),
    "G": Vector(6, 0.25, 2), "p": Reals(0.1, 2),
}  # fmt: skip
RATES = (r"\eta", r"\mu")

# momentum: u is the last step, v the next; G the gradients from the first on


def velocity(make):
    return Of(
        lambda eta, mu, v, g: last_step(oracle.momentum(0, [-v / eta, g], eta, mu)), *RATES, "v", "g",
        code=lambda eta, mu, v, g: state(make(eta, mu), "velocity", -v / eta, g),
    )  # fmt: skip


def velocity_after(make):
    return Of(
        lambda eta, mu, G: last_step(oracle.momentum(0, G, eta, mu)), *RATES, "G",
        code=lambda eta, mu, G: state(make(eta, mu), "velocity", *G),
    )  # fmt: skip


def whole_path(optimizer, gradients):
    weight = np.zeros(1)
    for g in gradients:
        optimizer.update([weight], [np.array([g])])
    return weight[0]


MOMENTUM = Meaning(
    {
        **SCOPE,
        r"v \leftarrow": velocity(Momentum),
        r"w \leftarrow": Of(
            lambda w, u, v, eta, mu: last(oracle.momentum(w - u, [-u / eta, (mu * u - v) / eta], eta, mu)),
            code=lambda w, u, v, eta, mu: updated(Momentum(eta, mu), w, -u / eta, (mu * u - v) / eta),
        ),
    },
    formulas={
        r"-\frac{v}{\eta}": {"v": velocity_after(Momentum), "G": Vector(2)},
        r"0 \le \mu < 1": from_zero_to_one(r"\mu", lambda mu: Momentum(momentum=mu)),
    },
    values={
        r"-\frac{\eta g}{1 - \mu}": Of(
            lambda eta, g, mu: last_step(oracle.momentum(0, [g] * MANY, eta, mu)),
            code=lambda eta, g, mu: updated(Momentum(eta, mu), 0.0, *[g] * MANY),
        ),
        # PyTorch's velocity: a share of the last one and the gradient
        r"-\frac{v}{\eta}": Of(lambda mu, G: mu * G[0] + G[1]),
    },
)  # fmt: skip
NESTEROV = Meaning(
    {
        **SCOPE,
        r"v \leftarrow": velocity(NAG),
        r"w \leftarrow": Of(
            lambda w, u, eta, mu, g: last(oracle.nag(w - mu * u - u, [-u / eta, g], eta, mu)),
            code=lambda w, u, eta, mu, g: updated(NAG(eta, mu), w, -u / eta, g),
        ),
    },
    formulas={
        r"w \leftarrow w + \mu v - \eta g": {
            "v": Of(
                lambda u, eta, mu, g: last_step(oracle.momentum(0, [-u / eta, g], eta, mu)),
                code=lambda u, eta, mu, g: state(NAG(eta, mu), "velocity", -u / eta, g),
            ),
        },
        r"w - \mu v": {
            "v": velocity_after(NAG),
            "w": Of(
                lambda eta, mu, G: last(oracle.nag(0, G, eta, mu)), *RATES, "G",
                code=lambda eta, mu, G: whole_path(NAG(eta, mu), G),
            ),
        },
        r"0 \le \mu < 1": from_zero_to_one(r"\mu", lambda mu: NAG(momentum=mu)),
    },
    # with the same gradients, the parameters of the first form go the way of plain momentum
    values={r"w - \mu v": Of(lambda eta, mu, G: last(oracle.momentum(0, G, eta, mu)), *RATES, "G")},
)  # fmt: skip


# a rate for each parameter: u is the state before the last gradient, p the gradient before it


def denominator(step):
    """What the gradient, times the rate, was divided by."""
    return lambda eta, g, *rest: -eta * g / step(eta, g, *rest)


ADAGRAD = Meaning(
    {
        **SCOPE,
        r"s \leftarrow": Of(
            lambda s, g: mpmath.hypot(mpmath.sqrt(s), g) ** 2,
            code=lambda s, g: state(Adagrad(1.0, initial_accumulator_value=s), "accumulator", g),
        ),
        r"w \leftarrow": Of(
            lambda w, u, g, eta, epsilon: last(oracle.adagrad(w, [g], eta, u, epsilon)),
            code=lambda w, u, g, eta, epsilon: updated(Adagrad(eta, u, epsilon), w, g),
        ),
    },
    formulas={
        latex: {
            "s": Of(
                lambda u, g: mpmath.hypot(mpmath.sqrt(u), g) ** 2,
                code=lambda u, g: state(Adagrad(1.0, initial_accumulator_value=u), "accumulator", g),
            ),
        }
        for latex in (r"w \leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}}", r"\sqrt{s} + \epsilon")
    },
    values={
        r"\frac{\eta}{\sqrt{t}}": Of(
            lambda eta, t, p: -last_step(oracle.adagrad(0, [p] * int(t), eta, 0, ASIDE)),
            code=lambda eta, t, p: -updated(Adagrad(eta, 0.0, ASIDE_IN_CODE), 0.0, *[p] * int(t)),
        ),
        r"\sqrt{s} + \epsilon": Of(
            denominator(lambda eta, g, u, eps: last_step(oracle.adagrad(0, [g], eta, u, eps, inside=False))),
            r"\eta", "g", "u", r"\epsilon",
            code=denominator(lambda eta, g, u, eps: updated(Adagrad(eta, u, eps, epsilon_inside_root=False), 0.0, g)),
        ),
    },
)  # fmt: skip
RMSPROP = Meaning(
    {
        **SCOPE,
        r"s \leftarrow": Of(
            lambda s, rho, g: g * g - rho * (g * g - s),
            code=lambda s, rho, g: state(RMSprop(1.0, rho), "mean_square", np.sqrt(s / (1 - rho)), g),
        ),
        r"w \leftarrow": Of(
            lambda w, p, rho, g, eta, epsilon: w + last_step(oracle.rmsprop(0, [p, g], eta, rho, epsilon)),
            code=lambda w, p, rho, g, eta, epsilon: updated(RMSprop(eta, rho, epsilon), w, p, g),
        ),
    },
    formulas={
        **{
            latex: {
                "s": Of(
                    lambda p, rho, g: (1 - rho) * mpmath.fsum((rho * p * p, g * g)),
                    code=lambda p, rho, g: state(RMSprop(1.0, rho), "mean_square", p, g),
                ),
            }
            for latex in (r"w \leftarrow w - \frac{\eta g}{\sqrt{s + \epsilon}}", r"\sqrt{s} + \epsilon")
        },
        r"0 \le \rho < 1": from_zero_to_one(r"\rho", lambda rho: RMSprop(rho=rho)),
    },
    values={
        r"\frac{\eta}{\sqrt{1 - \rho}}": Of(
            lambda eta, rho, p: -last_step(oracle.rmsprop(0, [p], eta, rho, ASIDE)),
            code=lambda eta, rho, p: -updated(RMSprop(eta, rho, ASIDE_IN_CODE), 0.0, p),
        ),
        r"\sqrt{s} + \epsilon": Of(
            denominator(lambda eta, g, p, rho, eps: last_step(oracle.rmsprop(0, [p, g], eta, rho, eps, inside=False))),
            r"\eta", "g", "p", r"\rho", r"\epsilon",
            code=denominator(
                lambda eta, g, p, rho, eps: updated(RMSprop(eta, rho, eps, epsilon_inside_root=False), 0.0, p, g)
            ),
        ),
    },
)  # fmt: skip

# Adam: t gradients of G


def weights(t, beta):
    """How much each gradient counts, from the first on."""
    return [(1 - beta) * beta ** (int(t) - k) for k in range(1, int(t) + 1)]


def moment(power):
    return lambda G, t, beta: mpmath.fsum(a * g**power for a, g in zip(weights(t, beta), G, strict=False))


def corrected(power):
    """The weighted mean: the weights have the sum 1."""
    return lambda G, t, beta: moment(power)(G, t, beta) / mpmath.fsum(weights(t, beta))


def adam(hat, t, G, eta, b1, b2, eps):
    return last_step(oracle.adam(0, G[: int(t)], eta, b1, b2, eps, hat=hat))


def adam_in_code(hat, w, t, G, eta, b1, b2, eps):
    return updated(Adam(eta, b1, b2, eps, epsilon_hat=hat), w, *G[: int(t)])


def epsilon_in_use(step, t, G, eta, b1, b2):
    """What stands beside the root of the second moment, told from a step."""
    return -eta * corrected(1)(G, t, b1) / step - mpmath.sqrt(corrected(2)(G, t, b2))


def after_zeros(eta, b1, b2, p):
    """The size of the step of the first gradient after many that were 0."""
    return -last_step(oracle.adam(0, [0] * MANY + [p], eta, b1, b2, ASIDE))


def after_zeros_in_code(eta, b1, b2, p):
    return -updated(Adam(eta, b1, b2, ASIDE_IN_CODE), 0.0, *[0.0] * MANY, p)


def worst(t, b1, b2):
    """The gradients for which the inequality of Cauchy and Schwarz is an equality."""
    return [(b1 / b2) ** k for k in reversed(range(int(t)))]


ALL = ("t", "G", r"\eta", r"\beta_1", r"\beta_2")
MOMENTS = {
    "m": Of(moment(1), "G", "t", r"\beta_1", code=lambda G, t, b1: state(Adam(1.0, b1), "m", *G[: int(t)])),
    "v": Of(moment(2), "G", "t", r"\beta_2", code=lambda G, t, b2: state(Adam(beta_2=b2), "v", *G[: int(t)])),
    r"\hat{m}": Of(corrected(1), "G", "t", r"\beta_1"), r"\hat{v}": Of(corrected(2), "G", "t", r"\beta_2"),
}  # fmt: skip
ADAM = Meaning(
    {
        **SCOPE,
        r"m \leftarrow": Of(
            lambda m, b1, g: g - b1 * (g - m), "m", r"\beta_1", "g",
            code=lambda m, b1, g: state(Adam(1.0, b1), "m", m / (1 - b1), g),
        ),
        r"v \leftarrow": Of(
            lambda s, b2, g: g * g - b2 * (g * g - s), "v", r"\beta_2", "g",
            code=lambda s, b2, g: state(Adam(beta_2=b2), "v", np.sqrt(s / (1 - b2)), g),
        ),
        r"w \leftarrow": Of(
            lambda w, *rest: w + adam(False, *rest), "w", *ALL, r"\epsilon",
            code=lambda w, *rest: adam_in_code(False, w, *rest),
        ),
        "v": Reals(0.01, 4),
        # a geometric series
        "S": Of(lambda t, b1, b2: (1 - (b1 * b1 / b2) ** t) / (1 - b1 * b1 / b2), "t", r"\beta_1", r"\beta_2"),
    },
    formulas={
        r"\hat{m} = \frac{m}{1 - \beta_1^t}": MOMENTS,
        r"\hat{v} = \frac{v}{1 - \beta_2^t}": MOMENTS,
        r"w \leftarrow w - \frac{\eta \hat{m}}{\sqrt{\hat{v}} + \epsilon}": MOMENTS,
        r"0 \le \beta_1 < 1": from_zero_to_one(r"\beta_1", lambda b1: Adam(beta_1=b1)),
        r"0 \le \beta_2 < 1": from_zero_to_one(r"\beta_2", lambda b2: Adam(beta_2=b2)),
        r"1 - \beta_1 > \sqrt{1 - \beta_2}": {
            r"\iff": [
                Of(
                    lambda *given: after_zeros(*given) > given[0], r"\eta", r"\beta_1", r"\beta_2", "p",
                    code=lambda *given: after_zeros_in_code(*given) > given[0],
                ),
            ],
        },
    },
    values={
        r"\frac{\epsilon}{\sqrt{1 - \beta_2^t}}": Of(
            lambda *given: epsilon_in_use(adam(True, *given), *given[:5]), *ALL, r"\epsilon",
            code=lambda *given: epsilon_in_use(adam_in_code(True, 0.0, *given), *given[:5]),
        ),
        r"\eta \frac{1 - \beta_1}{\sqrt{1 - \beta_2}}": Of(
            after_zeros, r"\eta", r"\beta_1", r"\beta_2", "p", code=after_zeros_in_code,
        ),
        r"\eta \frac{1 - \beta_1}{1 - \beta_1^t} \sqrt{\frac{1 - \beta_2^t}{1 - \beta_2} S}": Of(
            lambda t, eta, b1, b2: -adam(True, t, worst(t, b1, b2), eta, b1, b2, ASIDE), "t", r"\eta", r"\beta_1", r"\beta_2",
            code=lambda t, eta, b1, b2: -adam_in_code(True, 0.0, t, worst(t, b1, b2), eta, b1, b2, ASIDE_IN_CODE),
        ),
    },
)  # fmt: skip

MEANINGS = {
    "SGD": Meaning({
        **SCOPE,
        r"w \leftarrow": Of(
            lambda w, eta, g: next(oracle.sgd(w, [g], eta)), code=lambda w, eta, g: updated(SGD(eta), w, g),
        ),
    }),
    "Momentum": MOMENTUM, "NAG": NESTEROV, "Adagrad": ADAGRAD, "RMSprop": RMSPROP, "Adam": ADAM,
    "AdamW": Meaning({
        **SCOPE,
        r"w \leftarrow": Of(
            lambda w, eta, decay: next(oracle.adam(w, [0], eta, decay=decay)), "w", r"\eta", r"\lambda",
            code=lambda w, eta, decay: updated(AdamW(eta, weight_decay=decay), w, 0.0),
        ),
    }),
}  # fmt: skip
