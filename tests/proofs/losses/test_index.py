"""The proofs of the page on loss functions: its examples, facts, claims and formulas."""

import runpy
from fractions import Fraction

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations, datasets, gradient_check, losses
from oracle import formulas as oracle
from press.formula.meanings import Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning
from press.report import ROOT

SEEDS = 20
X, T = [0, 1, 2], [1, 3, 5]


def source_of(name):
    return runpy.run_path(str(ROOT / "docs" / "examples" / "losses" / f"{name}.py"))


# the surface


def line_alone(x, t, rate, steps, divisor, start=0):
    """The points of a descent, from a weight and no bias, on the squared errors over a divisor, in extended precision."""
    x, t = np.array(x, dtype=np.longdouble), np.array(t, dtype=np.longdouble)
    w, b = np.longdouble(start), np.longdouble(0)
    path = [(w, b)]
    for _ in range(steps):
        e = w * x + b - t
        w, b = w - rate * 2 * np.sum(e * x) / divisor, b - rate * 2 * np.sum(e) / divisor
        path.append((w, b))
    return np.array(path)


def best_line(x, t):
    """The lowest point, by Cramer's rule."""
    n, sx, st = len(x), mpmath.fsum(x), mpmath.fsum(t)
    sxx, sxt = oracle.dot(x, x), oracle.dot(x, t)
    d = n * sxx - sx * sx
    return (n * sxt - sx * st) / d, (sxx * st - sx * sxt) / d


def noisy_points(seed):
    """The points of the figure, drawn again by NumPy alone."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1.0, 1.0, size=20)
    return x, 2.0 * x + 1.0 + rng.normal(0.0, 0.3, size=20)


def test_loss_surface_figure(figure, verify):
    data = figure("losses/loss_surface")
    x, t = noisy_points(0)
    steps = line_alone(x, t, np.longdouble("0.2"), 24, 20)
    verify("path, w", data["path w"], digits=11, absolute=1e-15, closed_form=[mpf(str(w)) for w in steps[:, 0]])
    verify("path, b", data["path b"], digits=11, absolute=1e-15, closed_form=[mpf(str(b)) for b in steps[:, 1]])
    exact_x, exact_t = [mpf(float(v)) for v in x], [mpf(float(v)) for v in t]
    w, b = best_line(exact_x, exact_t)
    verify("lowest point", [data["lowest w"], data["lowest b"]], closed_form=[[w] * 25, [b] * 25])

    def height(u, v):
        return mpmath.fsum((u * p + v - q) ** 2 for p, q in zip(exact_x, exact_t, strict=True)) / 20

    for number, level in enumerate(("0.4", "1.2", "2.4"), 1):
        rim = [(mpf(float(u)), mpf(float(v))) for u, v in zip(data[f"line {number} w"], data[f"line {number} b"], strict=True)]
        assert all(abs(height(u, v) - height(w, b) - mpf(level)) < mpf("1e-12") for u, v in rim)
        # every point lies on the ray on which it was drawn, at the height of its line
        ways = [mpmath.sqrt(mpf(level) / (height(w + (u - w), b + (v - b)) - height(w, b))) for u, v in rim]
        expected = [(w + k * (u - w), b + k * (v - b)) for k, (u, v) in zip(ways, rim, strict=True)]
        verify(f"line {number}, w", data[f"line {number} w"], closed_form=[u for u, _ in expected])
        verify(f"line {number}, b", data[f"line {number} b"], closed_form=[v for _, v in expected])
        turns = np.unwrap([float(mpmath.atan2(v - b, u - w)) for u, v in rim])
        assert abs(abs(turns[-1] - turns[0]) - 2 * np.pi) < 1e-9
        assert len(set(np.sign(np.diff(turns)))) == 1


def test_line_step(example, verify):
    values = example("losses/line_step").values
    errors = [-1, -2, -3]
    by_w = Fraction(2 * sum(e * x for e, x in zip(errors, X, strict=True)), 3)
    by_b = Fraction(2 * sum(errors), 3)
    rate = Fraction(1, 10)
    w, b = 1 - rate * by_w, -rate * by_b
    left = sum((w * x + b - t) ** 2 for x, t in zip(X, T, strict=True)) / 3

    def real(number):
        return mpf(number.numerator) / number.denominator

    def height(u, v):
        return mpmath.fsum((u * x + v - t) ** 2 for x, t in zip(X, T, strict=True)) / 3

    slopes = oracle.gradient(lambda point: height(*point), oracle.array([mpf(1), mpf(0)]))
    verify("loss", values["before"], closed_form=height(mpf(1), mpf(0)))
    verify("dL/dw, derivative", values["dw"], closed_form=real(by_w), central_difference=slopes[0])
    verify("dL/db, derivative", values["db"], closed_form=real(by_b), central_difference=slopes[1])
    verify("w", values["w"], closed_form=real(w))
    verify("b", values["b"], closed_form=real(b))
    verify("loss after the step", values["after"], closed_form=real(left))
    verify("rate", values["rate"], by_hand=mpf(1) / 10)


def test_loss_by_hand(example, verify, claim):
    values = example("losses/loss_by_hand").values
    end = line_alone(X, T, np.longdouble("0.2"), 200, 3, start=1)[-1]
    verify("w", values["w"], digits=10, closed_form=mpf(str(end[0])))
    verify("b", values["b"], digits=10, closed_form=mpf(str(end[1])))
    left = np.mean((end[0] * np.array(X) + end[1] - np.array(T)) ** 2)
    verify("loss", values["last"], digits=2, closed_form=mpf(str(left)))
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        w, b, x, t = rng.normal(), rng.normal(), rng.normal(size=7), rng.normal(size=7)
        slopes = losses.mean_squared_error_gradient(t, w * x + b)
        held += [
            np.isclose(values["loss"](w, b, x, t), losses.mean_squared_error(t, w * x + b), rtol=1e-12),
            np.allclose(values["gradient"](w, b, x, t), [slopes @ x, slopes.sum()], rtol=1e-12),
        ]
    claim("losses/loss_by_hand_agrees", all(held) and abs(values["w"] - 2) < 1e-9, seeds=SEEDS)


# loss and metric


def two_clouds(seed):
    """Two clouds of points, drawn again by NumPy alone."""
    labels = np.arange(100) % 2
    centers = np.stack([np.where(labels, -2.0, 2.0), np.zeros(100)], axis=1)
    return centers + np.random.default_rng(seed).normal(0.0, 1.0, size=(100, 2)), labels.astype(float)


def classifier_alone(seed, stops, rate):
    """The loss and the accuracy of one classifier after some steps, in NumPy alone."""
    x, t = two_clouds(seed)
    x, t, w = x.astype(np.longdouble), t.astype(np.longdouble), np.zeros(2, dtype=np.longdouble)
    found = []
    for step in range(1, max(stops) + 1):
        p = 1 / (1 + np.exp(-(x @ w)))
        w = w - rate * (x.T @ (p - t)) / 100
        if step in stops:
            z = x @ w
            found.append((float(np.mean(np.log1p(np.exp(-np.where(t == 1, z, -z))))), float(np.mean((z > 0) == (t == 1)))))
    return found


def test_accuracy_rests(example, verify, claim):
    values = example("losses/accuracy_rests").values
    stops, rate = (1, 10, 100, 1000), np.longdouble("0.02")
    alone = classifier_alone(0, stops, rate)
    verify("loss", values["losses"], digits=9, closed_form=[value for value, _ in alone])
    verify("accuracy", values["accuracies"], counting=[share for _, share in alone])
    held = []
    for seed in range(SEEDS):
        runs = classifier_alone(seed, stops, rate)
        held.append(runs[-1][0] < 0.25 * runs[0][0] and abs(runs[-1][1] - runs[0][1]) <= 0.02)
    claim("losses/accuracy_rests_while_the_loss_falls", all(held) and len(set(values["accuracies"])) == 1, seeds=SEEDS)


def test_bias_slope(fact, verify):
    slope = gradient_check.central_difference(lambda b: 2.0 * 0.5 + b, 3.0)
    values = fact("losses/bias_slope", value=np.round(slope, 9))
    verify("slope of the prediction in the bias", values["value"], by_hand=1)


def test_sides(fact, verify, claim):
    low, high = 0.6, 0.9
    values = fact("losses/sides", low=low, high=high)
    verify("lower probability", values["low"], by_hand=mpf(3) / 5)
    verify("higher probability", values["high"], by_hand=mpf(9) / 10)
    right = [(p > 0.5) == 1.0 for p in (low, high)]
    cost = [losses.binary_crossentropy([1.0], [p]) for p in (low, high)]
    claim("losses/accuracy_counts_sides", right[0] == right[1] and cost[0] > 4 * cost[1])


def test_accuracy_has_no_slope(example, verify, claim):
    """The same points, weights and steps: only what is measured differs."""
    values = example("losses/accuracy_has_no_slope").values
    x, t = two_clouds(0)
    w = [mpf("0.1"), mpf("0.1")]

    def cost(point):
        terms = []
        for (a, b), label in zip(x.tolist(), t.tolist(), strict=True):
            z = mpf(a) * point[0] + mpf(b) * point[1]
            terms.append(mpmath.log1p(mpmath.exp(-z if label else z)))
        return mpmath.fsum(terms) / 100

    def share(z):
        return 1 / (1 + mpmath.exp(-z))

    off = [share(mpf(a) * w[0] + mpf(b) * w[1]) - mpf(label) for (a, b), label in zip(x.tolist(), t.tolist(), strict=True)]
    closed = [mpmath.fsum(e * mpf(row[k]) for e, row in zip(off, x.tolist(), strict=True)) / 100 for k in (0, 1)]
    verify("slopes of the accuracy, derivative", values["accuracy"], by_hand=[0, 0], closed_form=[mpf(0) * k for k in closed])
    verify("slopes of the loss, derivative", values["loss"], digits=8, closed_form=closed,
           central_difference=list(oracle.gradient(cost, oracle.array(w))))
    held = []
    for seed in range(SEEDS):
        points, labels = two_clouds(seed)
        start = np.random.default_rng(seed + 100).normal(size=2)

        def accuracy(v, points=points, labels=labels):
            return np.mean((points @ v > 0) == labels)

        def loss(v, points=points, labels=labels):
            return losses.binary_crossentropy(labels, points @ v, from_logits=True)

        flat, slope = (gradient_check.central_difference(f, start) for f in (accuracy, loss))
        held.append(not flat.any() and slope.all())
    claim("losses/accuracy_has_no_slope", all(held), seeds=SEEDS, ablation=True)


BOLD, TIMID = [mpf("0.95")] * 3 + [mpf("0.45")], [mpf("0.51")] * 4


def test_smaller_loss(example, verify):
    values = example("losses/smaller_loss").values
    verify("loss", values["losses"], mpmath=[-mpmath.log(mpmath.fprod(p)) / 4 for p in (BOLD, TIMID)])
    verify("accuracy", values["accuracies"], counting=[float(sum(p > 0.5 for p in row)) / 4 for row in (BOLD, TIMID)])


def test_accuracy_bound(example, verify):
    values = example("losses/accuracy_bound").values
    chances = [mpf(p) for p in ("0.9", "0.4", "0.8", "0.3", "0.6")]
    verify("loss", values["loss"], mpmath=-mpmath.log(mpmath.fprod(chances)) / 5)
    verify("share of wrong answers", values["wrong"], counting=float(sum(p < 0.5 for p in chances)) / 5)
    verify("bound", values["bound"], mpmath=-mpmath.log(mpmath.fprod(chances), 2) / 5)


# every loss


def test_every_loss(example, verify, claim):
    values = example("losses/every_loss").values
    # errors 3, 0 and -1
    verify("regression", values["regression"], by_hand=[mpf(10) / 3, 10, 5, mpf(4) / 3, 1])
    cost = mpmath.log1p(mpmath.exp(mpf("-0.5")))
    verify("classes", values["classes"], mpmath=[cost, cost, cost, mpf(1) / 2, mpf(1) / 2])
    upper, lower = set(values["regression"]), set(np.round(values["classes"], 12))
    claim("losses/losses_differ_on_one_prediction", len(upper) == 5 and len(lower) == 2)


def test_conventions(example, verify, claim):
    """The same data, start and number of steps; the factor of the loss and the rate differ, or the rate does not."""
    values = example("losses/same_path").values
    end = line_alone([0, 1, 2, 3], [1, 3, 2, 5], np.longdouble("0.1"), 50, 4)[-1].tolist()
    verify("w and b", values["ends"], digits=9, closed_form=[[float(v) for v in end]] * 3)
    blown = line_alone([0, 1, 2, 3], [1, 3, 2, 5], np.longdouble("0.1"), 8, 1)[-1]
    verify("w and b, rate not divided", values["wrong"], digits=9, closed_form=[float(v) for v in blown])
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, t = rng.uniform(-1, 1, size=8), rng.normal(size=8)
        mean = line_alone(x, t, np.longdouble("0.1"), 30, 8)
        with np.errstate(all="ignore"):
            held += [
                np.allclose(mean.astype(float), line_alone(x, t, np.longdouble("0.1") / 8, 30, 1).astype(float), rtol=1e-12),
                np.allclose(mean.astype(float), line_alone(x, t, np.longdouble("0.2") / 8, 30, 2).astype(float), rtol=1e-12),
            ]
    apart = abs(values["wrong"][0]) > 100
    claim("losses/conventions_take_one_path", all(held) and apart, seeds=SEEDS, ablation=True)


def curve_alone(degree, seed):
    """The least squares by the QR decomposition of Legendre polynomials: another basis for the same curves."""
    rng = np.random.default_rng(seed)
    x = rng.uniform(-1.0, 1.0, size=20)
    t = 2.0 * x + 1.0 + rng.normal(0.0, 0.3, size=20)
    new_x = rng.uniform(-1.0, 1.0, size=200)
    new_t = 2.0 * new_x + 1.0 + rng.normal(0.0, 0.3, size=200)
    design = np.polynomial.legendre.legvander(x, degree)
    q, r = np.linalg.qr(design)
    factors = np.linalg.solve(r, q.T @ t)
    return [float(np.mean((np.polynomial.legendre.legval(a, factors) - b) ** 2)) for a, b in ((x, t), (new_x, new_t))]


def test_new_data(example, verify, claim):
    values = example("losses/new_data").values
    alone = np.array([[curve_alone(degree, seed) for seed in range(SEEDS)] for degree in (1, 9)])
    three = [np.median(alone, axis=1).tolist(), alone.min(axis=1).tolist(), alone.max(axis=1).tolist()]
    verify("loss: median, least, most", values["middle"], digits=7, closed_form=three)
    verify("degrees", values["degrees"], by_hand=[1, 9])
    verify("seeds", values["seeds"], counting=len(range(20)))
    line, curve = np.array(values["both"])
    held = np.all(curve[:, 0] < line[:, 0]) and np.all(curve[:, 1] > line[:, 1])
    claim("losses/new_data_decides", bool(held), seeds=SEEDS, ablation=True)


# pitfalls, exercises, questions


def test_huge_loss(example, verify):
    values = example("losses/huge_loss").values
    errors = [10, -20, 20]
    mean = mpf(sum(e * e for e in errors)) / 3
    verify("in won", values["in_won"], closed_form=mean * mpf(10) ** 12)
    verify("in millions", values["in_millions"], closed_form=mean)
    verify("root", values["root"], mpmath=mpmath.sqrt(mean))


def test_doubled(fact, verify, claim):
    t, y = np.zeros(3), np.array([1.0, -2.0, 0.5])
    values = fact(
        "losses/doubled", squared=losses.mean_squared_error(t, 2 * y) / losses.mean_squared_error(t, y),
        absolute=losses.mean_absolute_error(t, 2 * y) / losses.mean_absolute_error(t, y),
    )
    verify("factor of the squared error", values["squared"], by_hand=4)
    verify("factor of the absolute error", values["absolute"], by_hand=2)
    z = np.random.default_rng(0).normal(size=1000)
    same = (activations.sigmoid(2 * z) > 0.5) == (activations.sigmoid(z) > 0.5)
    claim("losses/doubling_keeps_accuracy", bool(same.all()))


def test_halved(fact, verify, claim):
    error = np.sqrt(0.4)
    values = fact("losses/halved", huber=losses.huber([0.0], [error]))
    verify("Huber where the squared error is 0.4", values["huber"], by_hand=mpf(1) / 5)
    small = np.linspace(-1.0, 1.0, 41)
    halves = [np.isclose(losses.huber([0.0], [e]), losses.mean_squared_error([0.0], [e]) / 2) for e in small]
    claim("losses/huber_is_half_for_small_errors", all(halves))


def test_baselines(claim):
    held = []
    for seed in range(SEEDS):
        t = np.random.default_rng(seed).normal(3.0, 2.0, size=50)
        held.append(np.isclose(losses.mean_squared_error(t, np.full(50, t.mean())), t.var(), rtol=1e-12))
    for classes in (2, 3, 10):
        labels = np.arange(classes)
        even = np.full((classes, classes), 1 / classes)
        held.append(abs(losses.sparse_categorical_crossentropy(labels, even) - float(mpmath.log(classes))) < 1e-12)
    claim("losses/baselines", all(held), seeds=SEEDS)


def test_losses_are_not_negative(claim):
    lowest = np.inf
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        t, y, labels = rng.normal(size=6), rng.normal(size=6), rng.integers(0, 2, size=6)
        rows, scores = np.eye(3)[rng.integers(0, 3, size=6)], rng.normal(size=(6, 3))
        lowest = min(
            lowest, losses.mean_squared_error(t, y), losses.sum_squared_error(t, y), losses.half_sum_squared_error(t, y),
            losses.mean_absolute_error(t, y), losses.huber(t, y), losses.binary_crossentropy(labels, y, from_logits=True),
            losses.categorical_crossentropy(rows, scores, from_logits=True), losses.hinge(2 * labels - 1, y),
            losses.categorical_hinge(rows, scores),
        )
    claim("losses/losses_are_not_negative", lowest >= 0, seeds=SEEDS)


def horse_and_dog():
    """The mean loss of two rows of logits, the right classes the first and the third."""
    terms = []
    for row, right in (((2, 1, -1), 0), ((0, 3, 1), 2)):
        terms.append(mpmath.log(mpmath.fsum(mpmath.exp(v) for v in row)) - row[right])
    return mpmath.fsum(terms) / 2


def test_loss_and_metric_keras(recorded, verify):
    verify("losses", recorded("losses/loss_and_metric_keras"), mpmath=[mpf(10) / 3, mpf(10), horse_and_dog(), mpf("0.5")])


def test_loss_and_metric_pytorch(recorded, verify):
    verify("losses", recorded("losses/loss_and_metric_pytorch"), mpmath=[mpf(10) / 3, mpf(10), horse_and_dog(), mpf("0.5")])


def test_two_clouds_are_the_packages():
    points, labels = datasets.blobs(100, np.random.default_rng(3), classes=2, noise=1.0)
    x, t = two_clouds(3)
    np.testing.assert_allclose(x, points, atol=1e-12)
    np.testing.assert_array_equal(t, labels)


# formulas


def errors(w, b, x, t):
    return [w * a + b - c for a, c in zip(x, t, strict=True)]


def squares(factor, package):
    """The squared errors of a line times a factor of their number, with the package's slopes."""
    def slope(w, b, x, t):
        return getattr(losses, f"{package}_gradient")(t, w * x + b)

    return Of(
        lambda w, b, x, t, n: factor(n) * oracle.dot(errors(w, b, x, t), errors(w, b, x, t)),
        code=lambda w, b, x, t, n: getattr(losses, package)(t, w * x + b),
        slopes={
            "w": lambda w, b, x, t, n: slope(w, b, x, t) @ x,
            "b": lambda w, b, x, t, n: slope(w, b, x, t).sum(),
        },
    )


def stepped(place):
    def after(w, b, x, t, n, eta):
        point = oracle.array([w, b])
        by = oracle.gradient(lambda v: oracle.dot(errors(*v, x, t), errors(*v, x, t)) / n, point)
        return point[place] - eta * by[place]

    return Of(after)


def lowest(place):
    return Of(lambda: best_line([mpf(v) for v in X], [mpf(v) for v in T])[place])


MEAN = squares(lambda n: 1 / n, "mean_squared_error")
MEANING = Meaning(
    {
        "n": Whole(2, 6), "x": Vector("n"), "t": Vector("n"), "w": Reals(), "b": Reals(), r"\eta": Reals(0.01, 0.5),
        "y": Of(lambda w, b, x: oracle.array(w * a + b for a in x)),
        "L": MEAN, "M": MEAN,
        "S": squares(lambda n: 1, "sum_squared_error"),
        "H": squares(lambda n: mpf(1) / 2, "half_sum_squared_error"),
        r"w \leftarrow": stepped(0), r"b \leftarrow": stepped(1),
        "i": Running(), "K": Whole(2, 9), "p": Vector("n", 0.05, 1),
        "E": Of(lambda p: mpmath.fsum(mpf(v < 0.5) for v in p) / len(p)),
    },
    sections={
        "bold-and-timid": {
            "L": Of(
                lambda p: -mpmath.log(mpmath.fprod(p)) / len(p), code=lambda p: losses.binary_crossentropy(np.ones(len(p)), p),
            ),
        },
    },
    formulas={
        "w = 1": {"w": 1}, "b = 0": {"b": 0},
        "w = 2": {"w": lowest(0)}, "b = 1": {"b": lowest(1)},
    },
    values={
        "-1": Of(lambda: mpf(0) - 1), "-2": Of(lambda: mpf(1) - 3), "-3": Of(lambda: mpf(2) - 5),
        r"\ln 2": Of(lambda: mpmath.asinh(mpf(3) / 4), code=lambda: losses.binary_crossentropy([1.0], [0.5])),
        r"\frac{L}{\ln 2}": Of(lambda L: L / mpmath.asinh(mpf(3) / 4)),
        "5 M + 3": Of(lambda M: 2 * M + 3 * (M + 1)),
    },
)  # fmt: skip
