"""The proofs of the page losses/output-recipes: examples, facts, claims and formulas."""

import re
from functools import cache
from pathlib import Path

import mpmath
import numpy as np
import pytest
from mpmath import mpf

from dlnotes import activations, losses
from dlnotes.datasets import digits
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit
from oracle import formulas as oracle
from oracle.activations import sigmoid as exact_sigmoid
from oracle.activations import softmax as exact_softmax
from oracle.differentiation import derivative
from oracle.recipes import drawn, gradients, loss, nudged, predicted, rows_of, standardized, table, trained
from press.formula.meanings import Function, Of, OneHot, Reals, Running, Vector
from press.formula.page import Meaning

ROOT = Path(__file__).parents[3]
SEEDS = range(20)
PIXEL = 1 / 16


def shuffled(name, rng, columns=None):
    """Return the rows of a table and what the last column says, in the order of the page."""
    x, last = table(name)
    order = rng.permutation(len(x))
    return x[order, :columns], last[order]


# ------------------------------------------------------------------------------------------------- formulas

def binary_of(t, p):
    return -(t * mpmath.log(p) + (1 - t) * mpmath.log(1 - p))


def multiclass_of(t, z):
    return -mpmath.fsum(tk * mpmath.log(sk) for tk, sk in zip(t, exact_softmax(list(z)), strict=True))


def multilabel_of(t, z):
    return mpmath.fsum(binary_of(tk, exact_sigmoid(zk)) for tk, zk in zip(t, z, strict=True)) / len(z)


ROWS = {"z": Vector(3, -6, 6), "i": Running(), "j": Running(), "k": Running()}
SIGMOID = Function(oracle.sigmoid, code=activations.sigmoid, code_slope=activations.sigmoid_derivative)
REGRESSION = {
    "y": Of(lambda z: z), "t": Reals(-5, 5),
    "L": Of(lambda y, t: (y - t) ** 2, code=lambda y, t: losses.mean_squared_error([t], [y]),
            slopes={"z": Of(lambda y, t: 2 * (y - t), code=lambda y, t: losses.mean_squared_error_gradient([t], [y])[0])}),
}
BINARY = {
    "p": Of(lambda z: oracle.sigmoid(z), code=activations.sigmoid, slopes={"z": activations.sigmoid_derivative}),
    "L": Of(lambda t, p: binary_of(t, p), code=lambda t, p: losses.binary_crossentropy([t], [p]),
            slopes={"z": Of(lambda t, z: losses.binary_crossentropy_gradient([t], [z], from_logits=True)[0])}),
}
MULTICLASS = {
    **ROWS, "t": OneHot(3),
    "s": Of(lambda z: oracle.softmax(z), code=activations.softmax),
    "L": Of(lambda t, z: multiclass_of(t, z), code=lambda t, z: losses.categorical_crossentropy([t], [z], from_logits=True),
            slopes={"z": lambda t, z: losses.categorical_crossentropy_gradient([t], [z], from_logits=True)[0]}),
}
MULTILABEL = {
    **ROWS, "t": Vector(3, 0, 1), "K": 3,
    "p": Of(lambda z: oracle.array(oracle.sigmoid(v) for v in z), code=activations.sigmoid),
    "B": Of(lambda t, p: np.array([binary_of(a, b) for a, b in zip(t, p, strict=True)])),
    "L": Of(lambda t, z: multilabel_of(t, z), code=lambda t, z: losses.binary_crossentropy([t], [z], from_logits=True),
            slopes={"z": lambda t, z: losses.binary_crossentropy_gradient([t], [z], from_logits=True)[0]}),
}

MEANING = Meaning(
    {
        "z": Reals(-8, 8, extremes=(0,)), "t": Reals(0, 1), r"\sigma": SIGMOID, **BINARY,
        "M": Of(lambda t, p: (p - t) ** 2, code=lambda t, p: losses.mean_squared_error([t], [p]), slopes={"z": Of(
            lambda t, z: losses.mean_squared_error_gradient([t], [activations.sigmoid(z)])[0] * activations.sigmoid_derivative(z)
        )}),
        r"\eta": Reals(0.01, 1), "K": 3, "N": 4, "i": Running(), "j": Running(), "k": Running(),
        r"\bar{t}": Of(lambda t: sum(t[::-1]) / 4),
        "V": Of(lambda t: sum(v * v for v in t) / 4 - (sum(t) / 4) ** 2),
    },
    sections={
        "regression-formula": REGRESSION, "binary-formula": BINARY,
        "multiclass-formula": MULTICLASS, "multilabel-formula": MULTILABEL,
        "by-hand": {},
        "twice-as-fast": {
            "z": Vector(2, -5, 5), "w": Vector(2), "x": Reals(),
            "u": Of(lambda eta, p, t, x: x * (p * eta - t * eta)), "p": Of(lambda z: exact_softmax(list(z))[1]),
            "L": Of(lambda t, p: binary_of(t, p)),
        },
        "column-and-vector": {
            "y": Vector(4, -5, 5), "t": Vector(4, -5, 5), "d": Of(lambda t: np.array([v - sum(t) / 4 for v in t], dtype=object)),
        },
        "sigmoid-for-regression": {"y": Of(lambda z: oracle.sigmoid(z)), "t": Reals(1, 50), "z": Reals(-8, 30)},
        "relu-for-regression": {
            "y": Of(lambda z: max(z, mpf(0)), code=activations.relu, slopes={"z": activations.relu_derivative}),
            "t": Reals(1, 50), "z": Reals(-8, 8),
            "L": Of(lambda z, t: (max(z, mpf(0)) - t) ** 2,
                    slopes={"z": lambda z, t: 2 * (max(z, 0) - t) * activations.relu_derivative(z)}),
        },
        "softmax-for-labels": {**ROWS, "s": MULTICLASS["s"]},
    },
    values={
        "p (1 - p)": Of(lambda z: derivative(exact_sigmoid, z), code=activations.sigmoid_derivative),
        "2 V": Of(lambda t: sum((a - b) ** 2 for a in t for b in t) / 16),
        **{rf"\ln {n}": Of(lambda n=n: mpmath.asinh((mpf(n) - mpf(1) / n) / 2)) for n in (2, 10)},
    },
)  # fmt: skip


# ------------------------------------------------------------------------------------------------- real data

def test_the_oracle_learns_by_right_gradients():
    """Every pairing of the page: the written gradients are those of the complex step."""
    rng = np.random.default_rng(1)
    x = rng.normal(size=(5, 3))
    pairs = [*((name, "mean_squared_error", rng.normal(size=(5, 2))) for name in ("identity", "relu", "softplus", "sigmoid")),
             ("sigmoid", "binary_crossentropy", rng.integers(2, size=(5, 2)) * 1.0),
             ("softmax", "binary_crossentropy", rng.integers(2, size=(5, 2)) * 1.0),
             ("softmax", "mean_squared_error", rows_of([0, 1, 1, 0, 1], 2)),
             ("softmax", "categorical_crossentropy", rows_of([0, 1, 1, 0, 1], 2))]
    for output, name, t in pairs:
        layers = drawn([3, 4, 2], rng)
        for ours, theirs in zip(gradients(x, t, layers, output, name), nudged(x, t, layers, output, name), strict=True):
            for a, b in zip(ours, theirs, strict=True):
                assert np.allclose(a, b, rtol=1e-12, atol=1e-14), (output, name)


def recipe(name, sizes, output, cost, rate, epochs, size, count, least=0.0, columns=None, targets=lambda last: last[:, None]):
    """Return test labels, predictions before, and predictions after the training of the page."""
    rng = np.random.default_rng(0)
    x, last = shuffled(name, rng, columns)
    x, t = standardized(x, count, least), targets(last)
    layers = drawn(sizes, rng)
    before = predicted(x[count:], layers, output)
    trained(x[:count], t[:count], layers, output, cost, rate, epochs, size)
    return t, before, predicted(x[count:], layers, output)


def test_recipe_regression(example, verify):
    values = example("losses/recipe_regression").values
    t, first, last = recipe("auto_mpg", [6, 16, 1], "identity", "mean_squared_error", 0.005, 20, 10, 300, columns=6)
    verify("shape of the outputs", np.array(values["y"].shape), counting=[392 - len(range(300)), len(t[0])])
    verify("MSE before", values["before"], digits=9, closed_form=((first - t[300:]) ** 2).sum() / 92)
    verify("MSE after", values["after"], digits=9, closed_form=((last - t[300:]) ** 2).sum() / 92)
    verify("mean error", values["off"], digits=9, closed_form=np.abs(last - t[300:]).sum() / 92)
    verify("mean error of the mean", values["mean_off"], digits=9,
           closed_form=np.abs(t[300:] - t[:300].sum() / 300).sum() / 92)


def test_recipe_binary(example, verify):
    values = example("losses/recipe_binary").values
    t, first, last = recipe("breast_cancer", [30, 16, 1], "sigmoid", "binary_crossentropy", 0.1, 10, 10, 400)
    verify("shape of the outputs", np.array(values["p"].shape), counting=[569 - len(range(400)), len(t[0])])
    verify("before", values["before"], digits=9, closed_form=loss("binary_crossentropy", t[400:], first))
    verify("after", values["after"], digits=9, closed_form=loss("binary_crossentropy", t[400:], last))
    right = sum((row[0] > 0.5) == (label[0] == 1) for row, label in zip(last, t[400:], strict=True))
    verify("accuracy", values["accuracy"], closed_form=int(right) / mpf(169))
    verify("always benign", values["benign"], closed_form=sum(label[0] == 0 for label in t[400:].tolist()) / mpf(169))


def ten_rows(last):
    return rows_of(last.astype(int), 10)


def test_recipe_multiclass(example, verify):
    values = example("losses/recipe_multiclass").values
    t, first, last = recipe("digits", [64, 32, 10], "softmax", "categorical_crossentropy", 0.1, 5, 20, 1300, 1, targets=ten_rows)
    verify("shape of the outputs", np.array(values["p"].shape), counting=[1797 - len(range(1300)), len(t[0])])
    verify("before", values["before"], digits=9, closed_form=loss("categorical_crossentropy", t[1300:], first))
    verify("after", values["after"], digits=9, closed_form=loss("categorical_crossentropy", t[1300:], last))
    right = sum(row.argmax() == label.argmax() for row, label in zip(last, t[1300:], strict=True))
    verify("accuracy", values["accuracy"], closed_form=int(right) / mpf(497))


def three_flags(last):
    return np.array([[digit in {0, 2, 4, 6, 8}, digit > 4.5, digit in {0, 6, 8, 9}] for digit in last.tolist()]) * 1.0


def test_recipe_multilabel(example, verify):
    values = example("losses/recipe_multilabel").values
    t, first, last = recipe("digits", [64, 32, 3], "sigmoid", "binary_crossentropy", 0.1, 5, 20, 1300, 1, targets=three_flags)
    verify("shape of the outputs", np.array(values["p"].shape), counting=[1797 - len(range(1300)), len(t[0])])
    verify("before", values["before"], digits=9, closed_form=loss("binary_crossentropy", t[1300:], first))
    verify("after", values["after"], digits=9, closed_form=loss("binary_crossentropy", t[1300:], last))
    right = [[bool((p > 0.5) == (label == 1)) for p, label in zip(*pair, strict=True)]
             for pair in zip(last, t[1300:], strict=True)]
    verify("each label", values["each"], closed_form=[sum(row[k] for row in right) / mpf(497) for k in range(3)])
    verify("all labels", values["whole"], closed_form=sum(all(row) for row in right) / mpf(497))


# ------------------------------------------------------------------------------------------------- one unit or two

def test_two_softmax_units(example, verify):
    values = example("losses/two_softmax_units").values
    z = [mpf(-5), mpf(-1), mpf(0), mpf(2)]
    verify("the other logit", values["zero"], by_hand=[0, 0, 0, 0])
    verify("sigmoid(z)", values["p"], mpmath=[exact_sigmoid(v) for v in z])
    verify("softmax([0, z])[1]", values["two"], mpmath=[exact_softmax([mpf(0), v])[1] for v in z])


def test_sigmoid_is_softmax(claim):
    """To the last digit or the one before it, on a grid."""
    z = np.linspace(-30, 30, 6001)
    one = activations.sigmoid(z)
    two = activations.softmax(np.stack([np.zeros_like(z), z], axis=-1))[:, 1]
    claim("losses/sigmoid_is_softmax", bool(np.all(np.abs(one - two) <= 2 * np.spacing(one))))


def test_one_unit_or_two(example, verify):
    values = example("losses/one_unit_or_two").values
    x, last = table("breast_cancer")
    x, column, rows = standardized(x, len(x)), last[:, None], rows_of(last.astype(int), 2)

    def first(units, output, cost, t, rate):
        layers = trained(x, t, [[np.zeros((units, 30)), np.zeros(units)]], output, cost, rate, 10, 569)
        return predicted(x[:1], layers, output)[0, -1]

    one = first(1, "sigmoid", "binary_crossentropy", column, 0.1)
    verify("one unit", values["one"], digits=10, closed_form=one)
    verify("two units, half the rate", values["two"], digits=10, closed_form=one)
    fast = first(2, "softmax", "categorical_crossentropy", rows, 0.1)
    verify("two units, the same rate", values["fast"], digits=10, closed_form=fast)


# ------------------------------------------------------------------------------------------------- thresholds

@cache
def tumors(seed):
    """Return probabilities and labels of the test rows of one split."""
    x, last = shuffled("breast_cancer", np.random.default_rng(seed))
    x = standardized(x, 400)
    start = [[np.zeros((1, 30)), np.zeros(1)]]
    layers = trained(x[:400], last[:400, None], start, "sigmoid", "binary_crossentropy", 0.1, 5, 10)
    return predicted(x[400:], layers, "sigmoid")[:, 0].tolist(), last[400:].tolist()


def counted(threshold, seed):
    pairs = list(zip(*tumors(seed), strict=True))
    return [sum(t == 1 and not p > threshold for p, t in pairs), sum(t == 0 and p > threshold for p, t in pairs)]


def middle(numbers):
    ordered = sorted(numbers)
    return (ordered[9] + ordered[10]) / mpf(2)


def test_thresholds(example, verify):
    values = example("losses/thresholds").values
    expected = [[counted(c, seed) for seed in SEEDS] for c in (0.1, 0.5, 0.9)]
    verify("missed and false alarms", values["found"], counting=expected)
    verify("thresholds", values["thresholds"], by_hand=[mpf(1) / 10, mpf(1) / 2, mpf(9) / 10])
    for kind, name in enumerate(("missed", "alarms")):
        columns = [sorted(run[kind] for run in runs) for runs in expected]
        verify(f"{name}: median, lowest, highest", values[name], closed_form=[[middle(c), c[0], c[-1]] for c in columns])


def test_a_lower_threshold_misses_less(claim):
    held = all(counted(0.1, seed)[0] <= counted(0.5, seed)[0] <= counted(0.9, seed)[0]
               and counted(0.1, seed)[1] >= counted(0.5, seed)[1] >= counted(0.9, seed)[1] for seed in SEEDS)
    claim("losses/threshold_trades_misses_for_alarms", held, seeds=len(SEEDS), ablation=True)


# ------------------------------------------------------------------------------------------------- wrong pairings

def test_one_softmax_unit(example, verify, claim):
    values = example("losses/one_softmax_unit").values
    verify("softmax of one logit", values["s"], by_hand=[1, 1, 1])
    verify("its slope", values["slope"], by_hand=[0, 0, 0])
    verify("sigmoid(z)", values["p"], mpmath=[exact_sigmoid(v) for v in (-2, 0, 3)])
    rng = np.random.default_rng(0)
    claim("losses/one_softmax_unit_never_moves",
          bool(np.all(activations.softmax(rng.normal(0, 100, size=(1000, 1))) == 1)
               and all(activations.softmax_jacobian(z)[0, 0] == 0 for z in rng.normal(0, 100, size=(50, 1)))))


@cache
def cars(output, seed):
    """Return the mean error on the test cars, and whether every car is predicted as 0."""
    rng = np.random.default_rng(seed)
    x, mpg = shuffled("auto_mpg", rng, 6)
    x, t = standardized(x, 300), mpg[:, None]
    layers = trained(x[:300], t[:300], drawn([6, 16, 16, 1], rng), output, "mean_squared_error", 0.01, 10, 10)
    y = predicted(x, layers, output)
    return np.abs(y - t)[300:].sum() / 92, not y.any()


CARS = ("identity", "softplus", "relu", "sigmoid")


def test_wrong_regression_output(example, verify):
    values = example("losses/wrong_regression_output").values
    runs = [[cars(output, seed) for seed in SEEDS] for output in CARS]
    errors = [sorted(mpf(error) for error, _ in of_one) for of_one in runs]
    verify("median", values["median"], digits=6, closed_form=[middle(row) for row in errors])
    verify("lowest", values["low"], digits=6, closed_form=[row[0] for row in errors])
    verify("highest", values["high"], digits=6, closed_form=[row[-1] for row in errors])
    verify("dead", values["dead"], counting=[sum(dead for _, dead in of_one) for of_one in runs])


def test_relu_output_can_die(claim):
    """Where ReLU predicts 0 for every car, the identity from the same start learns: nothing else was changed."""
    dead = [seed for seed in SEEDS if cars("relu", seed)[1]]
    held = dead and all(cars("identity", seed)[0] < 4 and cars("softplus", seed)[0] < 5 and cars("relu", seed)[0] > 20
                        for seed in dead)
    claim("losses/relu_output_can_die", bool(held), seeds=len(SEEDS), ablation=True)


def test_sigmoid_cannot_reach(claim):
    """Every run with a sigmoid at the output is off by 20 mpg or more, which the identity never is."""
    held = all(cars("sigmoid", seed)[0] > 20 > 4 > cars("identity", seed)[0] for seed in SEEDS)
    claim("losses/sigmoid_output_is_far_off", held, seeds=len(SEEDS), ablation=True)


@cache
def tenths(cost, spread, rate, seed):
    """Return the share of right digits after softmax regression from a given start."""
    rng = np.random.default_rng(seed)
    x, digit = table("digits")
    order = rng.permutation(len(x))[:1000]
    x, digit = x[order] * PIXEL, digit[order].astype(int)
    start = [[rng.normal(0, spread, (10, 64)), np.zeros(10)]]
    layers = trained(x[:600], rows_of(digit[:600], 10), start, "softmax", cost, rate, 5, 20)
    return (predicted(x[600:], layers, "softmax").argmax(axis=1) == digit[600:]).sum() / 400


ENTROPY, SQUARE = "categorical_crossentropy", "mean_squared_error"


def test_wrong_softmax_loss(example, verify):
    values = example("losses/wrong_softmax_loss").values
    expected = [[middle([mpf(tenths(f, s, rate, seed)) for seed in SEEDS]) for rate in (1.0, 3.0, 10.0)]
                for s in (0.1, 3.0) for f in (ENTROPY, SQUARE)]
    verify("rates", values["rates"], by_hand=[1, 3, 10])
    verify("median share of right digits", values["median"], closed_form=expected)


def picked(output, cost, rate, seed):
    """Return the accuracy of the package's own training, and how far the outputs of a sample sum up from 1, on the mean."""
    rng = np.random.default_rng(seed)
    x, digit = digits()
    order = rng.permutation(len(x))[:1000]
    x, digit = x[order] / 16, digit[order]
    layer = Dense(rng.normal(0, 0.1, (10, 64)), np.zeros(10), output)
    fit(Network([layer]), x[:600], losses.one_hot(digit[:600], 10), cost, SGD(rate), 5, 20)
    y = layer(x[600:])
    return np.mean(y.argmax(axis=1) == digit[600:]), np.mean(np.abs(y.sum(axis=1) - 1))


@cache
def picked_again(output, cost, rate, seed):
    """Return the same, written out by the oracle."""
    rng = np.random.default_rng(seed)
    x, last = table("digits")
    order = rng.permutation(len(x))[:1000]
    x, label = x[order] * PIXEL, last[order].astype(int)
    start = [[rng.normal(0, 0.1, (10, 64)), np.zeros(10)]]
    y = predicted(x[600:], trained(x[:600], rows_of(label[:600], 10), start, output, cost, rate, 5, 20), output)
    return (y.argmax(axis=1) == label[600:]).sum() / 400, np.abs(y.sum(axis=1) - 1).sum() / 400


ONE_OF_TEN = [("softmax", ENTROPY, 1.0), ("sigmoid", "binary_crossentropy", 10.0)]


def test_sigmoids_for_classes(fact, verify, claim):
    """One sigmoid for each class, with ten times the rate for the mean over ten outputs, picks about as well as softmax."""
    found = np.median([[picked(*case, seed) for seed in SEEDS] for case in ONE_OF_TEN], axis=1)
    values = fact("losses/sigmoids_for_classes", softmax=found[0, 0], sigmoids=found[1, 0], off=found[1, 1])
    again = [[picked_again(*case, seed) for seed in SEEDS] for case in ONE_OF_TEN]
    verify("accuracy of softmax", values["softmax"], closed_form=middle([mpf(right) for right, _ in again[0]]))
    verify("accuracy of sigmoids", values["sigmoids"], closed_form=middle([mpf(right) for right, _ in again[1]]))
    verify("how far their sum is off", values["off"], digits=8, closed_form=middle([mpf(far) for _, far in again[1]]))
    held = all(abs(a - b) < 0.02 for (a, _), (b, _) in zip(*again, strict=True))
    claim("losses/sigmoids_pick_the_class_too", held, seeds=len(SEEDS), ablation=True)


def test_squared_error_is_slower(claim):
    held = all(tenths(ENTROPY, 0.1, 1.0, seed) > 0.1 + tenths(SQUARE, 0.1, 1.0, seed) for seed in SEEDS)
    claim("losses/squared_error_slower_at_equal_rate", held, seeds=len(SEEDS), ablation=True)


def test_squared_error_stays_wrong(claim):
    """From a start that is certain and wrong, the best of three rates for MSE is behind the worst for cross-entropy."""
    held = all(min(tenths(ENTROPY, 3.0, r, seed) for r in (1.0, 3.0, 10.0))
               > max(tenths(SQUARE, 3.0, r, seed) for r in (1.0, 3.0, 10.0)) for seed in SEEDS)
    claim("losses/squared_error_stays_wrong", held, seeds=len(SEEDS), ablation=True)


@cache
def all_three(output, seed):
    rng = np.random.default_rng(seed)
    x, digit = shuffled("digits", rng)
    x, t = x * PIXEL, three_flags(digit)
    layers = trained(x[:1000], t[:1000], drawn([64, 16, 3], rng), output, "binary_crossentropy", 0.5, 5, 20)
    right = [[bool((p > 0.5) == (label == 1)) for p, label in zip(*pair, strict=True)]
             for pair in zip(predicted(x[1000:], layers, output), t[1000:], strict=True)]
    return sum(all(row) for row in right) / mpf(797)


def test_softmax_for_labels(example, verify):
    values = example("losses/softmax_for_labels").values
    runs = [sorted(all_three(output, seed) for seed in SEEDS) for output in ("sigmoid", "softmax")]
    verify("median", values["median"], closed_form=[middle(row) for row in runs])
    verify("lowest", values["low"], closed_form=[row[0] for row in runs])
    verify("highest", values["high"], closed_form=[row[-1] for row in runs])


def test_at_most_one_label(fact, verify):
    _, digit = table("digits")
    flags = [sum([d % 2 == 0, d >= 5, d in (0, 6, 8, 9)]) for d in digit.astype(int).tolist()]
    values = fact("losses/at_most_one_label", share=np.mean(np.array(flags) <= 1))
    by_class = [digit.tolist().count(d) for d in (1, 2, 3, 4, 5, 7)]
    verify("share of images with one label or none", values["share"], closed_form=mpf(sum(by_class)) / 1797)


def test_sigmoids_beat_softmax_for_labels(claim):
    held = all(all_three("sigmoid", seed) > all_three("softmax", seed) + mpf("0.1") for seed in SEEDS)
    claim("losses/sigmoids_beat_softmax_for_labels", held, seeds=len(SEEDS), ablation=True)


def test_column_and_vector(example, verify):
    values = example("losses/column_and_vector").values
    _, mpg = table("auto_mpg")
    exact = [mpf(value) for value in mpg.tolist()]
    mean = mpmath.fsum(exact) / 392
    variance = mpmath.fsum((value - mean) ** 2 for value in exact) / 392
    verify("variance", values["variance"], mpmath=variance)
    verify("mean of all pairs", values["wrong"], mpmath=2 * variance)
    verify("mean of the right pairs", values["right"], by_hand=0)
    verify("shape of the differences", np.array(values["square"].shape), counting=[len(exact)] * 2)
    verify("shape of the labels", np.array(values["column"].shape), by_hand=[392, 1])


def test_column_learns_the_mean(example, verify):
    values = example("losses/column_learns_the_mean").values
    data, mpg = table("auto_mpg")
    weight, exact = [mpf(v) for v in data[:, 3].tolist()], [mpf(v) for v in mpg.tolist()]
    mean, center = mpmath.fsum(exact) / 392, mpmath.fsum(weight) / 392
    spread = mpmath.sqrt(mpmath.fsum((v - center) ** 2 for v in weight) / 392)
    slope = mpmath.fsum((v - center) / spread * t for v, t in zip(weight, exact, strict=True)) / 392
    verify("w, labels in a column", values["w"], digits=9, mpmath=slope)
    verify("b, labels in a column", values["b"], digits=9, mpmath=mean)
    verify("w, labels in a vector", values["flat"], digits=9, absolute=1e-12, by_hand=0)
    verify("b, labels in a vector", values["mean"], digits=9, mpmath=mean)


def test_refused(example, verify, claim):
    values = example("losses/refused").values
    verify("shapes", [len(values["probabilities"]), len(values["probabilities"][0]), 1], by_hand=[2, 3, 1])
    refusals = (ROOT / "docs" / "examples" / "losses" / "refused.out").read_text("utf-8").splitlines()
    claim("losses/dlnotes_refuses", len(refusals) == 4 == len(values["cases"]))


# ------------------------------------------------------------------------------------------------- frameworks

SMALL_X = [(0, 1), (1, 0), (1, 2), (2, 1)]
SMALL = {
    "regression": ("identity", "mean_squared_error", [[2], [1], [5], [4]]),
    "binary": ("sigmoid", "binary_crossentropy", [[0], [0], [1], [1]]),
    "multiclass": ("softmax", "categorical_crossentropy", [[1, 0, 0], [0, 1, 0], [0, 0, 1], [0, 0, 1]]),
    "multilabel": ("sigmoid", "binary_crossentropy", [[1, 0, 0], [0, 1, 0], [1, 1, 1], [0, 1, 1]]),
}


def four_losses():
    """Return the losses before and after 100 steps from 0, for each recipe."""
    found, x = [], np.array(SMALL_X, dtype=float)
    for output, cost, targets in SMALL.values():
        t = np.array(targets, dtype=float)
        layers = [[np.zeros((t.shape[1], 2)), np.zeros(t.shape[1])]]
        before = loss(cost, t, predicted(x, layers, output))
        trained(x, t, layers, output, cost, 0.1, 100, 4)
        found.append((before, loss(cost, t, predicted(x, layers, output))))
    return found


def test_four_recipes(example, verify):
    values = example("losses/four_recipes").values
    assert len(values["losses"]) == 101
    verify("losses before", values["before"], mpmath=[mpf(23) / 2, mpmath.log(2), mpmath.log(3), mpmath.log(2)])
    verify("losses after", values["after"], digits=10, closed_form=[last for _, last in four_losses()])


@pytest.mark.parametrize("framework", ["keras", "pytorch"])
def test_four_recipes_in_a_framework(recorded, verify, framework):
    verify("losses before and after", recorded(f"losses/four_recipes_{framework}"),
           closed_form=[value for pair in four_losses() for value in pair])


def lines_of(name):
    return (ROOT / "docs" / "examples" / "losses" / f"{name}.out").read_text("utf-8").splitlines()


def test_loss_names_keras(fact, verify, claim):
    """The names of the notes are refused and the right ones accepted, as Keras printed it."""
    lines = lines_of("loss_names_keras")
    refused = [line for line in lines if line.startswith("Could not interpret")]
    values = fact("losses/loss_names", refused=len(refused), accepted=sum(line.endswith(": accepted") for line in lines))
    verify("names refused", values["refused"], by_hand=2)
    verify("names accepted", values["accepted"], by_hand=2)
    claim("losses/keras_refuses_the_notes_names", [line.split()[-1] for line in refused]
          == ["binary_crossnropy", "categorical_crossntropy"])


def test_loss_names_in_keras_recorded(recorded, verify):
    recorded("losses/loss_names_keras")
    text = " ".join(lines_of("loss_names_keras"))
    verify("refusals", len(re.findall("Could not", text)), by_hand=2)


def test_wrong_labels_keras(recorded, verify, claim):
    printed = recorded("losses/wrong_labels_keras")
    right = -mpmath.log(exact_softmax([mpf(2), mpf(-1), mpf("0.5")])[0])
    verify("sparse loss; logits as probabilities; from logits", printed[-3:], mpmath=[mpmath.log(3), mpf(0), right])
    claim("losses/keras_refuses_integer_labels", "must have the same shape" in lines_of("wrong_labels_keras")[0])


def test_wrong_labels_pytorch(recorded, verify, claim):
    printed = recorded("losses/wrong_labels_pytorch")
    first, second = exact_softmax([mpf(2), mpf(-1), mpf("0.5")])[1], mpf(1) / 3
    pairs = [(mpf(a) / 2 - b) ** 2 for a in (1, -1) for b in (1, 0)]
    verify("accepted; broadcast", printed[-2:], mpmath=[-(mpmath.log(first) + mpmath.log(second)) / 2, sum(pairs) / 4])
    claim("losses/pytorch_refuses", [line.split()[0] for line in lines_of("wrong_labels_pytorch")[:4]]
          == ["all", "Target", "expected", "0D"])


# ------------------------------------------------------------------------------------------------- by hand, exercises

def test_outputs_by_hand(example, verify, claim):
    values = example("losses/outputs_by_hand").values
    z = [mpf(2), mpf(1), mpf(-1)]
    verify("logits and target", [values["z"], values["number"]], by_hand=[2, 1, -1, 3])
    found = [values["squared"](values["z"][0], 3.0), values["binary"](values["z"][0], 1),
             values["categorical"](values["z"], values["one_hot"]), values["binary"](values["z"], values["flags"])]
    verify("losses", found, mpmath=[1, binary_of(1, exact_sigmoid(2)), multiclass_of([1, 0, 0], z), multilabel_of([1, 0, 1], z)])
    rng, held = np.random.default_rng(0), []
    for _ in range(50):
        logits, target, row = rng.normal(0, 3, size=4), rng.integers(2, size=4) * 1.0, np.eye(4)[rng.integers(4)]
        held += [
            np.isclose(values["squared"](logits, target), losses.mean_squared_error(target, logits), rtol=1e-12),
            np.isclose(values["binary"](logits, target), losses.binary_crossentropy(target, activations.sigmoid(logits)),
                       rtol=1e-10),
            np.isclose(values["categorical"](logits, row), losses.categorical_crossentropy([row], [activations.softmax(logits)]),
                       rtol=1e-10),
        ]
    claim("losses/outputs_by_hand_agree", all(held))


def test_first_loss(example, verify):
    values = example("losses/first_loss").values
    verify("binary", values["binary"], mpmath=mpmath.log(2))
    verify("multiclass", values["multiclass"], mpmath=mpmath.log(10))
    verify("multilabel", values["multilabel"], mpmath=mpmath.log(2))


def test_output_ranges_figure(figure, verify):
    data = figure("losses/output_ranges")
    z = [mpf(-4) + mpf(place) / 10 for place in range(81)]
    verify("z", data["z"], digits=12, absolute=1e-12, closed_form=z)
    verify("identity", data["identity"], digits=12, absolute=1e-12, closed_form=z)
    verify("softplus", data["softplus"], mpmath=[mpmath.log(1 + mpmath.exp(v)) for v in z])
    verify("ReLU", data["ReLU"], digits=12, absolute=1e-12, closed_form=[(v + abs(v)) / 2 for v in z])
    verify("sigmoid", data["sigmoid"], mpmath=[exact_sigmoid(v) for v in z])


def test_output_ranges(fact, verify, figure):
    drawn_target = figure("losses/output_ranges")["target"]
    values = fact("losses/figure_target", target=drawn_target[:1])
    verify("the target of the figure", values["target"], by_hand=[2])


def test_recipe_values(fact, verify):
    """The ends of ranges and the parts of labels that the text names."""
    labels = losses.one_hot([0], 2)[0]
    values = fact(
        "losses/recipe_values", hot=labels[0], cold=labels[1], total=activations.softmax([2.0, 1.0, -1.0]).sum(),
        top=activations.sigmoid(1000.0), bottom=activations.sigmoid(-1000.0), slope=activations.identity_derivative(3.0),
        dead=activations.relu(-1.0), deviations=np.round(np.sum(np.arange(7.0) - 3.0), 12), start=np.zeros(3)[0],
        tenth=activations.softmax(np.zeros(10))[0],
    )
    names = ("hot", "cold", "total", "top", "bottom", "slope", "dead", "deviations", "start", "tenth")
    verify("values", [values[name] for name in names], by_hand=[1, 0, 1, 1, 0, 1, 0, 0, 0, mpf(1) / 10])


def test_flag(fact, verify, example):
    shown = example("losses/recipe_multilabel").values
    digit = shown["digit"][shown["order"]]
    values = fact("losses/flag", least=digit[shown["t"][:, 1] == 1].min(), below=digit[shown["t"][:, 1] == 0].max())
    verify("smallest digit with the second label", values["least"], by_hand=5)
    verify("largest digit without it", values["below"], by_hand=4)


def test_four_recipes_run(fact, verify, example):
    shown = example("losses/four_recipes").values
    values = fact("losses/four_recipes_run", samples=len(shown["x"]), steps=len(shown["losses"]) - 1)
    verify("samples", values["samples"], counting=len(SMALL_X))
    verify("steps", values["steps"], by_hand=100)


def test_recipe_seeds(fact, verify):
    values = fact("losses/recipe_seeds", count=len(SEEDS), test=len(tumors(0)[1]))
    verify("runs", values["count"], by_hand=20)
    verify("test samples", values["test"], counting=len(table("breast_cancer")[1]) - len(range(400)))


def test_rows_by_hand(example, verify, claim):
    values = example("losses/rows_by_hand").values
    verify("rows", values["table"], by_hand=[[0, 0, 1], [1, 0, 0], [0, 1, 0]])
    labels = np.random.default_rng(0).integers(7, size=100)
    claim("losses/rows_by_hand_agree", bool(np.array_equal(values["rows"](labels, 7), losses.one_hot(labels, 7))))


def test_choices_of_the_page(fact, verify):
    """Counts that the text states: units, classes, labels."""
    network = Network.from_sizes([64, 32, 10], np.random.default_rng(0), "relu", "softmax")
    values = fact("losses/output_units", classes=network(np.zeros(64)).size)
    verify("units for ten classes", values["classes"], by_hand=10)


def test_the_slope_of_softplus_never_vanishes(claim):
    """Its derivative is the sigmoid, which is positive everywhere."""
    held = all(derivative(lambda t: mpmath.log(1 + mpmath.exp(t)), mpf(x)) > 0 for x in range(-60, 60))
    claim("losses/softplus_keeps_a_slope", held and bool(np.all(activations.softplus_derivative(np.linspace(-700, 700, 99)) > 0)))
