"""The formulas of the page about the vanishing gradient.

A random number is a list of equally likely values; a sum of independent ones lists the sums of all combinations.
"""

from itertools import product

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations, initializers
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from oracle import formulas as oracle
from press.formula.meanings import Choice, Function, Matrix, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning

SIGMOID = Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative)
RELU = Function(oracle.relu, code=activations.relu, slope=oracle.step, code_slope=activations.relu_derivative)
ALPHA = mpf("0.3")


# networks with several neurons in each layer

def deltas(W, z, t, x):
    """The derivative of the error by the weighted sums of each layer, by central differences."""
    def error(number):
        return lambda sums: oracle.half_squared_error(t, oracle.through(W, number, sums, oracle.sigmoid))

    return {number: oracle.gradient(error(number), z[number]) for number in W}


def traced(W, x, t):
    network = Network([Dense(W[number], activation="sigmoid") for number in sorted(W)])
    return dict(enumerate(backpropagate(network, x, t, "half_sum_squared_error").layers, start=1))


def outputs(z, x):
    return {0: x, **{number: oracle.entries(oracle.sigmoid, sums) for number, sums in z.items()}}


LAYERS = {
    "L": 3,
    "W": {1: Matrix(3, 2), 2: Matrix(4, 3), 3: Matrix(2, 4)},
    "x": Vector(2), "t": Vector(2, 0, 1),
    "z": Of(
        lambda W, x: oracle.forward(W, x, oracle.sigmoid),
        code=lambda W, x: {place: layer.weighted_sum for place, layer in traced(W, x, [0.0, 0.0]).items()},
    ),
    "a": Of(outputs, code=lambda z, x: {0: x, **{place: activations.sigmoid(v) for place, v in z.items()}}),
    r"\delta": Of(
        deltas, "W", "z", "t", "x",
        code=lambda W, z, t, x: {place: layer.delta for place, layer in traced(W, x, t).items()},
    ),
}  # fmt: skip


# two neighbors among layers of one neuron, and of several

def half_square(z, t):
    return (oracle.sigmoid(z) - t) ** 2 / 2


def two_layers(z, w, b, t):
    layers = [Dense([[1.0]], activation="sigmoid"), Dense([[w]], [b], activation="sigmoid")]
    return backpropagate(Network(layers), [z], [t], "half_sum_squared_error").layers


SINGLE = {
    "z_l": Reals(), "w_{l+1}": Reals(), "b_{l+1}": Reals(), "t": Reals(0, 1),
    "a_l": Of(oracle.sigmoid, "z_l", code=activations.sigmoid),
    "z_{l+1}": Of(lambda w, a, b: w * a + b, "w_{l+1}", "a_l", "b_{l+1}"),
    "E": Of(half_square, "z_{l+1}", "t"),
    r"\delta_l": Of(
        lambda z, w, b, t: oracle.gradient(lambda v: half_square(w * oracle.sigmoid(v[0]) + b, t), oracle.array([z]))[0],
        "z_l", "w_{l+1}", "b_{l+1}", "t", code=lambda z, w, b, t: two_layers(z, w, b, t)[0].delta[0],
    ),
    r"\delta_{l+1}": Of(
        lambda u, t: oracle.gradient(lambda v: half_square(v[0], t), oracle.array([u]))[0], "z_{l+1}", "t",
        code=lambda u, t: backpropagate(
            Network([Dense([[1.0]], activation="sigmoid")]), [u], [t], "half_sum_squared_error").layers[0].delta[0],
    ),
}  # fmt: skip


def error_behind(u, R, t):
    return oracle.half_squared_error(t, oracle.entries(oracle.sigmoid, oracle.matvec(R, oracle.entries(oracle.sigmoid, u))))


def next_sums(W, a, b):
    return oracle.matvec(W, a) + b


def neighbors(z, W, b, R, t):
    layers = [Dense(np.eye(len(z)), activation="sigmoid"), Dense(W, b, "sigmoid"), Dense(R, activation="sigmoid")]
    return backpropagate(Network(layers), z, t, "half_sum_squared_error").layers


SEVERAL = {
    "z": Vector(3), "W": Matrix(2, 3), "b": Vector(2), "R": Matrix(2, 2), "t": Vector(2, 0, 1),
    "a": Of(lambda z: oracle.entries(oracle.sigmoid, z), code=activations.sigmoid),
    "u": Of(next_sums, "W", "a", "b"),
    "E": Of(error_behind, "u", "R", "t"),
    r"\gamma": Of(
        lambda u, R, t, z, W, b: oracle.gradient(lambda v: error_behind(v, R, t), u), "u", "R", "t", "z", "W", "b",
        code=lambda u, R, t, z, W, b: neighbors(z, W, b, R, t)[1].delta,
    ),
    r"\delta": Of(
        lambda z, W, b, R, t: oracle.gradient(
            lambda v: error_behind(next_sums(W, oracle.entries(oracle.sigmoid, v), b), R, t), z),
        code=lambda z, W, b, R, t: neighbors(z, W, b, R, t)[0].delta,
    ),
    "k": Running(), "j": Running(),
}  # fmt: skip


# a chain of layers of one neuron

def chain_sums(w, x):
    sums = []
    for weight in w:
        sums.append(weight * (oracle.sigmoid(sums[-1]) if sums else x))
    return oracle.array(sums)


def chain_deltas(w, z, t, x):
    def error(number):
        def moved(v):
            last = v[0]
            for weight in w[number + 1 :]:
                last = weight * oracle.sigmoid(last)
            return half_square(last, t)
        return moved

    return oracle.array(oracle.gradient(error(k), oracle.array([z[k]]))[0] for k in range(len(w)))


def chained(w, t, x):
    network = Network([Dense([[weight]], activation="sigmoid") for weight in w])
    return backpropagate(network, [x], [t], "half_sum_squared_error").layers


CHAIN = {
    "L": Whole(3, 6), "w": Vector("L", -1, 1), "x": Reals(), "t": Reals(0, 1),
    "z": Of(chain_sums, code=lambda w, x: [layer.weighted_sum[0] for layer in chained(w, 0.0, x)]),
    r"\delta": Of(chain_deltas, code=lambda w, z, t, x: [layer.delta[0] for layer in chained(w, t, x)]),
}


def biases(w, z):
    """The biases that give a chain these weighted sums; the first neuron sees a 0."""
    return [z[0], *(z[k] - w[k] * oracle.sigmoid(z[k - 1]) for k in range(1, len(w)))]


def biased_deltas(w, z, t):
    b = biases(w, z)

    def error(number):
        def moved(v):
            last = v[0]
            for weight, bias in zip(w[number + 1 :], b[number + 1 :], strict=True):
                last = weight * oracle.sigmoid(last) + bias
            return half_square(last, t)
        return moved

    return oracle.array(oracle.gradient(error(k), oracle.array([z[k]]))[0] for k in range(len(w)))


BOUNDED = {  # at some points every weight is 1 in size and every slope a quarter, so that the bound is reached
    "L": Whole(3, 4), "t": Reals(0, 0.4),
    "w": Choice(1, -1, 0.5, shape=("L",)), "z": Choice(0, 0, 1.5, shape=("L",)),
    r"\delta": Of(biased_deltas, "w", "z", "t"),
}
REACHED = {**LAYERS, "W": {1: Matrix(3, 2), 2: Matrix(1, 3), 3: Matrix(2, 1)}, "x": Choice([0, 0], [1, -2], [2, 0.5])}

# by hand: what is written down is rounded to four decimals

A = [mpf("0.6225"), mpf("0.6220"), mpf("0.6507")]
WRITTEN = {3: mpf("0.1479"), 2: mpf("0.0348")}
BY_HAND = {
    "z": [mpf("0.5"), mpf("0.498"), mpf("0.622")],
    "a": Of(lambda z: oracle.entries(oracle.sigmoid, z), code=activations.sigmoid),
    r"\delta": [
        WRITTEN[2] * mpf("0.8") * A[0] * (1 - A[0]), WRITTEN[3] * A[1] * (1 - A[1]), A[2] * A[2] * (1 - A[2]),
    ],
}  # fmt: skip


# random numbers as lists of equally likely values

def products(v, w):
    return oracle.array(x * y for x, y in product(v, w))


def sums(values, count):
    """The sums of some independent numbers that are drawn from the values."""
    return oracle.array(mpmath.fsum(chosen) for chosen in product(values, repeat=int(count)))


def centered(v):
    """Values with the mean 0, not symmetric."""
    return oracle.array([*v, -mpmath.fsum(v)])


def symmetric(v):
    return oracle.array([*v, *(-x for x in v)])


def two(spread):
    """Two values that are equally likely, one on each side."""
    return oracle.array((spread, -spread))


DRAWN = {
    "n": Whole(2, 3), "m": Whole(2, 3), "v": Vector(2), "i_w": Vector(2), "i_g": Vector(2, 0.1, 2),
    "w": Of(centered, "i_w"),
}
FORWARD = {
    **DRAWN, "a": Vector(2),
    "p": Of(products, "w", "a"),
    "u": Of(lambda p, n: sums(p, n)),
}
XAVIER = {
    **DRAWN,
    "z": Of(centered, "v"), r"\gamma": Of(centered, "i_g"),
    "u": Of(lambda w, z, n: sums(products(w, z), n)),
    r"\delta": Of(lambda w, g, m: sums(products(w, g), m), "w", r"\gamma", "m"),
}
HE = {
    **DRAWN, "f": RELU,
    "z": Of(symmetric, "i_g"), r"\gamma": Of(centered, "v"),
    "a": Of(lambda z: oracle.entries(oracle.relu, z), code=activations.relu),
    "u": Of(lambda w, z, n: sums(products(w, oracle.entries(oracle.relu, z)), n)),
    "s": Of(lambda w, g, m: sums(products(w, g), m), "w", r"\gamma", "m"),
    r"\delta": Of(lambda s, z: products(s, oracle.entries(oracle.step, z)), "s", "z"),
}


class Even:
    """A generator of two numbers, one on each side, whose variance is exactly what was asked for."""

    def normal(self, mean, spread, size):
        return mean + spread * np.resize([1.0, -1.0], size)

    def uniform(self, low, high, size):
        return np.resize([low, high], (2, *size)) / np.sqrt(3.0)


class Ends(Even):
    """A generator of the ends of the interval."""

    def uniform(self, low, high, size):
        return np.resize([low, high], size)


def glorot(n, m, rng):
    return initializers.glorot_uniform((int(m), int(n)), rng)


def mean_square(f):
    """E[f(u)^2] of a standard normal u."""
    return mpmath.quad(lambda u: f(u) ** 2 * mpmath.npdf(u), [-mpmath.inf, 0, mpmath.inf])


def leaky(u):
    return oracle.leaky_relu(u, ALPHA)


LEAKY = {
    r"\alpha": ALPHA, "f": Function(leaky, code=lambda v: activations.leaky_relu(v, 0.3)), "i_g": Vector(2, 0.1, 2),
    "z": Of(symmetric, "i_g"),
}
ONE_TIMES = r"n \operatorname{Var}(w) = 1"
COUNTS = {"n": Whole(2, 9), "m": Whole(2, 9)}


# a recurrent network of one neuron

def states(w, x, h_0):
    found = []
    for value in x:
        found.append(oracle.sigmoid(w * (found[-1] if found else h_0) + value))
    return dict(enumerate(found, start=1))


def time_sums(w, x, h_0):
    before = [h_0, *states(w, x, h_0).values()]
    return {i: w * before[i - 1] + x[i - 1] for i in range(1, len(x) + 1)}


RECURRENT = {
    "T": 4, "w": Reals(), "x": Vector(4), "h_0": Reals(),
    "h": Of(states, "w", "x", "h_0"), "z": Of(time_sums, "w", "x", "h_0"), "i": Running(),
}

MEANING = Meaning(
    {**LAYERS, "f": SIGMOID, "l": Running(), "n": Whole(2, 9), "m": Whole(2, 9), "r": Reals(0.1, 2), "w": Reals(), "E": Reals()},
    values={
        # the spread of He's weights over that of Xavier's, between layers of 32 neurons
        r"\sqrt{2}": Of(lambda: mpmath.sqrt(mpf(2) / 32) / mpmath.sqrt(mpf(2) / (32 + 32))),
        r"\sqrt{\frac{6}{64}}": Of(lambda: mpmath.sqrt(3 / mpf(32)), code=lambda: np.max(glorot(32, 32, Ends()))),
        r"\frac{r^2}{3}": Of(lambda r: mpmath.quad(lambda v: v**2 / (2 * r), [-r, r])),
        r"\frac{1}{2}": Of(oracle.half_of_squares),
        r"\mathbb{E}[w^2]": r"\operatorname{Var}(w)",
        r"\frac{1}{2} (1 + \alpha^2)": Of(lambda: mean_square(leaky)),
        # the derivative of a by itself, and the slope of a linear layer
        "1": Of(lambda: mpmath.diff(lambda v: v, 1), code=lambda: activations.identity_derivative(1.0)),
    },
    sections={
        "derivation": SINGLE, "several-neurons": SEVERAL, "by-hand": BY_HAND, "bound": CHAIN,
        "variance": FORWARD, "forward": FORWARD, "xavier": XAVIER, "scale": HE, "recurrent": RECURRENT,
        "exploding": {
            "g": Vector(3), "c": Reals(0.1, 0.5), r"\given": r"\lVert g \rVert > c",
            r"g \leftarrow": Of(lambda g, c: oracle.array(v * mpmath.sqrt(c**2 / oracle.dot(g, g)) for v in g)),
        },
        "remedies": {"a": Reals(), "w": Reals(), "y": Of(lambda a, w: a + oracle.sigmoid(w * a))},
    },
    formulas={
        "f'(z) = a (1 - a)": {"z": Reals(), "a": Of(oracle.sigmoid, "z", code=activations.sigmoid)},
        r"W_{l+1}^\top \delta_{l+1}": LAYERS,
        r"""\begin{aligned} \lVert W_{l+1}^\top \delta_{l+1} \rVert &\le \lVert W_{l+1} \rVert \, \lVert \delta_{l+1} \rVert \\
        \lVert \delta_l \rVert &\le \frac{1}{4} \lVert W_{l+1} \rVert \, \lVert \delta_{l+1} \rVert \end{aligned}""": REACHED,
        r"\lvert \delta_1 \rvert \le \left(\frac{1}{4}\right)^{L-1} \lvert \delta_L \rvert": BOUNDED,
        r"""\begin{aligned} \operatorname{Var}(p) &= \mathbb{E}[p^2] - \mathbb{E}[p]^2 \\
        &= \mathbb{E}[w^2] \, \mathbb{E}[a^2] - \mathbb{E}[w]^2 \, \mathbb{E}[a]^2 \end{aligned}""": {**FORWARD, "w": Vector(3)},
        r"s_k = (W^\top \gamma)_k": {
            "W": Matrix(2, 3), r"\gamma": Vector(2), "k": Running(),
            "s": Of(lambda W, g: oracle.array(oracle.dot(column, g) for column in W.T), "W", r"\gamma"),
        },
        ONE_TIMES: {**COUNTS, "w": Of(lambda n: two(mpmath.sqrt(1 / n)))},
        r"m \operatorname{Var}(w) = 1": {**COUNTS, "w": Of(lambda m: two(mpmath.sqrt(1 / m)))},
        r"\operatorname{Var}(w) = \frac{2}{n + m}": {
            **COUNTS, "w": Of(lambda n, m: two(mpmath.sqrt(1 / oracle.dot((n, m), (mpf("0.5"),) * 2))),
                              code=lambda n, m: glorot(n, m, Even())),
        },
        r"r = \sqrt{\frac{6}{n + m}}": {
            **COUNTS, "r": Of(lambda n, m: mpmath.sqrt(3 / oracle.dot((n, m), (mpf("0.5"),) * 2)),
                              code=lambda n, m: np.max(glorot(n, m, Ends()))),
        },
        r"\frac{r^2}{3}": {"r": Reals(0.1, 2)},
        r"\frac{1}{2} n \operatorname{Var}(w) = 1": {**COUNTS, "w": Of(oracle.preserving_sample, "n")},
        r"\operatorname{Var}(w) = \frac{2}{n}": {
            **COUNTS, "w": Of(oracle.preserving_sample, "n", code=lambda n: initializers.he_normal((2, int(n)), Even())),
        },
        r"""\begin{aligned} f(z)^2 + f(-z)^2 &= (1 + \alpha^2) z^2 \\
        \mathbb{E}[f(z)^2] &= \frac{1}{2} (1 + \alpha^2) \operatorname{Var}(z) \end{aligned}""": LEAKY,
        r"\frac{1}{2} (1 + \alpha^2)": LEAKY,
        r"\operatorname{Var}(w) = \frac{2}{(1 + \alpha^2) \, n}": {
            **COUNTS, r"\alpha": ALPHA, "w": Of(lambda n: two(mpmath.sqrt(1 / (n * mean_square(leaky))))),
        },
        r"\alpha": LEAKY,
    },
)  # fmt: skip
