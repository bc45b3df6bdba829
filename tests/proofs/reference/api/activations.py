"""What the formulas in the docstrings of dlnotes.activations mean."""

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations
from oracle import activations as definitions
from oracle import formulas as oracle
from oracle.differentiation import derivative, left_derivative
from press.formula.meanings import Function, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning

CORNER = Reals(-4, 4, extremes=(0, 1e-6, -1e-6))
SIGNS = (-2, -1, 1, 2)      # one-sided functions of a line differ on either side of 0 or nowhere


def left_slope(name):
    """The slope of the side of the smaller inputs."""
    return lambda x: definitions.slope(name, x)


def leaky_slope(x, alpha):
    return left_derivative(lambda v: oracle.leaky_relu(v, alpha), x)


def is_maximum(alpha):
    return all(oracle.leaky_relu(mpf(x), alpha) == max(x, alpha * x) for x in SIGNS)


def is_maximum_by_code(alpha):
    return all(activations.leaky_relu(x, alpha) == max(x, alpha * x) for x in SIGNS)


def largest(x):
    """The number of the largest entry, counted from 1."""
    return sorted(range(len(x)), key=lambda k: x[k])[-1] + 1


def others(x):
    """What the sum of e^(x_j - x_m) is apart from its largest term: 1 over the largest share, less 1."""
    return 1 / max(oracle.softmax(x)) - 1


SCOPE = {
    "x": CORNER, r"\alpha": Reals(-1, 2),
    r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
    r"\tanh": Function(mpmath.tanh, code=activations.tanh, code_slope=activations.tanh_derivative),
}  # fmt: skip
ROW = {
    "x": Vector(4, -3, 3), "K": 4, "i": Running(), "j": Running(),
    "s": Of(lambda x: oracle.softmax(x), code=activations.softmax, slopes={"x": activations.softmax_jacobian}),
}  # fmt: skip
LOG = {
    **ROW,
    "l": Of(
        lambda x: oracle.entries(mpmath.log, oracle.softmax(x)),
        code=activations.log_softmax, slopes={"x": activations.log_softmax_jacobian},
    ),
    "s": Of(lambda x: oracle.softmax(x), code=lambda x: np.exp(activations.log_softmax(x))),
    "m": Of(largest, "x"), "r": Of(others, "x"),
}  # fmt: skip
LEAKY = Of(leaky_slope, code=activations.leaky_relu_derivative)
NORMAL = Function(oracle.normal_share, slope=oracle.normal_density)
GELU = Of(lambda x: oracle.gelu(x), code=activations.gelu)
TANH_GELU = r"\frac{x}{2} \left(1 + \tanh\left(\sqrt{\frac{2}{\pi}} (x + 0.044715 x^3)\right)\right)"


def tanh_gelu(x):
    """The approximation, from its definition as a sigmoid of a doubled argument."""
    return x * oracle.sigmoid(2 * mpmath.sqrt(2 / mpmath.pi) * (x + mpf("0.044715") * x**3))


def bent(x):
    """The argument of the sigmoid in the tanh form."""
    return 2 * mpmath.sqrt(2 / mpmath.pi) * (x + mpf("0.044715") * x**3)


ZERO_ONE = {r"[x > 0]": Of(lambda x: definitions.step(x), code=activations.step)}

MEANINGS = {
    "identity_derivative": Meaning({
        **SCOPE, "f": Function(definitions.identity, code=activations.identity, code_slope=activations.identity_derivative),
    }),
    "step": Meaning(SCOPE, values=ZERO_ONE),
    "step_derivative": Meaning({
        **SCOPE,
        "f": Function(
            definitions.step, code=activations.step, slope=left_slope("step"), code_slope=activations.step_derivative,
        ),
    }),
    "sigmoid": Meaning(
        SCOPE, values={r"e^{-\lvert x \rvert}": Of(lambda x: min(mpmath.exp(x), mpmath.exp(-x)))},
    ),
    "relu": Meaning(SCOPE, values={r"\max(0, x)": Of(lambda x: oracle.relu(x), code=activations.relu)}),
    "relu_derivative": Meaning(
        SCOPE, values={"[x > 0]": Of(lambda x: definitions.slope("relu", x), code=activations.relu_derivative)},
    ),
    "leaky_relu": Meaning(
        {**SCOPE, "f": Of(lambda x, alpha: oracle.leaky_relu(x, alpha), code=activations.leaky_relu)},
        formulas={
            r"\max(x, \alpha x)": {r"\alpha": Reals(-1, 1, extremes=(1,))},
            r"\alpha \le 1": {
                r"\alpha": Reals(-1, 3, extremes=(1,)), r"\iff": [Of(is_maximum, "\\alpha", code=is_maximum_by_code)],
            },
        },
        values={r"\max(x, \alpha x)": Of(lambda x, alpha: oracle.leaky_relu(x, alpha), code=activations.leaky_relu)},
    ),
    "leaky_relu_derivative": Meaning(SCOPE, values={r"[x > 0] + \alpha [x \le 0]": LEAKY}),
    "prelu": Meaning(
        SCOPE,
        formulas={r"\alpha x": {"x": Reals(-4, 0, extremes=(0,))}},
        values={
            latex: Of(lambda x, alpha: oracle.leaky_relu(x, alpha), code=activations.prelu)
            for latex in (r"\alpha x", r"\max(0, x) + \alpha \min(0, x)")
        },
    ),
    "prelu_derivative": Meaning(
        SCOPE, values={r"[x > 0] + \alpha [x \le 0]": Of(leaky_slope, code=activations.prelu_derivative)},
    ),
    "prelu_alpha_gradient": Meaning(
        SCOPE,
        values={
            r"\min(0, x)": Of(
                lambda x: derivative(lambda alpha: oracle.leaky_relu(x, alpha), 2), code=activations.prelu_alpha_gradient,
            ),
        },
    ),
    "elu": Meaning(
        {**SCOPE, "f": Of(lambda x, alpha: oracle.elu(x, alpha), code=lambda x, alpha: activations.elu(x, alpha))},
        values={"e^x - 1": Of(lambda x: mpmath.expm1(x))},
    ),
    "elu_derivative": Meaning(SCOPE),
    "softplus": Meaning(
        SCOPE,
        values={
            r"\ln(1 + e^x)": Of(lambda x: oracle.softplus(x), code=activations.softplus),
            r"\max(0, x) + \ln(1 + e^{-\lvert x \rvert})": Of(lambda x: oracle.softplus(x), code=activations.softplus),
            r"\ln 2": Of(
                lambda: oracle.softplus(mpf(0)) - oracle.relu(mpf(0)),
                code=lambda: activations.softplus(0.0) - activations.relu(0.0),
            ),
        },
    ),
    "softplus_derivative": Meaning(
        SCOPE,
        values={
            r"\frac{1}{1 + e^{-x}}": Of(lambda x: derivative(oracle.softplus, x), code=activations.softplus_derivative),
        },
    ),
    "silu": Meaning(SCOPE, values={"e^{x/2} e^{x/2}": Of(lambda x: mpmath.exp(x))}),
    "silu_derivative": Meaning(
        SCOPE,
        values={
            r"\sigma(x) (1 + x \sigma(-x))": Of(lambda x: derivative(oracle.silu, x), code=activations.silu_derivative),
        },
    ),
    "gelu": Meaning(
        {**SCOPE, r"\Phi": NORMAL, r"\operatorname{erf}": Function(mpmath.erf)},
        values={TANH_GELU: Of(tanh_gelu, code=lambda x: activations.gelu(x, approximate=True))},
    ),
    "gelu_derivative": Meaning(
        {
            **SCOPE, r"\Phi": NORMAL, r"\varphi": Function(oracle.normal_density), "u": Function(bent),
        },
        values={
            r"\Phi(x) + x \varphi(x)": Of(lambda x: derivative(oracle.gelu, x), code=activations.gelu_derivative),
            r"x \sigma(u(x))": Of(tanh_gelu, code=lambda x: activations.gelu(x, approximate=True)),
            r"\sigma(u(x)) (1 + x \sigma(-u(x)) u'(x))": Of(
                lambda x: derivative(tanh_gelu, x), code=lambda x: activations.gelu_derivative(x, approximate=True),
            ),
        },
    ),
    "softmax": Meaning(ROW),
    "softmax_jacobian": Meaning(ROW, values={"1 - s_i": r"\sum_{j \ne i} s_j"}),
    "log_softmax": Meaning(
        LOG,
        formulas={
            r"-\ln K": {"K": Whole(2, 7)},
            r"x_m = \max_j x_j": {"m": Of(largest, "x", code=lambda x: int(np.argmax(activations.log_softmax(x))) + 1)},
        },
        values={
            r"-\ln K": Of(
                lambda K: mpmath.log(oracle.softmax([mpf(3)] * int(K))[0]),
                code=lambda K: activations.log_softmax([3.0] * int(K))[0],
            ),
        },
    ),
    "log_softmax_jacobian": Meaning(LOG),
}  # fmt: skip
