"""The formulas of the overview of activation functions."""

import mpmath

from dlnotes import activations, losses
from dlnotes.network import Dense, Network, weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Function, Matrix, Of, Reals, Running, Vector
from press.formula.page import Meaning

ROW = Dense([[0.5, -1.5]], [-0.1])
XOR = Network([Dense([[1.0, 1.0], [1.0, 1.0]], [0.0, -1.0], "relu"), Dense([[1.0, -2.0]])])
TWO = Network([Dense([[2.0]], [1.0]), Dense([[3.0]], [-2.0])])
FOLD = Network([Dense([[1.0], [1.0]], [0.0, -0.5], "relu"), Dense([[2.0, -4.0]])])


def affine(weights, x, bias):
    return oracle.matvec(weights, x) + bias


def fold(x):
    """A triangle from 0 to 1 and back: 1 minus the distance from the middle."""
    return 1 - abs(2 * x - 1)


def plane(w, b):
    return lambda p, q: w[0] * p + w[1] * q + b


def xor(p, q):
    """What ReLU makes of the two sums, without ReLU: half of z + |z|."""
    return oracle.relu(p + q) - 2 * oracle.relu(p + q - 1)


CASES = (
    r"\begin{aligned} "
    r"y(0, 0) &= \max(0, 0) - 2 \max(0, -1) = 0 - 2 \cdot 0 = 0 \\ "
    r"y(0, 1) &= \max(0, 1) - 2 \max(0, 0) = 1 - 2 \cdot 0 = 1 \\ "
    r"y(1, 0) &= \max(0, 1) - 2 \max(0, 0) = 1 - 2 \cdot 0 = 1 \\ "
    r"y(1, 1) &= \max(0, 2) - 2 \max(0, 1) = 2 - 2 \cdot 1 = 0 "
    r"\end{aligned} "
)
ELSEWHERE = (
    r"\begin{aligned} "
    r"y(0.5, 0.5) &= \max(0, 1) - 2 \max(0, 0) = 1 - 2 \cdot 0 = 1 \\ "
    r"y(2, 2) &= \max(0, 4) - 2 \max(0, 3) = 4 - 2 \cdot 3 = -2 "
    r"\end{aligned} "
)
MERGED = (
    r"\begin{aligned} "
    r"W_3 \left( W_2 (W_1 x + b_1) + b_2 \right) + b_3 &= W_3 \left( (W_2 W_1)\, x + W_2 b_1 + b_2 \right) + b_3 \\ "
    r"&= (W_3 W_2 W_1)\, x + (W_3 W_2 b_1 + W_3 b_2 + b_3) \end{aligned} "
)
STACK = {
    "W": {1: Matrix(3, 2), 2: Matrix(4, 3)}, "b": {1: Vector(3), 2: Vector(4)},
    "h": Of(lambda W, x, b: affine(W[1], x, b[1]), code=lambda W, x, b: Dense(W[1], b[1])(x)),
    "y": Of(
        lambda W, x, b: affine(W[2], affine(W[1], x, b[1]), b[2]),
        code=lambda W, x, b: Network([Dense(W[1], b[1]), Dense(W[2], b[2])])(x),
    ),
    "i": Running(), "k": Running(),
}
THREE = {
    "W": {1: Matrix(3, 2), 2: Matrix(2, 3), 3: Matrix(4, 2)}, "b": {1: Vector(3), 2: Vector(2), 3: Vector(4)},
}
NUMBERS = {
    "x": Reals(),
    "h": Of(lambda x: x + x + 1, code=lambda x: TWO.layers[0]([x])[0]),
    "y": Of(lambda h: h + h + h - 2, code=lambda h: TWO.layers[1]([h])[0]),
}
TRIPLE = Function(lambda v: v + v + v, code=lambda v: Dense([[3.0]])([v])[0])
LINEAR = {"f": TRIPLE, "u": Reals(), "v": Reals(), "c": Reals()}

MEANING = Meaning(
    {
        "w": Vector(2), "x": Vector(2), "b": Reals(),
        "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
        "f": Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative),
        "a": Of(lambda z: oracle.sigmoid(z), code=activations.sigmoid),
        r"\mathrm{step}": Function(oracle.step, code=activations.step),
    },
    sections={
        "linear-layers": STACK,
        "xor": {
            "y": Of(plane, code=lambda w, b: lambda p, q: Dense([w], [b])([float(p), float(q)])[0]),
        },
        "xor-relu": {
            "h": Of(lambda x: oracle.array((oracle.relu(x[0] + x[1]), oracle.relu(x[0] + x[1] - 1))),
                    code=lambda x: XOR.layers[0](x)),
            "y": Of(lambda x: xor(*x), code=lambda x: XOR(x)[0]),
        },
        "depth": {"x": Reals(0, 1, extremes=(0, 0.5, 1)), "g": Function(fold, code=lambda x: FOLD([[x]])[0, 0])},
        "which-one": {"t": Reals(-2, 0), "z": Reals(), "y": Of(lambda z: oracle.relu(z), code=activations.relu)},
        "step": {
            "E": Of(lambda a: (a - 1) ** 2, code=lambda a: losses.sum_squared_error([1.0], [a])),
            r"\varepsilon": Reals(-0.5, 0.5),
        },
    },
    formulas={
        "h = 2x + 1": NUMBERS, "y = 3h - 2": NUMBERS,
        "y = 3h - 2 = 3(2x + 1) - 2 = 6x + 3 - 2 = 6x + 1": NUMBERS,
        CASES: {"y": Of(lambda: xor, code=lambda: lambda p, q: XOR([float(p), float(q)])[0])},
        ELSEWHERE: {"y": Of(lambda: xor, code=lambda: lambda p, q: XOR([float(p), float(q)])[0])},
        "x^2": {"x": Reals()},
        MERGED: THREE,
        "f(u + v) = f(u) + f(v)": LINEAR, "f(cu) = c f(u)": LINEAR,
        "W x + b": {"W": Matrix(3, 2), "b": Vector(3)},
        r"z = 0.5 \cdot 2 - 1.5 \cdot 1 - 0.1 = -0.6": {"z": Of(lambda: mpmath.mpf("-0.6"), code=lambda: ROW([2.0, 1.0])[0])},
        r"\mathrm{step}(z + \varepsilon) = \mathrm{step}(z)": {
            "z": Reals(-2, 2), r"\given": r"\lvert \varepsilon \rvert < \lvert z \rvert",
        },
    },
    values={"x^2": Of(lambda x: x * x), r"\max(0, z)": Of(lambda z: oracle.relu(z), code=activations.relu)},
)  # fmt: skip
