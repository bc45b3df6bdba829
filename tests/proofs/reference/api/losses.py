"""What the formulas in the docstrings of dlnotes.losses mean."""

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations, losses
from oracle import formulas as oracle
from press.formula.meanings import Choice, Function, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning

TIES = (-1.5, -1, -0.5, 0, 0.5, 1)
FINE = mpf(2) ** -30        # finer than what is drawn: a line stays a line as far as that


def accepted(compute):
    """Whether the package takes an argument."""
    def answer(*arguments):
        try:
            compute(*arguments)
        except ValueError:
            return False
        return True

    return answer


# means over the n elements


def mean(term):
    return lambda t, y: mpmath.fsum(term(y - t)) / len(t)


def absolute(errors):
    return [mpmath.sqrt(e * e) for e in errors]


def squares(errors):
    return [e * e for e in errors]


def huber_term(a, d):
    """A parabola, less the parabola of what lies above the threshold."""
    return a * a / 2 - oracle.relu(a - d) ** 2 / 2


def huber_loss(t, y, d):
    return mpmath.fsum(huber_term(a, d) for a in absolute(y - t)) / len(t)


def huber_by_code(d):
    return lambda a: losses.huber([0.0], [float(a)], float(d))


def of_elements(loss, code, gradient):
    return {"E": Of(loss, "t", "y", code=code, slopes={"y": gradient})}


SCOPE = {
    "n": Whole(1, 5), "t": Vector("n"), "y": Vector("n"), "i": Running(), "k": Running(),
    "p": Vector("n", 0.1, 0.9), "z": Vector("n"), "s": Vector("n"), "N": Whole(1, 4),
    r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid),
}  # fmt: skip
MEAN_SQUARES = of_elements(mean(squares), losses.mean_squared_error, losses.mean_squared_error_gradient)
SUM_SQUARES = of_elements(lambda t, y: oracle.dot(y - t, y - t), losses.sum_squared_error, losses.sum_squared_error_gradient)
HALF_SQUARES = of_elements(
    oracle.half_squared_error, losses.half_sum_squared_error, losses.half_sum_squared_error_gradient,
)  # fmt: skip
MEAN_ABSOLUTE = of_elements(mean(absolute), losses.mean_absolute_error, losses.mean_absolute_error_gradient)
HUBER = {
    **SCOPE, "d": Reals(0.25, 2),
    "E": Of(
        huber_loss, "t", "y", "d", code=losses.huber,
        slopes={"y": Of(lambda t, y, d: losses.huber_gradient(t, y, float(d)))},
    ),
}  # fmt: skip
BY_PREDICTION = r"\frac{\partial E}{\partial y_i}"


# binary


def binary_loss(t, p):
    """The log of the product of what was foretold of each element."""
    return -mpmath.log(mpmath.fprod(b**a * (1 - b) ** (1 - a) for a, b in zip(t, p, strict=True))) / len(t)


def binary_by_logits(t, z):
    return losses.binary_crossentropy_gradient(t, z, from_logits=True)


BINARY = {
    **SCOPE,
    "z": Reals(-8, 8, extremes=(0,)), "t": Reals(0, 1, extremes=(0, 1)),
    "p": Of(lambda z: oracle.sigmoid(z), code=activations.sigmoid),
}  # fmt: skip
BINARY_ROW = {
    **SCOPE,
    "z": Vector("n", -6, 6), "t": Vector("n", 0, 1, extremes=(0, 1)),
    "p": Of(lambda z: oracle.entries(oracle.sigmoid, z), code=activations.sigmoid),
    "E": Of(
        lambda t, p: binary_loss(t, p), code=losses.binary_crossentropy,
        slopes={"p": losses.binary_crossentropy_gradient, "z": Of(binary_by_logits, "t", "z")},
    ),
}  # fmt: skip
BINARY_DELTA = {
    **BINARY_ROW,
    "E": Of(
        lambda t, p: binary_loss(t, p),
        slopes={"z": Of(lambda t, z: losses.binary_crossentropy_delta(t, z, activations.sigmoid(z)))},
    ),
}  # fmt: skip
BY_LOGIT, BY_CHANCE = r"\frac{\partial E}{\partial z_i}", r"\frac{\partial E}{\partial p_i}"
# the scope of a label that is drawn on both sides of what is allowed
LABEL = {
    "t": Reals(-1, 2, extremes=(0, 1)),
    r"\iff": [Of(lambda t: abs(2 * t - 1) <= 1, code=accepted(lambda t: losses.binary_crossentropy([t], [0.5])))],
}

# categorical: one sample of a batch of N, whose other samples are as wrong as they are


def batch_loss(t, p, N):
    return (mpmath.fsum(a * mpmath.log(1 / b) for a, b in zip(t, p, strict=True)) + (N - 1) * mpmath.log(2)) / N


def in_batch(gradient):
    """The gradient of the first of N equal samples."""
    return lambda t, y, N: gradient(np.tile(t, (int(N), 1)), np.tile(y, (int(N), 1)))[0]


def categorical_by_logits(t, z):
    return losses.categorical_crossentropy_gradient(t, z, from_logits=True)


def categorical_delta(t, z):
    return losses.categorical_crossentropy_delta(t, z, activations.softmax(z))


def one_hot(number, K):
    """A row with one entry of 1, at the number counted from 1."""
    return [mpf(k == number) for k in range(1, int(K) + 1)]


CATEGORICAL = {
    **SCOPE,
    "K": 4, "N": Whole(1, 4), "z": Vector(4), "u": Vector(4),
    "t": Of(lambda u: oracle.softmax(u)),
    "p": Of(lambda z: oracle.softmax(z), code=activations.softmax),
    "E": Of(
        lambda t, p, N: batch_loss(t, p, N),
        slopes={
            "p": in_batch(losses.categorical_crossentropy_gradient),
            "z": Of(in_batch(categorical_by_logits), "t", "z", "N"),
        },
    ),
}  # fmt: skip
CATEGORICAL_DELTA = {
    **CATEGORICAL,
    "E": Of(lambda t, p, N: batch_loss(t, p, N), slopes={"z": Of(in_batch(categorical_delta), "t", "z", "N")}),
}# weights of classes, and what is left of a cross-entropy without the entropy of its targets


def weighted_loss(w, t, z):
    """The cross-entropy with targets that no longer sum to 1."""
    return oracle.cross_entropy(w * t, z)


def divergence(t, p):
    """What the true probabilities cost in bits beyond their entropy, in nats."""
    return mpmath.log(2) * mpmath.fsum(a * (mpmath.log(a, 2) - mpmath.log(b, 2)) for a, b in zip(t, p, strict=True))


def in_weighted_batch(options):
    def gradient(w, t, y, N):
        rows = np.tile(t, (int(N), 1)), np.tile(y, (int(N), 1))
        return losses.weighted_categorical_crossentropy_gradient(*rows, w, **options)[0]

    return gradient


WEIGHTED = {
    **CATEGORICAL, "w": Vector(4, 0, 3), "j": Running(),
    "E": Of(
        lambda w, t, p, N: mpmath.fsum(a * b * mpmath.log(1 / c) for a, b, c in zip(w, t, p, strict=True)) / N,
        slopes={
            "p": Of(lambda w, t, p, N: in_weighted_batch({})(w, t, p, N)),
            "z": Of(lambda w, t, z, N: in_weighted_batch({"from_logits": True})(w, t, z, N)),
        },
    ),
}  # fmt: skip

CLASS = {
    "c": Whole(-2, 6, extremes=(0, 4, 3, -1)), "K": 4,
    r"\iff": [Of(lambda c, K: c in range(int(K)), code=accepted(lambda c, K: losses.one_hot([int(c)], int(K))))],
}
SPARSE_CLASS = {
    **CLASS,
    r"\iff": [
        Of(
            lambda c, K: c in range(int(K)),
            code=accepted(lambda c, K: losses.sparse_categorical_crossentropy([int(c)], [[1 / K] * int(K)])),
        ),
    ],
}  # fmt: skip
BY_SCORE, BY_SHARE = r"\frac{\partial E}{\partial z_k}", r"\frac{\partial E}{\partial p_k}"

# margins


def hinge_loss(t, s):
    return mpmath.fsum(oracle.relu(1 - margin) for margin in t * s) / len(t)


def hinge_slopes(t, s):
    """The slope on the side of the larger margin, which is what counts at the corner."""
    def moved(place):
        other = s.copy()
        other[place] += t[place] * FINE
        return other

    return [(hinge_loss(t, moved(k)) - hinge_loss(t, s)) / (t[k] * FINE) for k in range(len(s))]


def rival(s, c):
    """The number of the strongest class that is not c; of equal ones the first."""
    return max((k for k in range(1, len(s) + 1) if k != c), key=lambda k: s[k - 1])


def lead(s, c):
    return s[int(c) - 1] - s[rival(s, c) - 1]


def crammer_singer(s, c):
    """The largest of what each class is short of, among them the true one, which is short of nothing."""
    return max(mpf(0), *(1 + v - s[int(c) - 1] for k, v in enumerate(s, start=1) if k != c))


def categorical_hinge(s, c):
    return losses.categorical_hinge([np.eye(len(s))[int(c) - 1]], [s])


def categorical_hinge_gradient(s, c, N=1):
    rows = np.tile(np.eye(len(s))[int(c) - 1], (int(N), 1)), np.tile(s, (int(N), 1))
    return losses.categorical_hinge_gradient(*rows)[0]


def categorical_hinge_slopes(s, c, N):
    """One of N samples, where the loss of that sample is not 0."""
    return oracle.gradient(lambda scores: crammer_singer(scores, c) / N, s)


HINGE = {**SCOPE, "t": Choice(-1, 1), "s": Reals(-3, 3, extremes=(-1, 1))}
HINGE_ROW = {
    **SCOPE, "t": Choice(-1, 1, shape=("n",)), "s": Choice(*TIES, shape=("n",)),
    "g": Of(hinge_slopes, "t", "s", code=losses.hinge_gradient),
}  # fmt: skip
SCORES = {
    **SCOPE, "K": 3, "N": Whole(1, 4), "s": Choice(-2, -1, 0, 1, 2, shape=(3,)), "c": Whole(1, 3),
    "j": Of(rival, "s", "c"), "t": Of(lambda c, K: oracle.array(one_hot(c, K))),
}  # fmt: skip
# no two scores are equal, and no lead is exactly 1
APART = {
    **SCORES, "s": Vector(3), r"\given": "s_c < s_j + 1",
    "g": Of(categorical_hinge_slopes, "s", "c", "N", code=categorical_hinge_gradient),
}  # fmt: skip
LOG_2 = Of(lambda: mpmath.quad(lambda u: 1 / u, [1, 2]), code=lambda: losses.binary_crossentropy([1.0, 0.0], [0.5, 0.5]))

MEANINGS = {
    "mean_squared_error": Meaning(
        {**SCOPE, **MEAN_SQUARES}, values={r"\frac{1}{n} \sum_i (y_i - t_i)^2": "E"},
    ),
    "mean_squared_error_gradient": Meaning(
        {**SCOPE, **MEAN_SQUARES}, values={r"\frac{2}{n} (y_i - t_i)": BY_PREDICTION},
    ),
    "sum_squared_error": Meaning({**SCOPE, **SUM_SQUARES}, values={r"\sum_i (y_i - t_i)^2": "E"}),
    "sum_squared_error_gradient": Meaning({**SCOPE, **SUM_SQUARES}, values={"2 (y_i - t_i)": BY_PREDICTION}),
    "half_sum_squared_error": Meaning(
        {**SCOPE, **HALF_SQUARES}, values={r"\frac{1}{2} \sum_i (y_i - t_i)^2": "E"},
    ),
    "half_sum_squared_error_gradient": Meaning({**SCOPE, **HALF_SQUARES}, values={"y_i - t_i": BY_PREDICTION}),
    "mean_absolute_error": Meaning(
        {**SCOPE, **MEAN_ABSOLUTE}, values={r"\frac{1}{n} \sum_i \lvert y_i - t_i \rvert": "E"},
    ),
    "mean_absolute_error_gradient": Meaning(
        {**SCOPE, **MEAN_ABSOLUTE, "t": Choice(*TIES, shape=("n",)), "y": Choice(*TIES, shape=("n",))},
        values={r"\frac{1}{n} ([y_i > t_i] - [y_i < t_i])": BY_PREDICTION},
    ),
    "huber": Meaning(
        {
            "y": Choice(*TIES), "t": Choice(*TIES), "d": Choice(0.5, 1, 1.5),
            "a": Of(lambda y, t: mpmath.sqrt((y - t) * (y - t))),
            "e": Of(lambda y, t: y - t),
            "c": Of(lambda e, d: sorted((-d, e, d))[1]),
            "h": Of(lambda d: lambda a: huber_term(a, d), code=huber_by_code),
        },
        values={r"c (e - \frac{c}{2})": "h(a)"},
    ),
    "huber_gradient": Meaning(HUBER, values={r"\frac{1}{n} \max(-d, \min(d, y_i - t_i))": BY_PREDICTION}),
    "binary_crossentropy": Meaning(
        BINARY,
        formulas={r"0 \le t \le 1": LABEL},
        values={
            r"-(t \ln p + (1 - t) \ln(1 - p))": Of(
                lambda t, p: binary_loss([t], [p]), code=lambda t, p: losses.binary_crossentropy([t], [p]),
            ),
            r"t \ln(1 + e^{-z}) + (1 - t) \ln(1 + e^z)": Of(
                lambda t, p, z: binary_loss([t], [p]),
                code=lambda t, p, z: losses.binary_crossentropy([t], [z], from_logits=True),
            ),
            r"\ln 2": LOG_2,
        },
    ),
    "binary_crossentropy_gradient": Meaning(
        BINARY_ROW,
        values={
            r"\frac{1}{n} (\frac{1 - t_i}{1 - p_i} - \frac{t_i}{p_i})": BY_CHANCE,
            r"\frac{1}{n} (\sigma(z_i) - t_i)": BY_LOGIT,
        },
    ),
    "binary_crossentropy_delta": Meaning(
        BINARY_DELTA,
        values={
            r"\frac{1}{n} (p_i - t_i)": BY_LOGIT,
            r"\frac{1}{n} ((1 - t_i) p_i - t_i \sigma(-z_i))": BY_LOGIT,
        },
    ),
    "categorical_crossentropy": Meaning(
        CATEGORICAL,
        formulas={r"\ln K": {"K": Whole(2, 7)}},
        values={
            r"-\sum_k t_k \ln p_k": Of(
                lambda t, z: oracle.cross_entropy(t, z),
                code=lambda t, z: losses.categorical_crossentropy([t], [z], from_logits=True),
            ),
            r"\ln K": Of(
                lambda K: oracle.cross_entropy(one_hot(1, K), oracle.array([mpf(0)] * int(K))),
                code=lambda K: losses.categorical_crossentropy([[1.0] + [0.0] * int(K - 1)], [[1 / K] * int(K)]),
            ),
        },
    ),
    "categorical_crossentropy_gradient": Meaning(
        CATEGORICAL,
        values={r"-\frac{1}{N} \frac{t_k}{p_k}": BY_SHARE, r"\frac{1}{N} (p_k - t_k)": BY_SCORE},
    ),
    "categorical_crossentropy_delta": Meaning(CATEGORICAL_DELTA, values={r"\frac{1}{N} (p_k - t_k)": BY_SCORE}),
    "one_hot": Meaning({"K": 4}, formulas={r"0 \le c < K": CLASS}),
    "sparse_categorical_crossentropy": Meaning(
        {**CATEGORICAL, "c": Whole(1, 4)},
        formulas={r"0 \le c < K": SPARSE_CLASS},
        values={
            r"-\ln p_c": Of(
                lambda z, c, K: oracle.cross_entropy(one_hot(c, K), z),
                code=lambda z, c, K: losses.sparse_categorical_crossentropy([int(c) - 1], [z], from_logits=True),
            ),
        },
    ),
    "weighted_categorical_crossentropy": Meaning(
        WEIGHTED,
        values={
            r"-\sum_k w_k t_k \ln p_k": Of(
                weighted_loss, "w", "t", "z",
                code=lambda w, t, z: losses.weighted_categorical_crossentropy([t], [z], w, from_logits=True),
            ),
        },
    ),
    "weighted_categorical_crossentropy_gradient": Meaning(
        WEIGHTED,
        values={
            r"-\frac{1}{N} \frac{w_k t_k}{p_k}": BY_SHARE,
            r"\frac{1}{N} (p_k \sum_j w_j t_j - w_k t_k)": BY_SCORE,
        },
    ),
    "kl_divergence": Meaning(
        CATEGORICAL,
        values={
            r"\sum_k t_k \ln \frac{t_k}{p_k}": Of(
                lambda t, p: divergence(t, p), code=lambda t, p: losses.kl_divergence([t], [p]),
            ),
        },
    ),
    "kl_divergence_gradient": Meaning(
        {
            **CATEGORICAL,
            "E": Of(
                lambda t, p, N: divergence(t, p) / N, slopes={"p": in_batch(losses.kl_divergence_gradient)},
            ),
        },
        values={r"-\frac{1}{N} \frac{t_k}{p_k}": BY_SHARE},
    ),
    "smooth_labels": Meaning(
        {
            **CATEGORICAL, "a": Reals(0, 1, extremes=(0, 1)),
            "q": Of(
                lambda t, a, K: oracle.array(v - a * (v - mpf(1) / K) for v in t),
                code=lambda t, a, K: losses.smooth_labels([t], float(a))[0],
            ),
        },
        values={
            r"(1 - a) t_k + \frac{a}{K}": "q_k",
        },
    ),
    "hinge": Meaning(
        HINGE,
        formulas={
            r"t s \ge 1": {
                r"\iff": [Of(lambda t, s: oracle.relu(1 - t * s) == 0, code=lambda t, s: losses.hinge([t], [s]) == 0)],
            },
        },
        values={
            r"\max(0, 1 - t s)": Of(lambda t, s: oracle.relu(1 - t * s), code=lambda t, s: losses.hinge([t], [s])),
        },
    ),
    "hinge_gradient": Meaning(HINGE_ROW, values={r"-\frac{1}{n} t_i [t_i s_i < 1]": "g_i"}),
    "categorical_hinge": Meaning(
        SCORES,
        formulas={
            r"s_c \ge s_j + 1": {
                r"\iff": [Of(lambda s, c: crammer_singer(s, c) == 0, code=lambda s, c: categorical_hinge(s, c) == 0)],
            },
        },
        values={
            r"\max(0, 1 + s_j - s_c)": Of(lambda s, c: crammer_singer(s, c), code=categorical_hinge),
            "(1 - t_k) s_k": r"[k \ne c] s_k",
        },
    ),
    "categorical_hinge_gradient": Meaning(
        APART,
        formulas={
            "s_c < s_j + 1": {
                **SCORES, r"\given": None,
                r"\iff": [Of(lambda s, c: crammer_singer(s, c) > 0, code=lambda s, c: categorical_hinge_gradient(s, c).any())],
            },
        },
        values={r"\frac{1}{N} ([k = j] - t_k)": "g_k"},
    ),
}  # fmt: skip
