"""The formulas of the page about ReLU."""

import mpmath
import numpy as np

from dlnotes import activations, initializers, losses
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import gradient_descent
from oracle import formulas as oracle
from press.formula.meanings import Function, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning

START = mpmath.mpf("-1.5")
INPUTS, TARGETS = (0, 1, 2, 3), (1, 3, 5, 7)
PRELU_INPUTS = (-2, -1, mpmath.mpf("0.5"), 2)


def answer(w, b, x):
    return oracle.relu(w * x + b)


def error(w, b):
    """The mean squared error of one neuron on the four samples of the page."""
    return mpmath.fsum((answer(w, b, x) - t) ** 2 for x, t in zip(INPUTS, TARGETS, strict=True)) / 4


def traced(w, b):
    samples = [[float(x)] for x in INPUTS]
    return backpropagate(Network([Dense([[w]], [b], "relu")]), samples, [[float(t)] for t in TARGETS], "mean_squared_error")


def updated(w, b):
    network = Network([Dense([[w]], [b], "relu")])
    trace = backpropagate(network, [[float(x)] for x in INPUTS], [[float(t)] for t in TARGETS], "mean_squared_error")
    SGD(learning_rate=0.1).update(network.parameters, trace.gradients)
    return network.layers[0]


def prelu_error(alpha):
    return mpmath.fsum((oracle.leaky_relu(x, alpha) - oracle.leaky_relu(x, mpmath.mpf("0.1"))) ** 2 for x in PRELU_INPUTS) / 4


def prelu_slope(alpha):
    error = activations.prelu(PRELU_X, alpha) - activations.prelu(PRELU_X, 0.1)
    return np.mean(2 * error * activations.prelu_alpha_gradient(PRELU_X))


def chain(w, x):
    """The outputs of layers of one neuron each, from the first on."""
    found = []
    for weight in w:
        found.append(oracle.relu(weight * (found[-1] if found else x)))
    return oracle.array(found)


def chained(w, x):
    network = Network([Dense([[weight]], activation="relu") for weight in w])
    layers = backpropagate(network, [x], [0.0], "mean_squared_error").layers
    return [layer.output[0] for layer in layers]


LEAKY = {
    "f": Of(
        lambda x, alpha: oracle.leaky_relu(x, alpha),
        code=activations.prelu,
        slopes={r"\alpha": lambda x, alpha: activations.prelu_alpha_gradient(x)},
    ),
}
NEURON = {
    # one neuron and the four samples, at the weight and the bias of the page
    "w": 1, "b": mpmath.mpf("-1.5"), r"\eta": mpmath.mpf("0.1"),
    "E": Of(lambda w, b: error(w, b), code=lambda w, b: traced(w, b).loss),
    r"w \leftarrow": Of(
        lambda w, b: w - mpmath.diff(lambda v: error(v, b), w) / 10, code=lambda w, b: updated(w, b).weights[0, 0]
    ),
    r"b \leftarrow": Of(lambda w, b: b - mpmath.diff(lambda v: error(w, v), b) / 10, code=lambda w, b: updated(w, b).bias[0]),
}
SAMPLE = {
    # one neuron and one sample
    "w": Reals(), "b": Reals(), "x": Reals(), "t": Reals(),
    "z": Of(lambda w, b, x: w * x + b, code=lambda w, b, x: Dense([[w]], [b]).weighted_sum([x])[0]),
    "a": Of(lambda z: oracle.relu(z), code=activations.relu),
    "E": Of(lambda a, t: (a - t) ** 2),
}
QUOTIENT = {r"\given": r"\lvert h \rvert < \lvert x \rvert", "h": Reals(-1, 1)}
SUMS = (
    r"\begin{aligned} "
    r"z_1 &= 1 \cdot 0 - 1.5 = -1.5, & a_1 &= \max(0, -1.5) = 0 \\ "
    r"z_2 &= 1 \cdot 1 - 1.5 = -0.5, & a_2 &= \max(0, -0.5) = 0 \\ "
    r"z_3 &= 1 \cdot 2 - 1.5 = 0.5, & a_3 &= \max(0, 0.5) = 0.5 \\ "
    r"z_4 &= 1 \cdot 3 - 1.5 = 1.5, & a_4 &= \max(0, 1.5) = 1.5 "
    r"\end{aligned} "
)
SLOPES = (
    r"\begin{aligned} "
    r"\frac{\partial E_1}{\partial w} &= 2(0 - 1) \cdot 0 \cdot 0 = 0 \\ "
    r"\frac{\partial E_2}{\partial w} &= 2(0 - 3) \cdot 0 \cdot 1 = 0 \\ "
    r"\frac{\partial E_3}{\partial w} &= 2(0.5 - 5) \cdot 1 \cdot 2 = -18 \\ "
    r"\frac{\partial E_4}{\partial w} &= 2(1.5 - 7) \cdot 1 \cdot 3 = -33 "
    r"\end{aligned} "
)
WEIGHT = (
    r"w \leftarrow w - \eta \frac{\partial E}{\partial w} = 1 - 0.1 \cdot \frac{0 + 0 - 18 - 33}{4} = 2.275 "
)
BIAS = (
    r"b \leftarrow b - \eta \frac{\partial E}{\partial b} = -1.5 - 0.1 \cdot \frac{0 + 0 - 9 - 11}{4} = -1 "
)
PRELU = (
    r"\frac{\partial E}{\partial \alpha} = \frac{2 (-0.5 + 0.2) (-2) + 2 (-0.25 + 0.1) (-1)}{4} = 0.375 "
)
SAMPLES = {
    # the four samples at the weight and the bias of the page
    "w": 1, "b": mpmath.mpf("-1.5"),
    "z": Of(lambda w, b: oracle.array(w * x + b for x in INPUTS), code=lambda w, b: traced(w, b).layers[0].weighted_sum[:, 0]),
    "a": Of(lambda z: oracle.entries(oracle.relu, z), code=lambda z: activations.relu(z)),
    "E": {
        number: Of(lambda w, b, x=x, t=t: (answer(w, b, x) - t) ** 2)
        for number, (x, t) in enumerate(zip(INPUTS, TARGETS, strict=True), start=1)
    },
}


class Even:
    """A generator whose normal numbers are two, one on each side: their variance is exactly what was asked for."""

    def normal(self, mean, spread, size):
        return mean + spread * np.resize([1.0, -1.0], size)


PRELU_X = [float(x) for x in PRELU_INPUTS]
FIRST_STEP = {
    r"\alpha": mpmath.mpf("0.25"), r"\eta": mpmath.mpf("0.1"),
    "E": Of(
        lambda alpha: prelu_error(alpha),
        code=lambda alpha: losses.mean_squared_error(activations.prelu(PRELU_X, 0.1), activations.prelu(PRELU_X, alpha)),
        slopes={r"\alpha": lambda alpha: prelu_slope(alpha)},
    ),
    r"\alpha \leftarrow": Of(
        lambda alpha: alpha - mpmath.diff(prelu_error, alpha) / 10,
        code=lambda alpha: gradient_descent(prelu_slope, alpha, learning_rate=0.1, steps=1)[-1],
    ),
}
RELU = Function(oracle.relu, code=activations.relu, slope=oracle.step, code_slope=activations.relu_derivative)
AT_ZERO = {"x": Reals(-4, 4, extremes=(1e-6, -1e-6))}
AFTER = {
    # the weighted sums after one update
    "z": Of(
        lambda: oracle.array((1 - mpmath.diff(lambda v: error(v, START), 1) / 10) * x + START
                             - mpmath.diff(lambda v: error(1, v), START) / 10 for x in INPUTS),
        code=lambda: updated(1.0, -1.5).weighted_sum([[float(x)] for x in INPUTS])[:, 0],
    ),
}

MEANING = Meaning(
    {
        "x": Reals(-4, 4, extremes=(0, 1e-6, -1e-6)), "u": Reals(-4, 4),
        r"\alpha": Reals(-1, 2),
        "f": RELU, "z": Reals(), "a": Reals(), "w": Reals(), "b": Reals(), "E": Reals(), "s": Reals(), "h": Reals(),
        r"\eta": Reals(), "t": Reals(), "n": Whole(2, 9), "l": Running(),
    },
    sections={
        "derivative": QUOTIENT, "by-hand": SAMPLE, "leaky-relu": LEAKY, "prelu": LEAKY,
        "ten-layers": {
            "w": Vector(10, 0.2, 2), "x": Reals(0.2, 2), "l": Running(),
            "a": Of(chain, code=chained),
            "z": Of(lambda w, a, x: oracle.array(v * u for v, u in zip(w, (x, *a[:-1]), strict=True))),
        },
        "he": {"w": Of(oracle.preserving_sample, "n", code=lambda n: initializers.he_normal((2, int(n)), Even()))},
    },
    formulas={
        WEIGHT: NEURON, BIAS: NEURON, SUMS: SAMPLES, SLOPES: SAMPLES,
        "w = 1": NEURON, "b = -1.5": NEURON, r"z_2 = 2.275 \cdot 1 - 1 = 1.275": AFTER,
        r"f'(x) = \begin{cases} 1, & x > 0 \\ 0, & x < 0 \end{cases}": AT_ZERO,
        r"f'(x) = \begin{cases} 1, & x > 0 \\ \alpha, & x < 0 \end{cases}": {
            **AT_ZERO,
            "f": Of(lambda alpha: lambda x: oracle.leaky_relu(x, alpha)),
        },
        r"s x \le f(x)": {"s": Reals(0, 1, extremes=(0, 1)), "x": Reals(-4, 4)},
        "t = 2x + 1": {"t": Of(lambda x: x + x + 1, code=lambda x: Dense([[2.0]], [1.0])([x])[0])},
        # the page says that this is wrong for alpha above 1; below 1 it is Leaky ReLU
        r"\max(\alpha x, x)": {r"\alpha": Reals(-1, 1)},
        PRELU: FIRST_STEP,
        r"\alpha \leftarrow \alpha - \eta \frac{\partial E}{\partial \alpha} = 0.25 - 0.1 \cdot 0.375 = 0.2125": FIRST_STEP,
        r"\frac{2}{n}": {"w": Of(oracle.preserving_sample, "n")},
    },
    values={
        r"\max(\alpha x, x)": Of(lambda x, alpha: oracle.leaky_relu(x, alpha), code=activations.leaky_relu),
        r"\frac{2}{n}": Of(lambda w: oracle.dot(w, w) / 2),
    },
)  # fmt: skip
