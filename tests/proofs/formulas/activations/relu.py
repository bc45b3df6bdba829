"""The formulas of the page about ReLU."""

from dlnotes import activations
from dlnotes.network import Dense
from oracle import formulas as oracle
from press.formula.meanings import Function, Of, Reals
from press.formula.page import Meaning

LEAKY = {
    "f": Of(
        lambda x, alpha: oracle.leaky_relu(x, alpha),
        code=activations.prelu,
        slopes={r"\alpha": lambda x, alpha: activations.prelu_alpha_gradient(x)},
    ),
}

MEANING = Meaning(
    {
        "x": Reals(-4, 4, extremes=(0, 1e-6, -1e-6)),
        r"\alpha": Reals(-1, 2),
        "f": Function(oracle.relu, code=activations.relu),
    },
    sections={"leaky-relu": LEAKY, "prelu": LEAKY},
    formulas={
        "y = 2x + 1": {"y": Of(lambda x: x + x + 1, code=lambda x: Dense([[2.0]], [1.0])([x])[0])},
        # the page says that this is wrong for alpha above 1; below 1 it is Leaky ReLU
        r"\max(x, \alpha x)": {r"\alpha": Reals(-1, 1)},
    },
    values={
        r"\max(x, \alpha x)": Of(lambda x, alpha: oracle.leaky_relu(x, alpha), code=activations.leaky_relu),
        "f(x) - f(-x)": Of(lambda x: x),
    },
)
