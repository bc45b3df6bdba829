"""The formulas of the page about batch sizes: means over batches are taken by listing all of them."""

from itertools import permutations, product

import mpmath

from oracle import formulas as oracle
from press.formula.meanings import Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning


def mean(values):
    values = list(values)
    return mpmath.fsum(values) / len(values)


def variance(values):
    """The mean of the squares, less the square of the mean."""
    values = list(values)
    return mean(v * v for v in values) - mean(values) ** 2


def deviations(g):
    return oracle.array(v - mean(g) for v in g)


def again(g, B):
    """The variance of the mean of a batch, over all batches into which a sample may come again."""
    return variance(mean(batch) for batch in product(g, repeat=int(B)))


def once(g, B):
    """The same over all batches of different samples."""
    return variance(mean(batch) for batch in permutations(g, int(B)))


def product_of_two(g, drawn):
    d = deviations(g)
    return mean(a * b for a, b in drawn(d))


def twice(d):
    return product(d, repeat=2)


def different(d):
    return permutations(d, 2)


WITHOUT = {"V": Of(once, "g", "B"), "c": Of(lambda g: product_of_two(g, different))}
PAIR = {"N": 4, "B": 2, "g": [-2, 0, 4, 6]}
MEANING = Meaning(
    {
        "N": Whole(3, 5), "B": Whole(1, 3), "g": Vector("N", -4, 4), "i": Running(), "j": Running(),
        r"\bar{g}": Of(mean, "g"), r"\hat{g}": Of(lambda g, B: mean(g[:int(B)])), "d": Of(deviations, "g"),
        "v": Of(variance, "g"), "V": Of(again, "g", "B"), "c": Of(lambda g: product_of_two(g, twice)),
        "w": Reals(), r"\eta": Reals(0.01, 1.0),
        "M": Of(lambda B: sum(8 for _ in range(int(B)) for _ in range(128 + 10))),
        r"w \leftarrow": Of(lambda w, eta, g, B: w - eta * mean(g[:int(B)])),
    },
    sections={"by-hand": PAIR},
    formulas={
        r"V = \frac{v}{B} \cdot \frac{N - B}{N - 1}": WITHOUT,
        r"V = \frac{1}{B^2} \left(B v + B (B - 1) c\right)": WITHOUT,
        r"\begin{aligned} c &= \frac{1}{N (N - 1)} \left(\sum_{i=1}^{N} \sum_{j=1}^{N} d_i d_j - \sum_{i=1}^{N} d_i^2\right) \\ "
        r"&= \frac{0 - N v}{N (N - 1)} = -\frac{v}{N - 1} \end{aligned}": WITHOUT,
        r"\begin{aligned} V &= \frac{1}{B^2} \left(B v - B (B - 1) \frac{v}{N - 1}\right) \\ "
        r"&= \frac{v}{B} \left(1 - \frac{B - 1}{N - 1}\right) \\ &= \frac{v}{B} \cdot \frac{N - B}{N - 1} \end{aligned}": WITHOUT,
        r"V = \frac{10}{2} \cdot \frac{4 - 2}{4 - 1} = \frac{10}{3}": {**PAIR, **WITHOUT},
        "B = 1": {"B": 1}, r"M = 8 \cdot 32 \cdot 138 = 35328": {"B": 32},
        "B = N": {"N": Whole(3, 5), "B": Of(lambda N: N)},
        "V = 0": {**WITHOUT, "N": Whole(3, 5), "B": Of(lambda N: N)},
    },
    values={
        "1": Of(lambda g: once(g, 1) / again(g, 1)),
        "0": Of(lambda g, N: once(g, N)),
        "B (B - 1)": Of(lambda B: sum(1 for _ in permutations(range(int(B)), 2))),
        r"\frac{N - B}{N - 1}": Of(lambda g, B: once(g, B) / again(g, B)),
    },
)  # fmt: skip
