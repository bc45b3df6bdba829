"""The proofs of the page losses/regression: its examples, facts, claims and formulas."""

import inspect
import itertools
from fractions import Fraction
from functools import cache
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import losses
from oracle.differentiation import complex_step, derivative
from oracle.formulas import array
from oracle.losses import huber_term, loss, loss_gradient
from press.formula import Meaning
from press.formula.meanings import Function, Of, Reals, Running, Vector, Whole

ROOT = Path(__file__).parents[3]
SEEDS = range(20)
T, Y = [10, 12, 15, 20], [12, 11, 15, 16]
ERRORS = [2, -1, 0, -4]
USUAL, JAMMED = [18, 20, 21, 23, 28], [18, 20, 21, 23, 128]


# what the formulas mean

def squares(t, y):
    """The squared norm by Pythagoras, one sample after the other: not the sum of the page."""
    length = mpf(0)
    for a, b in zip(t, y, strict=True):
        length = mpmath.hypot(length, b - a)
    return length**2


def distances(t, y):
    return mpmath.fsum(max(a, b) - min(a, b) for a, b in zip(t, y, strict=True))


def huber_of(r, d):
    """The integral of the clipped slope: no case distinction of the page's kind."""
    inside = min(abs(r), d)
    return inside**2 / 2 + (abs(r) - inside) * d


def constant(t, c):
    return [c] * len(t)


FIVE_TRIPS = (
    r"\begin{aligned} \bar{t} &= \frac{18 + 20 + 21 + 23 + 28}{5} \\ &= \frac{110}{5} = 22 \\ "
    r"a'(20.5) &= \frac{2 - 3}{5} = -0.2 \\ a'(22) &= \frac{3 - 2}{5} = 0.2 \end{aligned}"
)
MEANING = Meaning(
    {
        "n": Whole(2, 6), "t": Vector("n", -5, 5), "y": Vector("n", -5, 5), "d": Reals(0.5, 4), "i": Running(),
        "r": Of(lambda t, y: array(b - a for a, b in zip(t, y, strict=True))),
        r"\operatorname{SSE}": Of(squares, "t", "y", code=losses.sum_squared_error,
                                  slopes={"y": losses.sum_squared_error_gradient}),
        "E": Of(lambda t, y: squares(t, y) / 2, code=losses.half_sum_squared_error,
                slopes={"y": losses.half_sum_squared_error_gradient}),
        r"\operatorname{MSE}": Of(lambda t, y: squares(t, y) / len(t), code=losses.mean_squared_error,
                                  slopes={"y": losses.mean_squared_error_gradient}),
        r"\operatorname{RMSE}": Of(lambda t, y: mpmath.norm([a - b for a, b in zip(t, y, strict=True)]) / mpmath.sqrt(len(t))),
        r"\operatorname{MAE}": Of(lambda t, y: distances(t, y) / len(t), code=losses.mean_absolute_error,
                                  slopes={"y": losses.mean_absolute_error_gradient}),
        r"\operatorname{Huber}": Of(
            lambda t, y, d: mpmath.fsum(huber_of(b - a, d) for a, b in zip(t, y, strict=True)) / len(t),
            code=losses.huber, slopes={"y": losses.huber_gradient},
        ),
        "h": Of(lambda d: lambda r: huber_of(r, d)),
        "c": Reals(-5, 5), "u": Reals(-5, 5), "v": Reals(-5, 5),
        r"\bar{t}": Of(lambda t: sum(t, mpf(0)) / len(t)),
        "q": Of(lambda t: lambda c: squares(t, constant(t, c)) / len(t)),
        "a": Of(lambda t: lambda c: distances(t, constant(t, c)) / len(t)),
        "k": Of(lambda d: huber_of(d + 1, d) - d * (d + 1)),
        "g": Function(lambda r: abs(r) + mpmath.log1p(mpmath.exp(-2 * abs(r))) - mpmath.log(2)),
        r"\sigma": Reals(0.5, 3), "b": Reals(0.5, 3),
        "p": Of(lambda r, sigma: array(mpmath.npdf(x, 0, sigma) for x in r)),
        "P": Of(lambda r, sigma: mpmath.npdf(mpmath.norm(list(r)), 0, sigma)
                * mpmath.npdf(0, 0, sigma) ** (len(r) - 1)),
        r"\psi": Of(lambda r, b: array(mpmath.exp(-max(x, -x) / b) / b / 2 for x in r)),
    },
    sections={
        "by-hand": {"n": 4, "t": T, "y": Y, "d": 3, r"\approx": mpf("1e-4")},
    },
    formulas={
        r"u \le v": {"u": -1, "v": 2}, FIVE_TRIPS: {"n": 5, "t": USUAL}, "d = 3": {"d": 3},
    },
    values={
        "2 r_i": r"\frac{\partial \operatorname{SSE}}{\partial y_i}",
        r"\frac{2}{n} r_i": r"\frac{\partial \operatorname{MSE}}{\partial y_i}",
    },
)  # fmt: skip


# the same numbers by exact arithmetic

def mean(values):
    return mpmath.fsum(map(mpf, values)) / len(values)


def test_regression_by_hand(example, verify, claim):
    values = example("losses/regression_by_hand").values
    expected = mpf(21) / 4
    verify("MSE", values["mse"], exact=expected)
    verify("RMSE", values["rmse"], mpmath=mpmath.sqrt(expected))
    verify("MAE", values["mae"], exact=mpf(sum(map(abs, ERRORS))) / 4)
    verify("Huber", values["smooth"], mpmath=mean([huber_of(mpf(e), 3) for e in ERRORS]))
    grid = np.linspace(-8.0, 8.0, 33)
    held = all(
        np.isclose(values["squared"](a, b), losses.mean_squared_error(a, b), rtol=1e-14)
        and np.isclose(values["absolute"](a, b), losses.mean_absolute_error(a, b), rtol=1e-14)
        and np.isclose(values["huber"](a, b, d), losses.huber(a, b, delta=d), rtol=1e-14)
        and np.isclose(values["huber"](a, b, d), float(loss_with_threshold(a, b, d)), rtol=1e-14)
        for a, b in ((grid, grid[::-1] + 0.25), (grid, 2 * grid)) for d in (0.5, 1.0, 3.0, 20.0)
    )
    refused = False
    try:
        losses.huber([[1.0], [2.0]], [1.0, 2.0])
    except ValueError:
        refused = True
    claim("losses/regression_by_hand_agrees", held and refused)


def loss_with_threshold(t, y, d):
    return mean([huber_term(mpf(a), mpf(b), mpf(d)) for a, b in zip(t.tolist(), y.tolist(), strict=True)])


def test_regression_losses(example, verify, claim):
    values = example("losses/regression_losses").values
    names = values["names"]
    expected = [loss(name, T, Y) for name in names]
    doubled = [loss(name, T * 2, Y * 2) for name in names]
    verify("once", values["once"], mpmath=expected)
    verify("each sample twice", values["twice"], mpmath=doubled)
    growth = [b / a for a, b in zip(expected, doubled, strict=True)]
    assert growth == [2, 2, 1, 1, 1]
    claim("losses/sums_grow_means_stay", [b / a for a, b in zip(values["once"], values["twice"], strict=True)] == growth)


def test_regression_gradients(example, verify):
    values = example("losses/regression_gradients").values
    verify("error", values["error"], exact=[y - t for t, y in zip(T, Y, strict=True)])
    verify("MSE'", values["mse"], central_difference=loss_gradient("mean_squared_error", T, Y),
           complex_step=[complex_step(lambda y, a=t: (y - a) ** 2 / 4, float(p)) for t, p in zip(T, Y, strict=True)])
    # off the corners; at the corner of MAE the middle of both sides
    verify("MAE'", values["mae"], absolute=1e-15, central_difference=loss_gradient("mean_absolute_error", T, Y),
           by_hand=[mpf(1) / 4, -mpf(1) / 4, 0, -mpf(1) / 4])
    slopes = [derivative(lambda r: huber_of(r, 3), e) / 4 for e in ERRORS]
    verify("Huber'", values["smooth"], central_difference=slopes, absolute=1e-15,
           by_hand=[mpf(1) / 2, -mpf(1) / 4, 0, -mpf(3) / 4])


def test_regression_share(fact, verify):
    error = np.array([2.0, -1.0, 0.0, -4.0])
    values = fact("losses/regression_share", parts=[max(error**2), np.sum(error**2), max(np.abs(error)), np.sum(np.abs(error))])
    verify("largest square, their sum, largest size, their sum", values["parts"], exact=[
        max(e * e for e in ERRORS), sum(e * e for e in ERRORS), max(map(abs, ERRORS)), sum(map(abs, ERRORS)),
    ])


def test_regression_default(fact, verify, claim):
    ends = losses.mean_absolute_error_gradient([0.0], [-5.0]), losses.mean_absolute_error_gradient([0.0], [5.0])
    inner = losses.half_sum_squared_error_gradient([0.0], [1.0])[0]
    values = fact("losses/regression_default", delta=inspect.signature(losses.huber).parameters["delta"].default, inner=inner,
                  lowest=ends[0][0], highest=ends[1][0])
    verify("default threshold", values["delta"], by_hand=1)
    verify("slope of y - t along y", values["inner"], by_hand=1)
    verify("smallest slope of the absolute value", values["lowest"], by_hand=-1)
    verify("largest slope of the absolute value", values["highest"], by_hand=1)
    torch = (ROOT / "docs" / "examples" / "losses" / "regression_pytorch.out").read_text("utf-8")
    recorded_slopes = [line.split("= ")[1] for line in torch.splitlines() if line.startswith("slope of MAE")]
    held = losses.mean_absolute_error_gradient([3.0], [3.0])[0] == 0.0 and recorded_slopes[2] == "0.0000"
    claim("losses/mae_corner_is_zero", held)


def test_rmse_is_at_least_mae(claim):
    """By the closed form of their difference of squares, the variance of the sizes; and on random errors."""
    held = []
    for seed in SEEDS:
        t, y = np.random.default_rng(seed).normal(size=(2, 50))
        mse, mae = losses.mean_squared_error(t, y), losses.mean_absolute_error(t, y)
        held.append(np.sqrt(mse) >= mae and np.isclose(mse - mae**2, np.var(np.abs(y - t)), rtol=1e-10))
    claim("losses/rmse_is_at_least_mae", all(held), seeds=len(SEEDS))


# the best constant

def huber_center(t, d):
    """Where the clipped distances balance, by halving with fractions."""
    low, high = Fraction(min(t)), Fraction(max(t))
    for _ in range(80):
        middle = (low + high) / 2
        pull = sum(max(-d, min(d, middle - v)) for v in t)
        low, high = (middle, high) if pull < 0 else (low, middle)
    return high


def test_regression_center(example, verify):
    values = example("losses/regression_center").values
    both = USUAL, JAMMED
    verify("ends of the grid", values["ends"], by_hand=[0, 150])
    verify("best of MSE", values["mse"], exact=[sum(t) / 5 for t in both])
    verify("best of MAE", values["mae"], exact=[sorted(t)[2] for t in both])
    verify("best of Huber", values["smooth"], digits=12, mpmath=[mpf(float(huber_center(t, 10))) for t in both])
    verify("mean", values["mean"], exact=[sum(t) / 5 for t in both])
    verify("median", values["median"], exact=[sorted(t)[2] for t in both])


def test_regression_shift(fact, verify):
    both = np.array([USUAL, JAMMED], dtype=float)
    candidates = np.arange(0.0, 150.0, 0.25)
    best = [candidates[np.argmin([losses.huber(t, np.full(5, c), delta=10.0) for c in candidates])] for t in both]
    values = fact("losses/regression_shift", mean=np.diff(both.mean(axis=1))[0], huber=best[1] - best[0])
    verify("shift of the mean", values["mean"], exact=sum(JAMMED) / 5 - sum(USUAL) / 5)
    verify("shift of the center of Huber", values["huber"], digits=12,
           mpmath=mpf(float(huber_center(JAMMED, 10) - huber_center(USUAL, 10))))


def test_every_middle_is_best(claim):
    """Of four targets, every number between the two in the middle costs the same, and every other one more."""
    t = [1.0, 2.0, 3.0, 100.0]

    def cost(c):
        return losses.mean_absolute_error(t, [c] * 4)

    inside = [cost(c) for c in np.linspace(2.0, 3.0, 21)]
    outside = [cost(c) for c in (*np.linspace(-5.0, 1.99, 30), *np.linspace(3.01, 120.0, 50))]
    exact = all(distances(t, [mpf(c)] * 4) == 100 for c in (2, 2.25, 2.5, 3))
    claim("losses/every_middle_is_best", np.ptp(inside) < 1e-12 and min(outside) > max(inside) and exact)


def test_huber_between_mean_and_median(claim):
    """From a tiny threshold to a huge one, the best constant goes from the median to the mean, and never back."""
    centers = [float(huber_center(JAMMED, Fraction(d))) for d in (Fraction(1, 1000), 1, 5, 10, 20, 50, 100, 200)]
    held = abs(centers[0] - 21) < 0.01 and abs(centers[-1] - 42) < 1e-9 and all(a <= b for a, b in itertools.pairwise(centers))
    thresholds = (1.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0)
    slopes = [np.sum(losses.huber_gradient(JAMMED, [c] * 5, delta=d)) for c, d in zip(centers[1:], thresholds, strict=True)]
    y = [100.0, 90.0, 80.0, 70.0, 60.0]
    half = losses.huber(JAMMED, y, delta=200.0) == losses.mean_squared_error(JAMMED, y) / 2
    claim("losses/huber_between_mean_and_median", held and np.max(np.abs(slopes)) < 1e-9 and half)


def test_regression_huber(example, verify):
    values = example("losses/regression_huber").values
    errors = [mpf(float(e)) for e in (5, 9.999, 10, 10.001, 15, 100)]
    verify("value", values["value"], mpmath=[huber_of(e, 10) for e in errors])
    verify("slope'", values["slope"], absolute=1e-15, closed_form=[min(e, 10) for e in errors],
           central_difference=[derivative(lambda r: huber_of(r, 10), e) if e != 10 else 10 for e in errors])


# one outlier

@cache
def points(raised):
    """The inputs and targets of every seed: the line 2 x + 1, noise, and the last one raised."""
    found = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        x = np.sort(rng.uniform(-1, 1, 11))
        t = 2.0 * x + 1.0 + rng.normal(0, 0.3, 11)
        t[-1] += raised
        found.append((x, t))
    return found


def least_squares(x, t):
    """Covariance over variance, by fractions."""
    x, t = ([Fraction(float(v)) for v in values] for values in (x, t))
    middle, height = sum(x) / len(x), sum(t) / len(t)
    w = sum((a - middle) * (b - height) for a, b in zip(x, t, strict=True)) / sum((a - middle) ** 2 for a in x)
    return float(w), float(height - w * middle)


def least_distances(x, t):
    """The best of all lines through two points: one of them is optimal."""
    lines = [((t[j] - t[i]) / (x[j] - x[i]), i) for i, j in itertools.combinations(range(len(x)), 2)]
    return min(((w, t[i] - w * x[i]) for w, i in lines), key=lambda line: np.abs(line[0] * x + line[1] - t).sum())


def least_huber(x, t, d=1.0):
    """Newton's steps: solve for the points on the parabola, with the others pulling by d, until none changes sides."""
    line, table = np.array(least_distances(x, t)), np.stack([x, np.ones_like(x)], axis=1)
    for _ in range(50):
        error = table @ line - t
        inside = np.abs(error) <= d
        pull = table[~inside].T @ (d * np.sign(error[~inside]))
        line = np.linalg.solve(table[inside].T @ table[inside], table[inside].T @ t[inside] - pull)
    error = table @ line - t
    assert np.abs(table.T @ np.clip(error, -d, d)).max() < 1e-10, "not the minimum"
    return tuple(line.tolist())


SOLVERS = {"MSE": least_squares, "MAE": least_distances, "Huber": least_huber}


@cache
def slopes_of(name, raised):
    return np.array([SOLVERS[name](x, t)[0] for x, t in points(raised)])


def test_regression_line(example, verify, claim):
    values = example("losses/regression_line").values
    expected = [[np.quantile(slopes_of(name, raised), [0.5, 0, 1]) for raised in (0.0, 20.0)] for name in SOLVERS]
    verify("median, lowest and highest slope", values["fits"], digits=3, closed_form=expected)
    closed = np.allclose(values["fits"][0], expected[0], rtol=1e-6)
    claim("losses/least_squares_in_closed_form", closed, seeds=len(SEEDS))
    moved = {name: slopes_of(name, 20.0) - slopes_of(name, 0.0) for name in SOLVERS}
    held = bool(np.all(moved["MSE"] > 2 * moved["MAE"]) and np.all(moved["MSE"] > 2 * moved["Huber"]))
    claim("losses/outlier_moves_squares_most", held, seeds=len(SEEDS), ablation=True)


def test_regression_true_line(fact, verify):
    x = np.linspace(-1.0, 1.0, 11)
    values = fact("losses/regression_true_line", slope=np.round(np.polyfit(x, 2.0 * x + 1.0, 1)[0], 12),
                  raised=np.max(20.0 * (np.arange(11) == 10)))
    verify("slope without noise", values["slope"], by_hand=2)
    verify("by how much the last point is raised", values["raised"], by_hand=20)


def test_regression_lines_figure(figure, verify):
    data = figure("losses/regression_lines")
    place, target = points(20.0)[0]
    verify("x", data["x"], closed_form=place)
    verify("targets", data["t"], closed_form=target)
    for name, solve in SOLVERS.items():
        w, b = solve(place, target)
        verify(f"line of {name}", data[name], absolute=1e-4, digits=4, closed_form=w * place + b)


# log-cosh

def test_regression_log_cosh(example, verify, claim):
    values = example("losses/regression_log_cosh").values
    errors = [mpf(float(e)) for e in (0.1, 1, 3, 10, 1000)]
    verify("log-cosh", values["y"], mpmath=[mpmath.log(mpmath.cosh(e)) for e in errors])
    verify("half the square", values["parabola"], closed_form=[e * e / 2 for e in errors])
    verify("line", values["line"], mpmath=[e - mpmath.log(2) for e in errors])
    with np.errstate(over="ignore"):
        typed = np.log(np.cosh(1000.0))
    stable = values["log_cosh"](1000.0)
    claim("losses/log_cosh_overflows", bool(np.isinf(typed) and np.isfinite(stable)))


def test_regression_figure(figure, verify):
    data = figure("losses/regression")
    errors = [mpf(k) / 10 - 3 for k in range(61)]
    verify("error", data["error"], absolute=1e-15, closed_form=errors)
    verify("MSE", data["MSE"], absolute=1e-15, closed_form=[e * e for e in errors])
    verify("MAE", data["MAE"], absolute=1e-15, closed_form=[abs(e) for e in errors])
    verify("Huber", data["Huber"], absolute=1e-15, mpmath=[huber_of(e, 1) for e in errors])
    verify("log-cosh", data["log-cosh"], absolute=1e-15, mpmath=[mpmath.log(mpmath.cosh(e)) for e in errors])
    smooth = {"MSE": lambda r: r * r, "log-cosh": lambda r: mpmath.log(mpmath.cosh(r))}
    exact = {"MSE": lambda r: 2 * r, "log-cosh": mpmath.tanh}
    for name, f in smooth.items():
        verify(f"{name}'", data[f"{name}′"], absolute=1e-14, closed_form=[exact[name](e) for e in errors],
               central_difference=[derivative(f, e) for e in errors])
    off = [place for place, e in enumerate(errors) if e not in (-1, 0, 1)]
    for name, f in {"MAE": abs, "Huber": lambda r: huber_of(r, 1)}.items():
        limit = {"MAE": mpmath.sign, "Huber": lambda r: max(-1, min(1, r))}[name]
        verify(f"{name}'", [data[f"{name}′"][place] for place in off], absolute=1e-14,
               closed_form=[limit(errors[place]) for place in off],
               central_difference=[derivative(f, errors[place]) for place in off])


# likelihood

def test_regression_likelihood(example, verify):
    values = example("losses/regression_likelihood").values
    guesses = [20, 21, 22, 23, 24]
    verify("MSE", values["mse"], mpmath=[loss("mean_squared_error", USUAL, [c] * 5) for c in guesses])
    verify("-ln P", values["surprise"], mpmath=[
        -mpmath.fsum(mpmath.log(mpmath.npdf(t, c, 4)) for t in USUAL) for c in guesses
    ])
    assert np.argmin(values["surprise"]) == np.argmin(values["mse"]) == 2


def test_laplace_has_longer_tails(claim):
    """With the same standard deviation, an error of 4 or more of them is likelier under Laplace than under the normal one."""
    def laplace(x):
        return mpmath.exp(-mpmath.sqrt(2) * abs(x)) / mpmath.sqrt(2)

    assert mpmath.almosteq(mpmath.quad(lambda x: x**2 * laplace(x), [-mpmath.inf, 0, mpmath.inf]), 1)
    held = all(laplace(x) > mpmath.npdf(x) for x in (0, 4, 5, 8, 12))
    claim("losses/laplace_has_longer_tails", held)


# pitfalls, exercises, questions

def test_regression_bounce(example, verify, claim):
    values = example("losses/regression_bounce").values
    rate = mpf("0.3")
    squared = [1 - (1 - 2 * rate) ** k for k in range(21)]
    absolute, decaying = [mpf(0)], [mpf(0)]
    for k in range(20):
        absolute.append(absolute[-1] - rate * mpmath.sign(absolute[-1] - 1))
        decaying.append(decaying[-1] - rate * mpf("0.8") ** k * mpmath.sign(decaying[-1] - 1))
    verify("MSE", values["squared"], closed_form=squared)
    verify("MAE", values["absolute"], mpmath=absolute)
    verify("MAE, decaying rate", values["decaying"], mpmath=decaying)
    steps = np.abs(np.diff(values["absolute"]))
    shrinking = np.abs(np.diff(values["squared"]))
    held = np.ptp(steps) < 1e-12 and np.all(np.diff(shrinking) < 0) and abs(values["decaying"][20] - 1) < 0.01
    claim("losses/mae_keeps_bouncing", bool(held))


def test_regression_bounce_target(fact, verify):
    c = np.linspace(0.0, 2.0, 401)
    values = fact("losses/regression_bounce_target", target=c[np.argmin([losses.mean_absolute_error([1.0], [v]) for v in c])])
    verify("where the loss is lowest", values["target"], by_hand=1)


def test_regression_factor(fact, verify):
    t, y = np.array([10.0, 12.0, 15.0, 20.0]), np.array([12.0, 11.0, 15.0, 16.0])
    ratio = losses.sum_squared_error_gradient(t, y)[0] / losses.mean_squared_error_gradient(t, y)[0]
    values = fact("losses/regression_factor", sum_over_mean=ratio, two=losses.sum_squared_error_gradient([0.0], [1.0])[0])
    verify("slope of the square at an error of 1", values["two"], by_hand=2)
    verify("ratio of the slopes", values["sum_over_mean"], counting=len(T))


def test_regression_units(fact, verify):
    t, y = np.array([10.0, 12.0, 15.0, 20.0]), np.array([12.0, 11.0, 15.0, 16.0])
    ratios = [f(60 * t, 60 * y) / f(t, y) for f in (losses.mean_squared_error, losses.mean_absolute_error)]
    values = fact("losses/regression_units", mse=ratios[0], mae=ratios[1])
    verify("factor of MSE", values["mse"], exact=60 * 60)
    verify("factor of MAE", values["mae"], by_hand=60)


def test_regression_price(fact, verify):
    values = fact("losses/regression_price", error=losses.mean_absolute_error([0.0], [3000.0]),
                  squared=losses.mean_squared_error([0.0], [3000.0]))
    verify("error", values["error"], by_hand=3000)
    verify("its square", values["squared"], exact=3000 * 3000)


def test_regression_r2(fact, verify):
    t = np.array(USUAL, dtype=float)

    def r2(y):
        return 1 - losses.mean_squared_error(t, y) / np.var(t)

    values = fact("losses/regression_r2", perfect=r2(t), mean=np.round(r2(np.full(5, t.mean())), 12))
    assert r2(np.full(5, 30.0)) < 0
    verify("of a perfect model", values["perfect"], by_hand=1)
    verify("of the mean of the targets", values["mean"], by_hand=0)


def test_regression_doubled(example, verify):
    values = example("losses/regression_doubled").values
    sizes = [1 + k for k in range(3)]
    verify("factors of MSE, RMSE, MAE", values["times"], exact=[[k**2 for k in sizes], sizes, sizes])


def test_regression_clip(example, verify, claim):
    values = example("losses/regression_clip").values
    slopes = [derivative(lambda r: huber_of(r, 3), e) / 4 for e in ERRORS]
    verify("Huber'", values["slopes"], absolute=1e-15, central_difference=slopes,
           by_hand=[mpf(1) / 2, -mpf(1) / 4, 0, -mpf(3) / 4])
    grid = np.linspace(-8.0, 8.0, 33)
    held = all(
        np.array_equal(values["huber_gradient"](grid, 2 * grid, d), losses.huber_gradient(grid, 2 * grid, d)) for d in (0.5, 3.0)
    )
    claim("losses/clip_agrees", held)


def test_regression_missing_abs(example, verify):
    values = example("losses/regression_missing_abs").values
    errors = (-100, -12, 12, 100)
    verify("typed", values["wrong"], exact=[e * e // 2 if e <= 10 else 10 * e - 50 for e in errors])
    verify("Huber", values["right"], mpmath=[huber_of(mpf(e), 10) for e in errors])


def test_rmse_ranks_as_mse(claim):
    """Random predictions come in the same order by both, in each draw."""
    held = []
    for seed in SEEDS:
        t, *guesses = np.random.default_rng(seed).normal(size=(9, 30))
        mse = [losses.mean_squared_error(t, y) for y in guesses]
        rmse = [float(mpmath.sqrt(loss("mean_squared_error", t, y))) for y in guesses]
        held.append(np.array_equal(np.argsort(mse), np.argsort(rmse)))
    claim("losses/rmse_ranks_as_mse", all(held), seeds=len(SEEDS))


def test_regression_keras(recorded, verify):
    out = recorded("losses/regression_keras")
    lc = mean([mpmath.log(mpmath.cosh(e)) for e in ERRORS])
    verify("MSE, MAE, Huber, log-cosh, RMSE", out, mpmath=[
        loss("mean_squared_error", T, Y), loss("mean_absolute_error", T, Y), mean([huber_of(mpf(e), 3) for e in ERRORS]), lc,
        mpmath.sqrt(loss("mean_squared_error", T, Y)),
    ])


def test_regression_pytorch(recorded, verify):
    out = recorded("losses/regression_pytorch")
    smooth = mean([huber_of(mpf(e), 3) for e in ERRORS])
    verify("MSE, SSE, MAE, Huber, SmoothL1", out[:5], mpmath=[
        loss("mean_squared_error", T, Y), loss("sum_squared_error", T, Y), loss("mean_absolute_error", T, Y), smooth, smooth / 3,
    ])
    verify("MAE'", out[5:9], central_difference=loss_gradient("mean_absolute_error", T, Y),
           closed_form=[mpmath.sign(e) / 4 for e in ERRORS])
    verify("Huber'", out[9:], central_difference=[derivative(lambda r: huber_of(r, 3), e) / 4 for e in ERRORS],
           closed_form=[max(-3, min(3, mpf(e))) / 4 for e in ERRORS])
