"""The proofs of the page on cross-entropy: its examples, facts, claims and formulas."""

import itertools
import json
import runpy

import mpmath
import numpy as np
import pytest
from mpmath import mpf

from dlnotes import activations, losses
from oracle import formulas as oracle
from oracle.activations import softmax as exact_softmax
from oracle.differentiation import partials
from oracle.precision import rounded
from press.report import ROOT

SEEDS = 20
LOGITS = [2.0, 1.0, -1.0]
CHANCES = ["0.9", "0.5", "0.1", "0.01"]
TRUE, FORETOLD = ["0.7", "0.2", "0.1"], ["0.5", "0.3", "0.2"]


def softmax(z):
    """e^z_k over the sum of all of them, in 50 digits."""
    powers = [mpmath.exp(mpf(v)) for v in z]
    return [power / mpmath.fsum(powers) for power in powers]


def cost(t, s):
    """What a forecast s costs if t is true: the logarithm of a product of powers."""
    return -mpmath.log(mpmath.fprod(mpf(b) ** mpf(a) for a, b in zip(t, s, strict=True)))


def drawn(seed, size=4):
    return np.random.default_rng(seed).normal(0.0, 3.0, size=size)


def defined_in(name):
    return runpy.run_path(str(ROOT / "docs" / "examples" / "losses" / f"{name}.py"))


# one forecast, and many


def test_forecast(example, verify):
    values = example("losses/forecast").values
    verify("-ln p", values["loss"], mpmath=[-mpmath.log(mpf(p)) for p in CHANCES])
    verify("(1 - p)^2", values["squared"], closed_form=[(1 - mpf(p)) ** 2 for p in CHANCES])


def test_forecast_figure(figure, verify):
    data = figure("losses/cross_entropy")
    typed = ["0.005", "0.01", "0.02", "0.03", "0.05", "0.075", "0.1", "0.15", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8",
             "0.9", "1"]
    verify("p", data["p"], closed_form=[mpf(p) for p in typed])
    verify("-ln p", data["cross-entropy"], mpmath=[-mpmath.log(mpf(p)) for p in typed], absolute=1e-15)
    verify("(1 - p)^2", data["squared error"], closed_form=[(1 - mpf(p)) ** 2 for p in typed])


def test_certain(fact, verify, claim):
    loss = losses.mean_squared_error([1.0], [0.0])
    values = fact("losses/certain", p=np.exp(-losses.binary_crossentropy([1.0], [1.0])), square=loss, impossible=1.0 - loss)
    verify("p without loss", values["p"], by_hand=1)
    verify("largest squared error", values["square"], by_hand=1)
    verify("the impossible", values["impossible"], by_hand=0)
    chances = 10.0 ** -np.arange(0, 301, 10)
    cross = [losses.binary_crossentropy([1.0], [p]) for p in chances]
    squares = [losses.mean_squared_error([1.0], [p]) for p in chances]
    claim("losses/cross_entropy_has_no_bound", cross == sorted(cross) and cross[-1] > 690 and max(squares) <= 1)


def test_tenth(fact, verify):
    steps = np.diff([losses.binary_crossentropy([1.0], [10.0**-k]) for k in range(4)])
    values = fact("losses/tenth", factor=np.round(np.exp(steps), 10).mean())
    verify("what p is divided by", values["factor"], by_hand=10)


def test_log_grows(claim):
    at = [mpmath.log(mpf(k) / 100) for k in range(1, 400)]
    claim("losses/log_grows", all(a < b for a, b in itertools.pairwise(at)))


def test_likelihood(example, verify, claim):
    values = example("losses/likelihood").values
    verify("product", values["product"], by_hand=mpf(216) / 1000)
    verify("sum", values["total"], mpmath=-mpmath.log(mpf("0.216")))
    verify("mean", values["total"] / 3, mpmath=-mpmath.log(mpf("0.216")) / 3)
    verify("long product", values["long_product"], by_hand=0)
    verify("long sum", values["long_total"], mpmath=2000 * mpmath.log(2))
    claim("losses/product_underflows", mpf("0.5") ** 2000 > 0 and float(mpf("0.5") ** 2000) == 0)


def test_honest_forecast(example, verify):
    values = example("losses/honest_forecast").values
    typed = [mpf(p) for p in ("0.5", "0.6", "0.7", "0.8", "0.9", "0.99")]
    verify("mean loss", values["loss"], mpmath=[-mpmath.log(p**7 * (1 - p) ** 3) / 10 for p in typed])


def test_honest(fact, verify):
    t = defined_in("honest_forecast")["t"]
    values = fact("losses/honest", rainy=t.sum(), days=t.size, zero=losses.binary_crossentropy([1.0], [1.0]))
    verify("rainy days", values["rainy"], by_hand=7)
    verify("days", values["days"], by_hand=10)
    verify("a loss of nothing", values["zero"], by_hand=0)


# three forms


def test_three_forms(example, verify, claim):
    values = example("losses/three_forms").values
    mean = -(mpmath.log(softmax(LOGITS)[2]) + mpmath.log(mpf(1) / 3)) / 2
    for name in ("categorical", "sparse"):
        verify(name, values[name], mpmath=mean)
    for name in ("binary", "two_classes"):
        verify(name, values[name], mpmath=-mpmath.log(mpf("0.8")))
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        s, c, p = activations.softmax(rng.normal(size=(6, 4))), rng.integers(0, 4, size=6), rng.uniform(0.01, 0.99, size=6)
        t = rng.integers(0, 2, size=6)
        pairs = [
            (losses.categorical_crossentropy(np.eye(4)[c], s), losses.sparse_categorical_crossentropy(c, s)),
            (losses.binary_crossentropy(t, p), losses.categorical_crossentropy(np.eye(2)[t], np.stack([1 - p, p], axis=1))),
            (losses.sparse_categorical_crossentropy(c, s), -np.mean([np.log(row[k]) for row, k in zip(s, c, strict=True)])),
        ]
        held += [abs(a - b) < 1e-12 for a, b in pairs]
    claim("losses/forms_agree", all(held), seeds=SEEDS, ablation=True)


def test_labels(fact, verify, claim):
    row = losses.one_hot([1], 2)[0]
    values = fact("losses/labels", yes=row[1], no=row[0], total=row.sum())
    verify("yes", values["yes"], by_hand=1)
    verify("no", values["no"], by_hand=0)
    verify("sum", values["total"], by_hand=1)
    t, p = np.array([1.0, 0.0, 0.0]), np.ones(3)
    first_term_alone = -np.mean(t * np.log(p))
    claim("losses/second_term_is_needed", first_term_alone == 0 and losses.binary_crossentropy(t, p) == np.inf)


def test_crossentropy_by_hand(example, verify, claim):
    values = example("losses/crossentropy_by_hand").values
    verify("categorical, sparse", values["both"], mpmath=[-mpmath.log(mpf("0.7") * mpf("0.3")) / 2] * 2)
    verify("binary", values["rain"], mpmath=-mpmath.log(mpf("0.9") * mpf("0.8")) / 2)
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        s, c = activations.softmax(rng.normal(size=(6, 4))), rng.integers(0, 4, size=6)
        p, t = rng.uniform(0.01, 0.99, size=6), rng.integers(0, 2, size=6)
        held += [
            np.isclose(values["binary"](t, p), losses.binary_crossentropy(t, p), rtol=1e-13),
            np.isclose(values["categorical"](np.eye(4)[c], s), losses.categorical_crossentropy(np.eye(4)[c], s), rtol=1e-13),
            np.isclose(values["sparse"](c, s), losses.sparse_categorical_crossentropy(c, s), rtol=1e-13),
        ]
    claim("losses/crossentropy_by_hand_agrees", all(held), seeds=SEEDS)


# units, entropy


def test_nats_and_bits(example, verify):
    values = example("losses/nats_and_bits").values
    verify("nats", values["nats"], mpmath=[mpmath.log(k) for k in (2, 4, 10, 1000)])
    verify("bits", values["bits"], mpmath=[mpmath.log(k, 2) for k in (2, 4, 10, 1000)])


def test_bit(fact, verify):
    values = fact("losses/bit", base=np.exp(losses.binary_crossentropy([1.0], [0.5])))
    verify("base of the bit", values["base"], by_hand=2)


def test_entropy_and_kl(example, verify, claim):
    values = example("losses/entropy_and_kl").values
    verify("cross-entropy", values["cross"], mpmath=cost(TRUE, FORETOLD))
    verify("entropy", values["entropy"], mpmath=cost(TRUE, TRUE))
    verify("KL", values["kl"], mpmath=cost(TRUE, FORETOLD) - cost(TRUE, TRUE))
    reverse = cost(FORETOLD, TRUE) - cost(FORETOLD, FORETOLD)
    verify("KL, the other way", values["reverse"], mpmath=reverse)
    held = []
    for seed in range(SEEDS):
        t, s = activations.softmax(drawn(seed)[None]), activations.softmax(drawn(seed + SEEDS)[None])
        held.append(not np.isclose(losses.kl_divergence(t, s), losses.kl_divergence(s, t)))
    claim("losses/kl_is_not_symmetric", all(held), seeds=SEEDS)


def test_one_hot_entropy(fact, verify):
    row = losses.one_hot([1], 3)
    values = fact("losses/one_hot_entropy", value=losses.categorical_crossentropy(row, row))
    verify("entropy of a one-hot target", values["value"], by_hand=0)


# gradients


def sigmoid(z):
    return 1 / (1 + mpmath.exp(-mpf(z)))


def slopes(f, points):
    """Central differences in many digits."""
    return [partials(lambda x: f(x[0]), [mpf(float(z))])[0] for z in points]


def binary_of_logit(z):
    return -mpmath.log(sigmoid(z))


def square_of_logit(z):
    return (sigmoid(z) - 1) ** 2


def test_sigmoid_gradients(example, verify):
    values = example("losses/sigmoid_gradients").values
    points = (-8, -5, -2, 0, 2)
    chances = [sigmoid(z) for z in points]
    verify("p", values["p"], mpmath=chances)
    verify("gradient, cross-entropy", values["cross"], central_difference=slopes(binary_of_logit, points),
           closed_form=[p - 1 for p in chances])
    verify("gradient, squared error", values["square"], digits=10, central_difference=slopes(square_of_logit, points),
           closed_form=[2 * (p - 1) * p * (1 - p) for p in chances])


def test_sigmoid_gradients_figure(figure, verify):
    data = figure("losses/sigmoid_gradients")
    points = [mpf(k) / 2 for k in range(-16, 17)]
    chances = [sigmoid(z) for z in points]
    verify("z", data["z"], closed_form=points)
    verify("gradient, cross-entropy", data["cross-entropy"], central_difference=slopes(binary_of_logit, points),
           closed_form=[p - 1 for p in chances])
    verify("gradient, squared error", data["squared error"], digits=10, central_difference=slopes(square_of_logit, points),
           closed_form=[2 * (p - 1) * p * (1 - p) for p in chances])


def test_pull(fact, verify):
    """Far on the wrong side: what both slopes tend to."""
    z = -60.0
    p = activations.sigmoid(z)
    values = fact(
        "losses/pull", cross=np.round(losses.binary_crossentropy_gradient([1.0], [z], from_logits=True)[0], 12),
        square=np.abs(np.round(losses.mean_squared_error_gradient([1.0], [p])[0] * activations.sigmoid_derivative(z), 12)),
    )
    verify("cross-entropy", values["cross"], by_hand=-1)
    verify("squared error", values["square"], by_hand=0)


def test_crossentropy_gradient(example, verify):
    values = example("losses/crossentropy_gradient").values
    z, shares = [mpf(1), mpf(2), mpf(3)], softmax([1, 2, 3])
    by_logit, exact = [], []
    for target in ([0, 0, 1], [mpf(v) for v in TRUE]):
        by_logit.append(partials(lambda x, t=target: -oracle.dot(t, [mpmath.log(s) for s in exact_softmax(x)]), z))
        exact.append([s - v for s, v in zip(shares, target, strict=True)])
    verify("dL/dz, s - t", values["derived"], central_difference=by_logit, closed_form=exact)
    verify("dL/dz, measured", values["measured"], digits=8, central_difference=by_logit, closed_form=exact)


# rounding


def test_log_of_zero(example, verify, claim):
    values = example("losses/log_of_zero").values
    verify("p", values["p"], rounded=rounded(lambda: 1 / (1 + mpmath.exp(mpf(-40)))))
    verify("loss from the logit", values["good"], digits=15, mpmath=mpmath.log1p(mpmath.exp(40)))
    verify("gradient from the logit", values["slope"], digits=15, mpmath=sigmoid(40), closed_form=1 - sigmoid(-40))
    assert np.isinf(values["loss"])
    assert np.isnan(values["gradient"])
    near = 1 - sigmoid(40)
    claim("losses/sigmoid_rounds_to_one", near > 0 and abs(near / mpmath.exp(-40) - 1) < mpf("1e-15") and float(1 - near) == 1)


def test_from_logits_by_hand(example, verify, claim):
    values = example("losses/from_logits_by_hand").values
    far = -mpmath.log(softmax([0, 800, 10])[0])
    verify("categorical", values["far"], mpmath=far)
    verify("binary", values["rain"], mpmath=mpmath.log1p(mpmath.exp(800)))
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        z, c, t = rng.normal(0.0, 300.0, size=(6, 4)), rng.integers(0, 4, size=6), rng.integers(0, 2, size=6)
        with np.errstate(over="raise", invalid="raise", divide="raise"):
            ours = values["categorical_from_logits"](np.eye(4)[c], z), values["binary_from_logits"](t, z[:, 0])
        held += [
            np.isclose(ours[0], losses.categorical_crossentropy(np.eye(4)[c], z, from_logits=True), rtol=1e-12),
            np.isclose(ours[1], losses.binary_crossentropy(t, z[:, 0], from_logits=True), rtol=1e-12),
            all(np.exp(row - row.max()).sum() >= 1 for row in z),
        ]
    claim("losses/logits_stay_finite", all(held), seeds=SEEDS)


def rounding_alone(rule, seed):
    """One classifier in NumPy alone: whether it ends in NaN, and its share of right answers."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(100, 2))
    w = 100 * rng.normal(size=2)
    t = (x[:, 0] + x[:, 1] > 0).astype(float)
    for _ in range(1000):
        p = 1 / (1 + np.exp(-(x @ w)))
        if rule == "chain":
            slope = ((1 - t) / (1 - p) - t / p) * (p * (1 - p))
        else:
            taught = (p > 1e-7) & (1 - p > 1e-7)
            slope = np.where(taught | (rule == "logits"), p - t, 0.0)
        w = w - x.T @ slope / 100
    return np.isnan(w).any(), np.mean((x @ w > 0) == (t == 1))


def test_rounding_ruins_training(example, verify, claim):
    """Data, start and steps are equal; the way to the gradient alone differs."""
    values = example("losses/rounding_ruins_training").values
    with np.errstate(all="ignore"):
        alone = {rule: [rounding_alone(rule, seed) for seed in range(SEEDS)] for rule in ("chain", "clipped", "logits")}
    verify("runs that end in NaN", values["broken"], counting=[float(sum(nan for nan, _ in runs)) for runs in alone.values()])
    shares = [[share for _, share in runs] for runs in alone.values()]
    three = [[float(np.median(row)) for row in shares], [float(min(row)) for row in shares], [float(max(row)) for row in shares]]
    verify("accuracy: median, least, most", values["right"], counting=three)
    nan, right = values["broken"], values["right"][0]
    held = nan[0] == SEEDS and nan[1] == nan[2] == 0 and right[1] < 0.7 and right[2] > 0.95
    claim("losses/rounding_ruins_training", held, seeds=SEEDS, ablation=True)


def test_rounding(fact, verify):
    rule = defined_in("rounding_ruins_training")["rules"][1]
    p = 1.0
    values = fact("losses/rounding", seeds=SEEDS, margin=1e-7, clipped_gradient=np.abs(rule(p, 1 - p, 0.0)))
    verify("classifiers", values["seeds"], counting=len(range(20)))
    verify("margin", values["margin"], by_hand=mpf("1e-7"))
    verify("slope where a probability is clipped", values["clipped_gradient"], by_hand=0)
    assert values["margin"] in {c for c in rule.__code__.co_consts if isinstance(c, float)}


# twice


def twice_alone(passes, seed):
    """The loss of one classifier on three clouds of points, in NumPy alone."""
    labels = np.arange(300) % 3
    turn = 2 * np.pi * labels / 3
    x = 2 * np.stack([np.cos(turn), np.sin(turn)], axis=1) + np.random.default_rng(seed).normal(0.0, 0.5, size=(300, 2))
    t = (labels[:, None] == np.arange(3)).astype(float)
    x = x.astype(np.longdouble)
    w = np.zeros((2, 3), dtype=np.longdouble)

    def shares(z):
        powers = np.exp(z)
        return powers / powers.sum(axis=1, keepdims=True)

    for _ in range(200):
        first = shares(x @ w)
        if passes == 1:
            back = first - t
        else:
            over = shares(first) - t
            back = over * first - first * (first * over).sum(axis=1, keepdims=True)
        w = w - np.longdouble("0.1") * (x.T @ back) / 300
    answer = shares(x @ w) if passes == 1 else shares(shares(x @ w))
    return float(-np.log(answer[np.arange(300), labels]).mean())


def test_softmax_twice_training(example, verify, claim):
    values = example("losses/softmax_twice_training").values
    alone = [[twice_alone(passes, seed) for seed in range(SEEDS)] for passes in (1, 2)]
    verify("loss", values["loss"], digits=9, closed_form=alone)
    three = np.quantile(values["loss"], [0.5, 0, 1], axis=1).T.tolist()
    expected = [[float(np.median(runs)), min(runs), max(runs)] for runs in alone]
    verify("median, least, most", three, digits=9, closed_form=expected)
    floor = float(mpmath.log(mpmath.e + 2) - 1)
    once, two = np.array(values["loss"])
    held = once.max() < 0.05 and two.min() > floor and np.all(two > 10 * once)
    claim("losses/second_softmax_spoils_training", bool(held), seeds=SEEDS, ablation=True)


def test_softmax_twice_floor(fact, verify):
    twice = activations.softmax(activations.softmax([1000.0, 0.0, 0.0]))
    values = fact("losses/softmax_twice_floor", floor=-np.log(twice[0]))
    verify("lowest loss", values["floor"], closed_form=mpmath.log(mpmath.e + 2) - 1)


# weights, smoothing, several labels


def weights_alone(weight, seed):
    """One classifier of a rare class, in NumPy alone, with one logit: the difference of two that start equal."""
    rare = np.arange(400) < 20
    feature = np.random.default_rng(seed).normal(2.0 * rare)
    cost_of = np.where(rare, weight, 1.0)
    slope, bias = np.longdouble(0), np.longdouble(0)
    for _ in range(300):
        p = 1 / (1 + np.exp(-(slope * feature + bias)))
        back = cost_of * (p - rare) / 400
        slope, bias = slope - 4 * (back @ feature), bias - 4 * back.sum()
    p = 1 / (1 + np.exp(-(slope * feature + bias)))
    return float(np.mean(p[rare] > 0.5)), float(np.mean(p[~rare] > 0.5)), float(p.mean())


def test_class_weights(example, verify, claim):
    values = example("losses/class_weights").values
    alone = np.array([[weights_alone(weight, seed) for seed in range(SEEDS)] for weight in (1, 19)])
    three = [np.median(alone, axis=1).tolist(), alone.min(axis=1).tolist(), alone.max(axis=1).tolist()]
    verify("found, false alarms, mean probability", values["middle"], digits=9, closed_form=three)
    plain, weighted = np.array(values["rates"])
    held = np.all(weighted[:, :2] > plain[:, :2]) and np.all(weighted[:, 2] > 0.15) and np.all(abs(plain[:, 2] - 0.05) < 0.01)
    claim("losses/weights_trade", bool(held), seeds=SEEDS, ablation=True)


def test_rare(fact, verify):
    t = np.arange(400) < 20
    values = fact("losses/rare", share=t.mean())
    verify("share of the rare class", values["share"], by_hand=mpf(1) / 20)


def test_weights_are_copies(claim):
    """The gradient with a weight is that of a set in which each rare sample stands as many times, but for the mean."""
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        z, c = rng.normal(size=(8, 2)), np.array([0, 1, 0, 0, 1, 0, 0, 0])
        copies = np.concatenate([np.repeat([k], 19 if c[k] else 1) for k in range(8)])
        t = np.eye(2)[c]
        weighted = losses.weighted_categorical_crossentropy(t, z, [1, 19], from_logits=True)
        copied = losses.categorical_crossentropy(t[copies], z[copies], from_logits=True)
        held.append(abs(8 * weighted - len(copies) * copied) < 1e-10)
    claim("losses/weights_are_copies", all(held), seeds=SEEDS)


def smoothing_alone(target, steps):
    """The gap after some steps of the descent along s - q, in 30 digits less than the pages' oracle."""
    z = np.zeros(3, dtype=np.longdouble)
    for _ in range(steps):
        powers = np.exp(z - z.max())
        z = z - (powers / powers.sum() - target)
    return float(z[2] - z[0])


def test_label_smoothing(example, verify, claim):
    values = example("losses/label_smoothing").values
    tenth = np.longdouble("0.1")
    soft = np.array([tenth / 3, tenth / 3, 1 - 2 * tenth / 3])
    verify("smoothed target", values["soft"], closed_form=[mpf("0.1") / 3, mpf("0.1") / 3, 1 - mpf("0.2") / 3])
    alone = [smoothing_alone(t, steps) for t in (np.array([0, 0, 1]), soft) for steps in (100, 10_000)]
    verify("gap", values["gaps"], digits=9, closed_form=alone)
    first, later, soon, end = values["gaps"]
    held = later > first + 4 and abs(end - float(mpmath.log(28))) < 1e-9 and abs(soon - end) < 1e-3
    claim("losses/hard_labels_have_no_end", held)


def test_multilabel(example, verify, claim):
    values = example("losses/multilabel").values
    z, t = (3, -2, 1), (1, 0, 1)
    chances = [sigmoid(v) for v in z]
    each = [-mpmath.log(p if label else 1 - p) for p, label in zip(chances, t, strict=True)]
    verify("sigmoids", values["p"], mpmath=chances)
    verify("loss of each label", values["each"], mpmath=each)
    verify("mean", values["mean"], mpmath=mpmath.fsum(each) / 3)
    verify("sum", 3 * values["mean"], mpmath=mpmath.fsum(each))
    verify("softmax", values["even"], absolute=1e-80, mpmath=softmax([100, -100, 100]))
    held = []
    for seed in range(SEEDS):
        logits, labels = drawn(seed, 5), np.array([1.0, 0.0, 1.0, 0.0, 0.0])
        moved = logits + np.array([0.0, 2.0, 0.0, 0.0, 0.0])
        slope = [losses.binary_crossentropy_gradient(labels, v, from_logits=True) for v in (logits, moved)]
        s = activations.softmax(logits)
        held += [np.array_equal(slope[0][[0, 2, 3, 4]], slope[1][[0, 2, 3, 4]]), min(s[0], s[2]) <= 0.5]
    claim("losses/labels_are_separate", all(held), seeds=SEEDS)


# exercises, pitfalls, questions


def test_guesses(example, verify):
    values = example("losses/guesses").values
    verify("mean loss", values["loss"], mpmath=mpmath.log(mpf(8)) / 2)


def test_guess_bits(fact, verify):
    each = [losses.sparse_categorical_crossentropy([0], [[p, 1 - p]]) / np.log(2) for p in (0.25, 0.5)]
    values = fact("losses/guess_bits", each=np.array(each), mean=np.mean(each))
    verify("bits", values["each"], by_hand=[2, 1])
    verify("mean", values["mean"], by_hand=mpf(3) / 2)


def test_adam_rate(fact, verify):
    """The note's learning rate is ten times the default of PyTorch."""
    cases = json.loads((ROOT / "tests" / "frameworks" / "defaults.json").read_text("utf-8"))["cases"]
    default = next(case["defaults"]["lr"] for case in cases if (case["framework"], case["name"]) == ("torch", "Adam"))
    values = fact("losses/adam_rate", note=10 * default)
    verify("rate of the note", values["note"], by_hand=mpf(1) / 100)


def test_kl_by_hand(example, verify):
    values = example("losses/kl_by_hand").values
    verify("kl(t, s)", values["found"], closed_form=mpmath.log(2) / 2)
    verify("kl(t, t)", values["same"], by_hand=0)
    for seed in range(SEEDS):
        t, s = activations.softmax(drawn(seed)), activations.softmax(drawn(seed + SEEDS))
        assert np.isclose(values["kl"](t, s), losses.kl_divergence([t], [s]), rtol=1e-12)


def test_every_column(example, verify, claim):
    values = example("losses/every_column").values
    table = [mpf("0.9"), mpf("0.1"), mpf("0.2"), mpf("0.8")]
    verify("every column", values["wrong"], mpmath=-mpmath.log(mpmath.fprod(table)) / 4)
    verify("one of each row", values["right"], mpmath=-mpmath.log(table[0] * table[3]) / 2)
    verify("shapes", [*values["s"][:, values["c"]].shape, *values["s"][np.arange(2), values["c"]].shape], by_hand=[2, 2, 2])
    claim("losses/every_column_is_taken", values["wrong"] > 6 * values["right"])


def test_logits_are_refused(claim):
    refused = 0
    for call in (
        lambda: losses.categorical_crossentropy([[0, 0, 1]], [LOGITS]),
        lambda: losses.sparse_categorical_crossentropy([2], [LOGITS]),
        lambda: losses.binary_crossentropy([1.0], [2.0]),
    ):
        with pytest.raises(ValueError, match="from_logits=True"):
            call()
        refused += 1
    claim("losses/logits_are_refused", refused == 3)


def test_sum_scales_the_gradient(claim):
    """Leave out the division by the number of samples: every derivative is that many times as large."""
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        z, c = rng.normal(size=(6, 4)), rng.integers(0, 4, size=6)
        mean = losses.sparse_categorical_crossentropy_gradient(c, z, from_logits=True)
        alone = [slice(k, k + 1) for k in range(6)]
        each = [losses.sparse_categorical_crossentropy_gradient(c[k], z[k], from_logits=True)[0] for k in alone]
        held.append(np.allclose(np.array(each), 6 * mean, rtol=1e-12))
    claim("losses/sum_scales_the_gradient", all(held), seeds=SEEDS)


SMOOTHED = [mpf("0.1") / 3, mpf("0.1") / 3, mpf("0.9") + mpf("0.1") / 3]
HORSE, RAIN = -mpmath.log(softmax(LOGITS)[2]), mpmath.log1p(mpmath.exp(mpf("-1.5")))
FRAMEWORK_VALUES = [HORSE, HORSE, cost(SMOOTHED, softmax(LOGITS)), RAIN, RAIN]


def test_crossentropy_keras(recorded, verify):
    verify("losses", recorded("losses/crossentropy_keras"), mpmath=FRAMEWORK_VALUES)


def test_crossentropy_pytorch(recorded, verify):
    printed = recorded("losses/crossentropy_pytorch")
    verify("losses", printed[:5], mpmath=FRAMEWORK_VALUES)
    verify("gradient", printed[5:], closed_form=[sigmoid(mpf("1.5")) - 1],
           central_difference=slopes(binary_of_logit, [mpf("1.5")]))


def test_forgotten_flag_keras(recorded, verify):
    """Keras divides the logits by their sum, and clips: the first is taken for certain."""
    printed = recorded("losses/forgotten_flag_keras")
    verify("from logits", printed[0], mpmath=-mpmath.log(softmax(LOGITS)[0]))
    verify("logits taken for probabilities", printed[1], closed_form=-mpmath.log(1 - mpf("1e-7")))
