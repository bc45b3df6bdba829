"""The proofs of the page losses/hinge: its examples, facts, claims and formulas."""

from functools import cache
from pathlib import Path

import mpmath
import numpy as np
import pytest
from mpmath import mpf

from dlnotes import losses
from oracle import formulas as oracle
from oracle.differentiation import complex_step, derivative, gradient, left_derivative
from oracle.losses import loss
from press.formula import Meaning
from press.formula.meanings import Choice, Function, Matrix, Of, Reals, Running, Vector, Whole

ROOT = Path(__file__).parents[3]
SEEDS = range(20)
T, S = [1, 1, -1, -1], [mpf(3), mpf("0.5"), mpf(-1), mpf(2)]
Z = [2, mpf("1.5"), 0]


# what the formulas mean

def short(margin):
    """What is missing to a margin of 1, as half a number and its size: no maximum."""
    gap = 1 - margin
    return (gap + abs(gap)) / 2


def missing(t, s):
    return oracle.array(short(a * b) for a, b in zip(t, s, strict=True))


def surprise(t, s):
    """Minus the logarithm of half a hyperbolic tangent."""
    return oracle.array(-mpmath.log((1 + mpmath.tanh(a * b / 2)) / 2) for a, b in zip(t, s, strict=True))


def entropies(t, s):
    return [losses.binary_crossentropy([(float(a) + 1) / 2], [float(b)], from_logits=True) for a, b in zip(t, s, strict=True)]


def lead(z, r):
    """By how much the right class leads the best of the others, by sorting."""
    others = sorted(z[k] for k in range(len(z)) if k != int(r) - 1)
    return z[int(r) - 1] - others[-1]


def categorical(z, r):
    return losses.categorical_hinge(np.eye(len(z))[int(r) - 1], np.asarray(z, dtype=float))


def linear(w, x, b):
    return oracle.array(oracle.dot(w, row) + b for row in x)


def best_of_squares(p):
    """Where the two pulls of the squared hinge balance."""
    return mpmath.findroot(lambda c: (1 - p) * (1 + c) - p * (1 - c), 0)


LINEAR = {"s": Of(linear), r"\ell": Of(lambda t, w, x, b: missing(t, linear(w, x, b)))}
LABELS = {"y": Choice(0, 1), "s": Reals(-3, 3)}
MEANING = Meaning(
    {
        "n": Whole(2, 5), "t": Choice(-1, 1, shape=("n",)), "s": Vector("n", -4, 4), "i": Running(), "j": Running(),
        "m": Of(lambda t, s: oracle.array(a * b for a, b in zip(t, s, strict=True))),
        r"\ell": Of(missing, "t", "s"),
        "L": Of(lambda t, s: mpmath.fsum(missing(t, s)) / len(t), code=losses.hinge, slopes={"s": losses.hinge_gradient}),
        "w": Vector(3), "x": Matrix("n", 3), "b": Reals(), "y": Choice(0, 1),
        "q": Of(surprise, "t", "s", code=entropies), r"\sigma": Function(oracle.sigmoid),
        "p": Reals(0, 1), "d": Reals(0.5, 4), "c": Reals(-0.99, 0.99, extremes=(0,)),
        "F": Of(lambda p: lambda c: p * short(c) + (1 - p) * short(-c)),
        "G": Of(lambda p: lambda c: p * short(c) ** 2 + (1 - p) * short(-c) ** 2),
        "K": Whole(2, 5), "z": Vector("K", -3, 3), "r": Whole(1, 2),
        "g": Of(lambda z, r: short(lead(z, r)), code=categorical),
    },
    sections={"by-hand": {"n": 4, "t": T, "s": S}},
    formulas={
        r"s_i = \sum_j w_j x_{ij} + b": LINEAR,
        r"\frac{\partial \ell_i}{\partial w_j} = -t_i x_{ij}\, [\,t_i s_i < 1\,]": LINEAR,
        r"\begin{aligned} F(c) &= p \max(0, 1 - c) \\ &\quad + (1 - p) \max(0, 1 + c) \end{aligned}": {"c": Reals(-3, 3)},
        "c = 1": {"c": 1}, "d = 0": {"d": 0}, "y = 1": {"y": 1},
        r"\sigma(c) = p": {"p": Reals(0.05, 0.95), "c": Of(lambda p: mpmath.log(p) - mpmath.log(1 - p))},
        "c = 2p - 1": {"c": Of(best_of_squares)},
        "z = (2, 1.5, 0)": {"K": 3, "z": Z},
        r"g = \max(0, 1 + 2 - 1.5) = 1.5": {"K": 3, "z": Z, "r": 2},
        r"\max(0, y - (1 - 2y)\,s)": LABELS, r"\max(0, 1 + s)": LABELS, r"\max(0, 1 - (2y - 1)\,s)": LABELS,
    },
    values={
        "1 - t_i s_i": "1 - m_i",
        r"\max(0, 1 - t_i s_i)^2": r"\ell_i^2",
        r"\max(0, y - (1 - 2y)\,s)": Of(lambda y, s: short(-s) if y else short(1 + s)),
        r"\max(0, 1 + s)": Of(lambda s: short(-s)),
        r"\max(0, 1 - (2y - 1)\,s)": Of(lambda y, s: short(s) if y else short(-s)),
    },
)  # fmt: skip


# the examples

def test_hinge_by_hand(example, verify, claim):
    values = example("losses/hinge_by_hand").values
    verify("margins", values["margin"], exact=[a * b for a, b in zip(T, S, strict=True)])
    verify("loss", values["loss"], mpmath=loss("hinge", T, [float(v) for v in S]))
    # the third sample is at the kink: the slope on its far side
    slopes = [derivative(lambda v, a=a: short(a * v), b) / 4 if a * b != 1 else 0 for a, b in zip(T, S, strict=True)]
    verify("slopes'", values["slopes"], absolute=1e-15, central_difference=slopes, by_hand=[0, -mpf(1) / 4, 0, mpf(1) / 4])
    rng = np.random.default_rng(0)
    t, s = rng.choice([-1.0, 1.0], 200), rng.normal(size=200) * 2
    held = np.isclose(values["hinge"](t, s), losses.hinge(t, s), rtol=1e-14)
    held &= np.array_equal(values["hinge_gradient"](t, s), losses.hinge_gradient(t, s))
    with pytest.raises(ValueError, match="labels"):
        losses.hinge([0.0, 1.0], [0.5, 0.5])
    claim("losses/hinge_by_hand_agrees", bool(held))


MARGINS = [mpf(-1), mpf(0), mpf("0.5"), mpf(1), mpf(2)]


def test_hinge_margins(example, verify):
    values = example("losses/hinge_margins").values
    verify("loss", values["loss"], closed_form=[short(m) for m in MARGINS])
    off = [m for m in MARGINS if m != 1]
    verify("slope'", [v for v, m in zip(values["slope"], MARGINS, strict=True) if m != 1], absolute=1e-15,
           central_difference=[derivative(short, m) for m in off], closed_form=[-1 if m < 1 else mpf(0) for m in off])
    assert left_derivative(short, 1) == -1
    verify("slope at the kink, chosen", values["slope"], by_hand=[-1, -1, -1, 0, 0])


def test_kink_is_rarely_met(claim):
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        held.append(not np.any(rng.choice([-1.0, 1.0], 100_000) * rng.normal(size=100_000) == 1.0))
    claim("losses/kink_is_rarely_met", all(held), seeds=len(SEEDS))


def entropy(margin):
    return mpmath.log1p(mpmath.exp(-margin))


def complex_entropy(margin):
    return np.log(1 + np.exp(-margin))


def test_hinge_beside(example, verify, claim):
    values = example("losses/hinge_beside").values
    scores = [mpf(v) for v in (-3, -1, 0, 1, 3, 10)]
    verify("hinge", values["h"], closed_form=[short(v) for v in scores])
    verify("slope of the hinge", values["h_slope"], closed_form=[-1 if v < 1 else mpf(0) for v in scores])
    verify("cross-entropy", values["ce"], mpmath=[entropy(v) for v in scores])
    verify("cross-entropy'", values["ce_slope"], central_difference=[derivative(entropy, v) for v in scores],
           complex_step=[complex_step(complex_entropy, float(v)) for v in scores])
    grid = np.linspace(-30.0, 700.0, 500)
    slopes = np.array([losses.binary_crossentropy_gradient([1.0], [v], from_logits=True)[0] for v in grid])
    held = np.all(slopes < 0) and np.all(losses.hinge_gradient(np.ones(10), np.arange(1.0, 11.0)) == 0)
    claim("losses/crossentropy_never_rests", bool(held))


def test_hinge_figure(figure, verify):
    data = figure("losses/hinge")
    margins = [mpf(k) / 10 - 3 for k in range(61)]
    verify("margin", data["margin"], absolute=1e-15, closed_form=margins)
    verify("hinge", data["hinge"], absolute=1e-14, closed_form=[short(m) for m in margins])
    verify("squared hinge", data["squared hinge"], absolute=1e-14, closed_form=[short(m) ** 2 for m in margins])
    verify("cross-entropy", data["cross-entropy"], mpmath=[entropy(m) for m in margins])


# training on two clouds

def slopes_of_hinge(t, s):
    return np.where(t * s < 1, -t, 0.0) / t.size


def slopes_of_entropy(t, s):
    return -t / (1 + np.exp(t * s)) / t.size


@cache
def trained(kind):
    """The shares of right answers on new samples and of samples without a slope, all seeds at once, from slopes by hand."""
    t, seen = np.repeat([1.0, -1.0], 150), np.arange(300) % 3 == 0
    clouds = np.stack([np.random.default_rng(seed).normal(size=(300, 2)) for seed in SEEDS]) + t[:, None]
    x, w = np.concatenate([clouds, np.ones((len(SEEDS), 300, 1))], axis=2), np.zeros((len(SEEDS), 3))
    slopes = {"hinge": slopes_of_hinge, "entropy": slopes_of_entropy}[kind]
    for step in range(1000):
        g = slopes(t[seen], np.einsum("kij,kj->ki", x[:, seen], w))
        w = w - 0.5 * 0.99**step * np.einsum("kij,ki->kj", x[:, seen], g)
    new = t[~seen] * np.einsum("kij,kj->ki", x[:, ~seen], w)
    return np.stack([np.mean(new > 0, axis=1), np.mean(g == 0, axis=1)])


def test_hinge_training(example, verify, claim):
    values = example("losses/hinge_training").values
    runs = np.array([trained(kind).T for kind in ("hinge", "entropy")])
    verify("right answers", values["right"], closed_form=runs[:, :, 0])
    verify("samples without a slope", values["resting"], closed_form=runs[:, :, 1])
    verify("median of right answers", values["median"], closed_form=np.median(runs[:, :, 0], axis=1))
    verify("median of resting samples", values["rest"], closed_form=np.median(runs[:, :, 1], axis=1))
    ends = [np.quantile(runs[:, :, k], [0, 1], axis=1).T for k in (0, 1)]
    spans = [np.quantile(values[name], [0, 1], axis=1).T for name in ("right", "resting")]
    verify("lowest and highest", spans, closed_form=ends)
    resting = values["resting"]
    held = np.all(resting[0] > 0.5) and np.all(resting[1] == 0) and abs(np.diff(values["median"])[0]) < 0.01
    claim("losses/hinge_lets_most_samples_rest", bool(held), seeds=len(SEEDS))


# no probability

def test_hinge_probability(example, verify):
    values = example("losses/hinge_probability").values
    shares = [mpf("0.55"), mpf("0.7"), mpf("0.9"), mpf("0.99")]
    verify("share", values["chances"], mpmath=shares)
    # linear between the kinks: the best is at one of them
    expected = [min((-1, 1), key=lambda c, p=p: p * short(mpf(c)) + (1 - p) * short(mpf(-c))) for p in shares]
    verify("best score of the hinge", values["best"], exact=expected)
    verify("best score of the squared hinge", values["best_squared"], mpmath=[best_of_squares(p) for p in shares])
    logits = [mpmath.log(p / (1 - p)) for p in shares]
    verify("best score of cross-entropy, on the grid", values["best_ce"], mpmath=[mpmath.nint(100 * z) / 100 for z in logits])


# the scale

def test_zero_margin_is_free(claim):
    """Without a margin, scores of zero cost nothing; with one they cost it."""
    rng = np.random.default_rng(0)
    t = rng.choice([-1.0, 1.0], 50)
    claim("losses/zero_margin_is_free", bool(np.all(np.maximum(0, 0 - t * 0.0) == 0) and losses.hinge(t, np.zeros(50)) == 1.0))


def test_multiples_are_free(claim):
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        w, x = rng.normal(size=3), rng.normal(size=(40, 3))
        t = np.sign(x @ w)
        w = w / np.min(t * (x @ w))
        w = w * (1 + 1e-12)
        held.append(losses.hinge(t, x @ w) == 0 and all(losses.hinge(t, x @ (k * w)) == 0 for k in (1.5, 3.0, 100.0)))
    claim("losses/multiples_are_free", all(held), seeds=len(SEEDS))


# several classes

ROWS = [[2, mpf("1.5"), 0], [-3, -1, mpf("-2.5")]]


def keras_form(z, r):
    """The right class takes part with zero: the larger of the best rival and nothing."""
    return short(z[r - 1] - max(mpf(0), *(z[k] for k in range(len(z)) if k != r - 1)))


def test_hinge_categorical(example, verify, claim):
    values = example("losses/hinge_categorical").values
    verify("z", values["z"], by_hand=ROWS)
    verify("rivals only", values["ours"], mpmath=[short(lead(z, 2)) for z in ROWS])
    verify("as Keras", values["keras"], mpmath=[keras_form(z, 2) for z in ROWS])
    recorded_rows = keras_out()
    held = values["ours"][1] == 0 and values["keras"] == [recorded_rows["first row"], recorded_rows["second row"]]
    free = values["as_keras"](np.array([0.0, 1.0, 0.0]), np.array([-3.0, 1.0, -2.5])) == 0
    claim("losses/keras_wants_a_positive_score", held and free)


def keras_out():
    text = (ROOT / "docs" / "examples" / "losses" / "hinge_keras.out").read_text("utf-8")
    return {line.split(" = ")[0]: float(line.split(" = ")[1]) for line in text.splitlines()}


def test_hinge_class(fact, verify):
    scores = np.array([-3.0, -1.0, -2.5])
    values = fact("losses/hinge_class", right=np.argmax(scores) + 1, lead=np.diff(np.sort(scores))[-1])
    verify("number of the right class", values["right"], by_hand=2)
    verify("its distance to the best rival", values["lead"], mpmath=lead(ROWS[1], 2))


def test_hinge_keras(recorded, verify, claim):
    out = recorded("losses/hinge_keras")
    right = mpmath.fsum(missing(T, S)) / 4
    kept = mpmath.fsum(missing([(a - 1) / 2 for a in T], S)) / 4
    squared = mpmath.fsum(v**2 for v in missing(T, S)) / 4
    verify("hinge, with 0 and 1, with -1 and 0, squared, two rows", out, mpmath=[
        right, right, kept, squared, keras_form(ROWS[0], 2), keras_form(ROWS[1], 2),
    ])
    claim("losses/keras_converts_only_zero_and_one", abs(mpf(out[1]) - right) < 1e-4 and abs(mpf(out[2]) - right) > 0.1)


def test_hinge_pytorch(recorded, verify):
    out = recorded("losses/hinge_pytorch")
    verify("hinge", out[0], mpmath=mpmath.fsum(missing(T, S)) / 4)
    # at the kink, the third sample, the slope on its near side
    near = [a * left_derivative(short, a * b) / 4 for a, b in zip(T, S, strict=True)]
    verify("slope'", out[1:5], central_difference=near, by_hand=[0, -mpf(1) / 4, mpf(1) / 4, mpf(1) / 4])
    verify("MultiMarginLoss", out[5], mpmath=mpmath.fsum(short(Z[1] - Z[k]) for k in (0, 2)) / 3)
    verify("HingeEmbeddingLoss", out[6], mpmath=mpmath.fsum(b if a == 1 else short(b) for a, b in zip(T, S, strict=True)) / 4)


# pitfalls and exercises

def trained_with(labels, t):
    """The shares of right answers of both classes, all seeds at once: samples that fall short pull by label times input."""
    clouds = np.stack([np.random.default_rng(seed).normal(size=(100, 2)) for seed in SEEDS]) + 2 * (t[:, None] + 1)
    x, w = np.concatenate([clouds, np.ones((len(SEEDS), 100, 1))], axis=2), np.zeros((len(SEEDS), 3))
    for step in range(1000):
        pull = np.where(labels * np.einsum("kij,kj->ki", x, w) < 1, labels, 0.0)
        w = w + 0.1 * 0.995**step * np.einsum("kij,ki->kj", x, pull) / 100
    hit = t * np.einsum("kij,kj->ki", x, w) > 0
    return np.mean(hit[:, :50], axis=1), np.mean(hit[:, 50:], axis=1)


def test_hinge_zero_labels(example, verify, claim):
    values = example("losses/hinge_zero_labels").values
    signs = np.repeat([1.0, -1.0], 50)
    runs = np.array([trained_with(labels, signs) for labels in (signs, np.maximum(signs, 0.0))])
    verify("right answers", values["right"], closed_form=runs)
    verify("median", values["median"], closed_form=np.median(runs, axis=2))
    right = values["right"]
    flat = np.maximum(0, 1 - 0.0 * np.linspace(-5.0, 5.0, 11))
    held = np.all(right[0, 1] > 0.9) and np.all(right[1, 1] < 0.7) and np.all(flat == 1)
    claim("losses/zero_labels_teach_nothing", bool(held), seeds=len(SEEDS), ablation=True)


def test_sigmoid_never_satisfies(claim):
    z = np.linspace(-30.0, 30.0, 61)
    claim("losses/sigmoid_never_satisfies", all(losses.hinge([-1.0], [1 / (1 + np.exp(-v))]) > 1 for v in z))


def test_hinge_half(fact, verify):
    t, s = [-1.0], np.array([-0.5])
    values = fact("losses/hinge_half", score=s[0], loss=losses.hinge(t, s), margin=t[0] * 2 * s[0], free=losses.hinge(t, 2 * s))
    verify("score", values["score"], by_hand=mpf("-0.5"))
    verify("loss", values["loss"], mpmath=short(mpf("0.5")))
    verify("margin of the doubled score", values["margin"], by_hand=1)
    verify("its loss", values["free"], mpmath=short(mpf(1)))


def test_hinge_squared(example, verify):
    values = example("losses/hinge_squared").values
    verify("squared hinge", values["squared"], closed_form=[short(m) ** 2 for m in MARGINS])
    slopes = [derivative(lambda m: short(m) ** 2, m) for m in MARGINS]
    verify("slope'", values["squared_slope"], absolute=1e-15, central_difference=slopes,
           closed_form=[2 * (m - 1) if m < 1 else 0 for m in MARGINS])


def test_weights_gradient_agrees(claim):
    """The answer of the exercise against differences of the mean loss."""
    rng = np.random.default_rng(0)
    t, x, w = rng.choice([-1.0, 1.0], 20), rng.normal(size=(20, 3)), rng.normal(size=3)
    answer = -(t * (t * (x @ w) < 1)) @ x / len(t)

    def mean_loss(weights):
        scores = [oracle.dot(weights, list(map(mpf, row))) for row in x.tolist()]
        return mpmath.fsum(missing(list(map(mpf, t.tolist())), scores)) / 20

    exact = np.array(gradient(mean_loss, list(map(mpf, w.tolist()))), dtype=float)
    held = np.allclose(answer, exact, rtol=1e-12) and np.allclose(answer, losses.hinge_gradient(t, x @ w) @ x)
    claim("losses/weights_gradient_agrees", bool(held))


def test_hinge_mirrored(example, verify):
    values = example("losses/hinge_mirrored").values
    verify("typed", values["wrong"], by_hand=[3, 0, 0, 2])
    verify("hinge", values["right"], mpmath=[short((2 * y - 1) * mpf(s)) for y, s in ((1, 2), (1, -2), (0, 2), (0, -2))])


def test_sigmoid_mirrors(claim):
    """The probability of no is one minus that of yes."""
    held = all(abs(oracle.sigmoid(mpf(-v)) - (1 - oracle.sigmoid(mpf(v)))) < mpf("1e-45") for v in (-5, -1, 0, 2, 9))
    claim("losses/sigmoid_mirrors", held)


def test_crossentropy_tells_the_share(claim):
    """At the score whose sigmoid is the share, the two pulls of cross-entropy balance; on either side they do not."""
    held = []
    for p in (0.05, 0.3, 0.55, 0.9, 0.99):
        best = np.log(p / (1 - p))
        pulls = [
            losses.binary_crossentropy_gradient([p], [best + step], from_logits=True)[0] for step in (-0.1, 0.0, 0.1)
        ]
        share = mpf(p)
        exact = derivative(lambda c, u=share: u * entropy(c) + (1 - u) * entropy(-c), mpmath.log(share / (1 - share)))
        held.append(pulls[0] < 0 < pulls[2] and abs(pulls[1]) < 1e-15 and abs(exact) < mpf("1e-40"))
    claim("losses/crossentropy_tells_the_share", all(held))
