"""The formulas of the page about the perceptron."""

from types import SimpleNamespace

import mpmath
import numpy as np

from dlnotes import activations
from dlnotes.network import Perceptron, weighted_sum
from oracle import formulas as oracle
from press.formula.meanings import Choice, Function, Of, Reals, Vector, Whole
from press.formula.page import Meaning

TIES = (-1, -0.5, 0, 0.5, 1)
AND = [((0, 0), 0), ((0, 1), 0), ((1, 0), 0), ((1, 1), 1)]
BY_HAND = (1, 1, mpmath.mpf("-1.5"))
ORTHOGONAL = 4          # the first points of the proof take as many orthogonal samples: there the bounds are reached
ORIGIN = (mpmath.mpf(0),) * 6


def learned(w, b, x, t, eta):
    perceptron = Perceptron(w, b)
    perceptron.learn([x], [t], eta)
    return perceptron


def after(w, b, x, t, eta):
    """The weighted sum of the same sample after the update."""
    weights, bias = oracle.rosenblatt(w, b, x, t, eta)
    return oracle.dot(weights, x) + bias


def right(x, target):
    """A perceptron without a mistake at this point."""
    return Of(lambda w, b: oracle.fires(w, x, b) == target, code=lambda w, b: bool(Perceptron(w, b)(x)) == target)


def first_update():
    """The first update of AND: the sums before and after it, the weights, the bias."""
    w, b = oracle.array((mpmath.mpf(0), mpmath.mpf(0))), mpmath.mpf(0)
    for x, t in AND:
        if oracle.fires(w, x, b) != bool(t):
            weights, bias = oracle.rosenblatt(w, b, x, t, 1)
            return SimpleNamespace(before=oracle.dot(w, x) + b, after=oracle.dot(weights, x) + bias, w=weights, b=bias)
    raise AssertionError("no mistake")


def length(v):
    return mpmath.sqrt(mpmath.fsum(entry * entry for entry in v))


def separable(A, g, N):
    """Samples, their signs, and weights of length 1 that separate them; few are orthogonal and all of sign 1."""
    count = int(N)
    if count <= ORTHOGONAL:
        size = mpmath.mpf(count % 2 + 1) / 2 + mpmath.mpf(1) / 4          # so that no length is 1
        points = np.array([[size * (i == j) for j in range(6)] for i in range(count)], dtype=object)
        return points, [1] * count, oracle.array([1 / mpmath.sqrt(count) * (j < count) for j in range(6)])
    u = oracle.array(v / length(g) for v in g)
    points = [row for row in A if abs(oracle.dot(u, row)) > mpmath.mpf("0.3")]
    return points, [1 if oracle.dot(u, row) > 0 else -1 for row in points], u


def history(A, g, N, start=ORIGIN):
    """The weights after each mistake, and the sample and the sign of each mistake, in whole epochs."""
    points, signs, _ = separable(A, g, N)
    weights, samples, found = {0: oracle.array(start)}, {}, {}
    while True:
        before = len(samples)
        for p, s in zip(points, signs, strict=True):
            if (oracle.dot(weights[len(samples)], p) > 0) != (s > 0):
                k = len(samples) + 1
                samples[k], found[k] = p, mpmath.mpf(s)
                weights[k] = oracle.array(a + c if s > 0 else a - c for a, c in zip(weights[k - 1], p, strict=True))
        if len(samples) == before:
            return weights, samples, found


PROOF = {
    "N": Whole(5, 8, extremes=tuple(range(1, ORTHOGONAL + 1))), "A": Reals(-2, 2, shape=(8, 6)), "g": Vector(6),
    "h": Whole(0, 999),
    "u": Of(lambda A, g, N: separable(A, g, N)[2]),
    "v": Of(lambda A, g, N: history(A, g, N)[0]),
    "p": Of(lambda A, g, N: history(A, g, N)[1]),
    "s": Of(lambda A, g, N: history(A, g, N)[2]),
    "k": Of(lambda A, g, N, h: len(history(A, g, N)[1]) - int(h) % len(history(A, g, N)[1]) * (N > ORTHOGONAL)),
    "R": Of(lambda A, g, N: max(map(length, separable(A, g, N)[0]))),
    r"\gamma": Of(lambda A, g, N, u: min(abs(oracle.dot(u, p)) for p in separable(A, g, N)[0])),
}  # fmt: skip
ELSEWHERE = {
    "e": Vector(6),
    "v": Of(lambda A, g, N, e: history(A, g, N, e)[0]),
    "k": Of(lambda A, g, N, e, h: int(h) % len(history(A, g, N, e)[0])),
}
ONE = {"w": Vector(3), "x": Vector(3), "b": Reals(), "p": Of(lambda x: oracle.array((*x, mpmath.mpf(1))))}
MISTAKE = {
    **ONE, "v": Of(lambda w, b: oracle.array((*w, b))), "t": Choice(0, 1),
    "s": Of(lambda t: 1 if t else -1), "y": Of(lambda w, x, b: oracle.fires(w, x, b), code=lambda w, x, b: Perceptron(w, b)(x)),
    "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
}  # fmt: skip
AND_FOLDED = [(*x, 1) for x, _ in AND]
OF_AND = {
    "R": Of(lambda: max(map(length, AND_FOLDED))),
    r"\gamma": Of(lambda: min(abs(oracle.dot(BY_HAND, p)) for p in AND_FOLDED) / length(BY_HAND)),
}
SUMS = {r"\iff": None}
NO_UPDATE = {r"w \leftarrow": None, r"b \leftarrow": None, r"z \leftarrow": None}


MEANING = Meaning(
    {
        "n": Whole(2, 5), "w": Choice(*TIES, shape=("n",)), "x": Choice(*TIES, shape=("n",)),
        r"\theta": Choice(*TIES),
        "b": Of(lambda theta: 0 - theta),
        "z": Of(lambda w, x, b: oracle.dot(w, x) + b, code=lambda w, x, b: weighted_sum(x, w, b)),
        "y": Of(lambda w, x, b: oracle.fires(w, x, b), code=lambda w, x, b: Perceptron(w, b)(x)),
        r"\mathrm{step}": Function(oracle.step, code=activations.step),
        r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid),
        "t": Choice(0, 1), r"\eta": Reals(0.1, 2), "c": Reals(0.1, 4), "h": Reals(-1, 1),
        r"w \leftarrow": Of(
            lambda w, b, x, t, eta: oracle.rosenblatt(w, b, x, t, eta)[0],
            code=lambda w, b, x, t, eta: learned(w, b, x, t, eta).weights,
        ),
        r"b \leftarrow": Of(
            lambda w, b, x, t, eta: oracle.rosenblatt(w, b, x, t, eta)[1],
            code=lambda w, b, x, t, eta: learned(w, b, x, t, eta).bias,
        ),
        r"z \leftarrow": Of(
            after,
            code=lambda w, b, x, t, eta: weighted_sum(x, learned(w, b, x, t, eta).weights, learned(w, b, x, t, eta).bias),
        ),
    },
    sections={
        "why-it-ends": PROOF,
        "the-bound-for-and": PROOF,
        "xor": {
            "w": Choice(*TIES, shape=(2,)), "b": Choice(*TIES),
            r"\iff": [right((0, 0), False), right((0, 1), True), right((1, 0), True), right((1, 1), False)],
        },
        "step-gradient": {"z": Reals(-2, 2), "h": Reals(-2, 2), r"\given": r"\lvert h \rvert < \lvert z \rvert"},
        "questions": {"w": Choice(*TIES, shape=(2,)), "b": 0, "s": Of(lambda t: 1 if t else -1)},
    },
    formulas={
        # a point of the boundary: where the answer turns on the way along the second axis
        "z = 0": {
            "n": 2, "w": Vector(2, 0.5, 2), "u": Reals(), "b": Reals(), r"\given": None, r"\iff": None,
            "x": Of(lambda w, b, u: oracle.array((u, oracle.boundary(lambda v: oracle.fires(w, (u, v), b), -20, 20)))),
            "z": Of(lambda w, x, b: oracle.dot(w, x) + b),
        },
        r"\begin{aligned} z &= 0.5 \cdot 0.9 + 0.2 \cdot 0.5 + 0.3 \cdot 0.8 - 0.6 \\ &= 0.45 + 0.10 + 0.24 - 0.6 \\"
        r" &= 0.19 \end{aligned}": {
            "w": ("0.5", "0.2", "0.3"), "x": ("0.9", "0.5", "0.8"), "b": "-0.6",
        },
        r"z = 0 \cdot 1 + 0 \cdot 1 + 0 = 0": {"z": Of(lambda: first_update().before), **NO_UPDATE},
        r"\begin{aligned} w_1 &= 0 + 1 \cdot (1 - 0) \cdot 1 = 1 \\ w_2 &= 0 + 1 \cdot (1 - 0) \cdot 1 = 1 \\"
        r" b &= 0 + 1 \cdot (1 - 0) = 1 \end{aligned}": {
            "w": Of(lambda: first_update().w), "b": Of(lambda: first_update().b), **NO_UPDATE,
        },
        r"\begin{aligned} \eta\,(t - y)\,(x \cdot x + 1) &= 1 \cdot (1 - 0) \cdot (1^2 + 1^2 + 1) \\ &= 3 \end{aligned}": {
            r"\eta": 1, "t": 1, "y": Of(lambda: first_update().before > 0), "x": (1, 1), **NO_UPDATE,
        },
        r"z = 1 \cdot 1 + 1 \cdot 1 + 1 = 3": {"z": Of(lambda: first_update().after), **NO_UPDATE},
        r"\begin{aligned} u \cdot v_0 + k\,\gamma &\le u \cdot v_k \\ &\le \lVert v_k \rVert \\"
        r" &\le \sqrt{\lVert v_0 \rVert^2 + k\,R^2} \end{aligned}": ELSEWHERE,
        r"v \cdot p = w \cdot x + b = z": MISTAKE,
        "s = 2t - 1": MISTAKE,
        r"s\,(v \cdot p) \le 0": {**MISTAKE, r"\given": r"y \ne t"},
        "t - y = s": {**MISTAKE, r"\given": r"y \ne t"},
        r"\lVert p \rVert^2 = p \cdot p": {"p": Vector(3)},
        r"\begin{aligned} R^2 &= 1^2 + 1^2 + 1^2 = 3 \\ \gamma^2 &= \frac{0.5^2}{1^2 + 1^2 + 1.5^2} = \frac{0.25}{4.25} \\"
        r" \frac{R^2}{\gamma^2} &= \frac{3 \cdot 4.25}{0.25} = 51 \end{aligned}": OF_AND,
        "(w_2 + b) + (w_1 + b) = w_1 + w_2 + 2b > 0": {**SUMS, r"\given": "w_2 + b > 0, w_1 + b > 0"},
        r"b + (w_1 + w_2 + b) = w_1 + w_2 + 2b \le 0": {**SUMS, r"\given": r"b \le 0, w_1 + w_2 + b \le 0"},
        r"z = w_1 x_1 + w_2 x_2 + b": {**SUMS, "x": Choice(*TIES, shape=(2,))},
        r"\frac{\mathrm{step}(0 + h) - \mathrm{step}(0)}{h} = \frac{1}{h}": {"h": Reals(0.001, 2), r"\given": None},
        r"\sigma(z) \gt 0.5": {"z": Reals(-3, 3, extremes=(0,)), r"\iff": [Of(lambda z: z > 0)]},
        r"z \gt 0": {
            "z": Reals(-3, 3, extremes=(0,)),
            r"\iff": [Of(lambda z: oracle.sigmoid(z) > oracle.sigmoid(0), code=lambda z: activations.sigmoid(z) > 0.5)],
        },
        r"w_2 \le 0": {r"\iff": [right((0, 1), False)]},
        r"w_1 \le 0": {r"\iff": [right((1, 0), False)]},
        "w_1 + w_2 > 0": {r"\iff": [right((1, 1), True)]},
        r"\lvert h \rvert < \lvert z \rvert": {r"\iff": [Of(lambda z, h: abs(h / z) < 1)], r"\given": None},
    },
    values={
        "R^2": Of(lambda R: R * R),
        r"k\,\gamma^2": Of(lambda k, gamma: k * gamma * gamma),
        "1/h": Of(lambda h: mpmath.power(h, -1)),
    },
)  # fmt: skip
