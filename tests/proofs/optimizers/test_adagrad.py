"""The proofs of the page optimizers/adagrad: its examples, figures, facts and claims."""

from functools import cache
from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.optimizers import SGD, Adagrad


def test_adagrad_by_hand(example, verify, claim):
    values = example("optimizers/adagrad_by_hand").values
    first = [mpf(0), mpf(-1), mpf(-9) / 5, -mpf(177) / 65]
    verify("path", values["path"], by_hand=[v for pair in zip(first, [0, -1, -1, -1], strict=True) for v in pair])
    verify("slopes", values["gradients"], by_hand=[3, mpf("0.1"), 4, 0, 12, 0])
    held, rng = [], np.random.default_rng(0)
    for rate, start in ((1.0, 0.0), (0.1, 0.1), (0.5, 2.0)):
        given = rng.normal(size=(30, 4))
        w, optimizer = np.ones(4), Adagrad(rate, start, epsilon=1e-30)
        for row, g in zip(values["adagrad"](np.ones(4), given, rate, np.full(4, start))[1:], given, strict=True):
            optimizer.update([w], [g])
            held.append(np.allclose(w, row, rtol=1e-12))
    claim("optimizers/adagrad_by_hand_agrees", all(held))


def test_zero(fact, verify):
    """Numbers that several sentences state: what the package keeps at first, and small whole numbers of the text."""
    optimizer = Adagrad(1.0, 0.0)
    optimizer.update([np.zeros(1)], [np.zeros(1)])
    zero = fact("optimizers/adagrad_zero", least=float(optimizer.state("accumulator")[0][0]), one=1, five=5, at=25)
    verify("sum without slopes", zero["least"], by_hand=0)
    verify("one", zero["one"], by_hand=1)
    verify("the slope of the exercise", zero["five"], by_hand=5)
    verify("the step of the exercise", zero["at"], by_hand=25)


def test_count(fact, verify):
    counts = fact("optimizers/adagrad_count", steps=400, every=25, ratio=25**0.5, features=12, draws=20)
    verify("steps", counts["steps"], by_hand=400)
    verify("steps from one to the next of the rare feature", counts["every"], by_hand=25)
    verify("ratio of the rates", counts["ratio"], mpmath=mpmath.sqrt(mpf(400) / 16))
    verify("features", counts["features"], by_hand=12)
    verify("draws", counts["draws"], by_hand=20)


def test_scale(claim):
    rng, held = np.random.default_rng(0), []
    for scale in (1e-3, 7.0, 1e6):
        plain, scaled = np.zeros(3), np.zeros(3)
        one, other = Adagrad(0.1, 0.0, 1e-30), Adagrad(0.1, 0.0, 1e-30)
        for g in rng.normal(size=(50, 3)):
            one.update([plain], [g])
            other.update([scaled], [scale * g])
        held.append(np.allclose(plain, scaled, rtol=1e-9))
    claim("optimizers/adagrad_ignores_the_scale", all(held))


# rare features


def test_adagrad_two_weights(example, verify):
    values = example("optimizers/adagrad_two_weights").values
    verify("sums of squares", values["sums"], by_hand=[400, 16])
    verify("rates", values["rates"], closed_form=[1 / mpmath.sqrt(n) for n in (400, 16)])
    ways = [-mpmath.fsum(1 / mpmath.sqrt(k) for k in range(1, n + 1)) for n in (400, 16)]
    verify("weights", values["w"], digits=6, closed_form=ways)


def test_rates_figure(figure, verify):
    data = figure("optimizers/adagrad_rates")
    verify("step", data["step"], by_hand=list(range(1, 201)))
    verify("often", data["often"], closed_form=[1 / mpmath.sqrt(t) for t in range(1, 201)])
    verify("rare", data["rare"], closed_form=[1 / mpmath.sqrt((t - 1) // 25 + 1) for t in range(1, 201)])


@cache
def drawn():
    rng = np.random.default_rng(0)
    places, weights = rng.random((1000, 40, 12)), rng.normal(size=(40, 12))
    return places, weights, 0.2 * rng.normal(size=(1000, 40))


def fitted(kind, rate, share, part):
    """The errors of the linear models of some draws, with all steps written out."""
    places, weights, added = drawn()
    off, squares = -weights[part], np.full((20, 12), 0.1)
    for t in range(1000):
        here = places[t, part] < share
        slopes = here * (added[t, part] + np.einsum("ij,ij->i", here, off))[:, np.newaxis]
        slopes = np.minimum(np.maximum(slopes, -1e9), 1e9)
        squares = squares + slopes * slopes
        own = {"fixed": rate, "falling": rate / (1 + t) ** 0.5, "own": rate / np.sqrt(squares + 1e-7)}[kind]
        off = off - own * slopes
    return np.einsum("j,ij->i", share, off**2)


@cache
def expected_errors():
    rows = []
    for share in (np.array([0.5] * 6 + [0.01] * 6), np.array([0.5] * 12)):
        for kind in ("fixed", "falling", "own"):
            medians = [np.median(fitted(kind, 4.0 * 0.6**k, share, slice(0, 20))) for k in range(13)]
            rows.append(fitted(kind, 4.0 * 0.6 ** int(np.argmin(medians)), share, slice(20, 40)))
    return np.array(rows)


def test_adagrad_sparse(example, fact, verify, claim):
    values = example("optimizers/adagrad_sparse").values
    verify("rates", values["rates"], closed_form=[4 * mpf("0.6") ** k for k in range(13)])
    verify("errors", values["found"], digits=7, closed_form=expected_errors())
    lines = [np.quantile(row, [0, 0.5, 1]) for row in expected_errors()]
    verify("lowest, median, highest", [np.quantile(row, [0, 0.5, 1]) for row in values["found"]], digits=7, closed_form=lines)
    middle = np.median(values["found"], axis=1)
    medians = fact("optimizers/adagrad_medians", rare=middle[:3].tolist(), dense=middle[3:].tolist())
    verify("with rare features", medians["rare"], digits=7, closed_form=np.median(expected_errors()[:3], axis=1))
    verify("with common features", medians["dense"], digits=7, closed_form=np.median(expected_errors()[3:], axis=1))
    held = middle[2] < 0.6 * min(middle[0], middle[1]) and middle[4] < middle[5]
    claim("optimizers/adagrad_helps_rare_features", bool(held), seeds=20, ablation=True)


# the rate that falls


def test_adagrad_rate(example, verify):
    values = example("optimizers/adagrad_rate").values
    marks = [1, 4, 100, 10000]
    verify("steps", values["marks"], by_hand=marks)
    verify("sizes", values["steps"], digits=6, closed_form=[1 / mpmath.sqrt(t) for t in marks])
    ways = [mpmath.zeta(0.5) - mpmath.zeta(0.5, t + 1) for t in marks]
    verify("ways", values["ways"], digits=6, mpmath=ways)


def test_adagrad_old(example, verify, claim):
    values = example("optimizers/adagrad_old").values
    sums = [mpf(1000), 10 * mpf(100) ** 2 + 990]
    verify("last steps", values["steps"], digits=6, closed_form=[1 / mpmath.sqrt(s) for s in sums])
    claim("optimizers/adagrad_remembers_a_loud_start", 9.5 < values["steps"][0] / values["steps"][1] < 10.5)


def test_adagrad_start(example, verify):
    values = example("optimizers/adagrad_start").values
    starts, slopes = [mpf(0), mpf("0.1"), mpf(1)], [mpf("0.01"), mpf("0.1"), mpf(1), mpf(10)]
    verify("starts", values["starts"], by_hand=starts)
    verify("slopes", values["gradients"], by_hand=slopes)
    verify("first steps", values["first"], closed_form=[[g / mpmath.hypot(mpmath.sqrt(s), g) for s in starts] for g in slopes])


def test_rate_can_exceed(claim):
    """The first gradient of 0.1 is multiplied by ten times the learning rate, and by less in each later step."""
    w, optimizer, ratios = np.zeros(1), Adagrad(1.0, 0.0), []
    for _ in range(20):
        before = w[0]
        optimizer.update([w], [np.array([0.1])])
        ratios.append((before - w[0]) / 0.1)
    falls = all(a > b for a, b in pairwise(ratios))
    claim("optimizers/adagrad_rate_can_exceed", ratios[0] > 9 and falls)


# frameworks


def recorded_path():
    """Ten steps on the square of the weight, for both first values."""
    rows, w, s = [], [mpf(1), mpf(1)], [mpf("0.1"), mpf(0)]
    for _ in range(10):
        for k in range(2):
            s[k] += (2 * w[k]) ** 2
            w[k] -= w[k] / mpmath.sqrt(s[k])
        rows += w
    return rows


def test_adagrad_keras(recorded, verify, claim):
    out = recorded("optimizers/adagrad_keras")
    verify("both paths", out, closed_form=recorded_path())
    weights = [np.array([1.0]), np.array([1.0])]
    optimizers, ours = [Adagrad(0.5, 0.1, 1e-6), Adagrad(0.5, 0.0, 1e-6)], []
    for _ in range(10):
        for w, optimizer in zip(weights, optimizers, strict=True):
            optimizer.update([w], [2 * w])
            ours.append(w[0])
    claim("optimizers/adagrad_keras_takes_these_steps", bool(np.max(np.abs(np.array(out, dtype=float) - ours)) < 6e-6))


def test_adagrad_pytorch(recorded, verify, claim):
    out = recorded("optimizers/adagrad_pytorch")
    verify("both paths", out, closed_form=recorded_path())
    with_keras = [f"{float(v):.5f}" for v in recorded_path()] == list(out)
    claim("optimizers/adagrad_libraries_agree", with_keras)


# pitfalls and exercises


def test_adagrad_reset(example, verify, claim):
    values = example("optimizers/adagrad_reset").values
    slopes = [mpf(3), mpf("0.5"), mpf("-0.01"), mpf(2), mpf("0.1")]
    sums = [mpmath.fsum(g * g for g in slopes[: k + 1]) for k in range(5)]
    verify("kept", values["kept"], closed_form=[g / mpmath.sqrt(s) for g, s in zip(slopes, sums, strict=True)])
    verify("reset", values["reset"], by_hand=[1, 1, -1, 1, 1])
    claim("optimizers/adagrad_reset_never_shrinks", np.allclose(np.abs(values["reset"]), 1.0))


def test_matrix_agrees(claim):
    rng = np.random.default_rng(0)
    ours, w, optimizer = np.ones((3, 2)), np.ones((3, 2)), Adagrad(0.1, 0.1, 1e-30)
    s = np.full_like(w, 0.1)
    for g in rng.normal(size=(40, 3, 2)):
        optimizer.update([ours], [g])
        s += g**2
        w -= 0.1 * g / np.sqrt(s)
    claim("optimizers/adagrad_matrix_agrees", bool(np.allclose(ours, w, rtol=1e-12)))


def test_one_sum_is_one_rate(claim):
    """With one sum, the path is that of gradient descent at the rate that the sum gives."""
    rng = np.random.default_rng(0)
    w, plain, optimizer, s, held = np.ones(4), np.ones(4), SGD(1.0), 0.0, []
    for g in rng.normal(size=(40, 4)):
        s += np.sum(g**2)
        w = w - 0.1 * g / np.sqrt(s)
        optimizer.learning_rate = 0.1 / np.sqrt(s)
        optimizer.update([plain], [g])
        held.append(np.allclose(w, plain))
    claim("optimizers/adagrad_one_sum_is_one_rate", all(held))
