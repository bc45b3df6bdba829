"""The proofs of the page backpropagation/when-to-use: what its formulas mean, examples, figure, facts and claims."""

from functools import cache
from itertools import pairwise
from pathlib import Path

import mpmath
import numpy as np
import pytest
from mpmath import mpf

from dlnotes.activations import relu_derivative, step, step_derivative
from dlnotes.backpropagation import backpropagate
from dlnotes.gradient_check import check_gradient
from dlnotes.network import Dense, Network
from oracle import formulas as oracle
from oracle.differentiation import complex_step, derivative, left_derivative
from press.formula.meanings import Matrix, Of, Reals, Running, Vector
from press.formula.page import Meaning

SEEDS = range(20)
DATA = Path(__file__).parents[3] / "src" / "dlnotes" / "data"


# what the formulas mean


def counted(m, n):
    """Multiplications of a forward pass, counted by walking over the matrices."""
    return mpf(sum(1 for a, b in zip(m, n, strict=True) for _ in np.ndindex(int(a), int(b))))


def both_ways(m, n):
    """Each matrix once forward and once for its gradient, and all but the first once for what is handed on."""
    areas = [int(a) * int(b) for a, b in zip(m, n, strict=True)]
    return mpf(sum(3 * area for area in areas[1:]) + 2 * areas[0])


def mean_reward(z, r):
    return oracle.dot(oracle.softmax(z), r)


def best_weights(X, t):
    """The weights of least squares, by the QR decomposition of mpmath: no normal equation."""
    rows = mpmath.matrix([[mpf(v) for v in row] for row in X.tolist()])
    solved, _ = mpmath.qr_solve(rows, mpmath.matrix([mpf(v) for v in t.tolist()]))
    return oracle.array(solved)


def squares(w, X, t):
    return mpmath.fsum((a - b) ** 2 for a, b in zip(oracle.matvec(X, w), t, strict=True)) / 2


COST = {
    "k": 3, "l": Running(), "m": oracle.array(map(mpf, (3, 2, 4))), "n": oracle.array(map(mpf, (5, 3, 2))),
    "P": Of(counted, "m", "n"), "F": Of(counted, "m", "n"), "R": Of(both_ways, "m", "n"),
    "D": Of(lambda m, n: 2 * counted(m, n) * counted(m, n)),
}  # fmt: skip
SMALL = {"k": 2, "m": [2, 2], "n": [2, 2]}
ONE = {"k": 1, "m": [3], "n": [5]}
MANY = {"a": Running(), "j": Running(), "i": Running()}
REWARD = {
    "K": 3, "z": Vector(3), "r": Vector(3), "p": Of(lambda z: oracle.softmax(z)), "J": Of(mean_reward, "z", "r"), **MANY,
}  # fmt: skip
DUAL = {"u": Reals(), "v": Reals(), "c": Reals(), "d": Reals(), r"\varepsilon": Reals()}
LEAST = {"X": Matrix(5, 2), "t": Vector(5), "w": Vector(2), "E": Of(squares, "w", "X", "t")}
MEANING = Meaning(
    {**COST, **REWARD, **DUAL, **LEAST},
    sections={"cost-by-hand": SMALL},
    formulas={
        "k = 1": ONE, "P = m_1 n_1": ONE, r"3 - \frac{m_1 n_1}{P} = 3 - 1 = 2": ONE, r"\varepsilon": {r"\varepsilon": Reals()},
        r"X^\top X w = X^\top t": {**LEAST, "w": Of(best_weights, "X", "t")},
    },
)


# the cost


class Counted:
    """A number that counts the multiplications it takes part in."""

    spent = 0

    def __init__(self, value):
        self.value = value

    def __mul__(self, other):
        Counted.spent += 1
        return Counted(self.value * other.value)

    def __add__(self, other):
        return Counted(self.value + other.value)


def matrix(rows, columns):
    return [[Counted(1.0) for _ in range(columns)] for _ in range(rows)]


def times(a, b):
    for row in a:
        for column in zip(*b, strict=True):
            products = [u * v for u, v in zip(row, column, strict=True)]
            assert products
    return matrix(len(a), len(b[0]))


def transposed(a):
    return [list(row) for row in zip(*a, strict=True)]


@cache
def spent(sizes):
    """Multiplications of a forward pass and of a pass both ways, counted one by one."""
    Counted.spent = 0
    values, weights = [matrix(sizes[0], 1)], [matrix(m, n) for n, m in pairwise(sizes)]
    for w in weights:
        values.append(times(w, values[-1]))
    forward = Counted.spent
    delta = values[-1]
    for w, x in zip(reversed(weights), reversed(values[:-1]), strict=True):
        times(delta, transposed(x))
        if w is not weights[0]:
            delta = times(transposed(w), delta)
    return forward, Counted.spent


def test_cost_by_hand(example, verify):
    values = example("backpropagation/cost_by_hand").values
    for name, sizes in (("small", (2, 2, 2)), ("large", (64, 32, 10))):
        forward, both = spent(sizes)
        verify(f"{name} network", values[name], counting=[forward, both, 2 * forward * forward])


def test_cost_counted(example, verify, claim):
    values = example("backpropagation/cost_counted").values
    counts = [spent((8, width, 4)) for width in (2, 4, 8, 16, 32, 64)]
    ones = [forward for forward, _ in counts]
    verify("weights", values["weights"], counting=ones)
    verify("forward passes", values["passes"], absolute=1e-12,
           closed_form=[[mpf(both) / one, 2 * one] for one, both in counts])
    verify("slopes of the lines", values["slopes"], absolute=1e-12, by_hand=[0, 2])
    # the counted gradients are right: against the complex step
    W, V, x = values["W"] * 1.0, values["V"] * 1.0, np.linspace(-1, 1, 8)
    rng = np.random.default_rng(0)
    W, V = rng.normal(size=W.shape), rng.normal(size=V.shape)

    def error(A, B):
        return np.sum((B @ np.tanh(A @ x)) ** 2) / 2

    first = [[error(W + 1e-30j * np.outer(np.eye(64)[i], np.eye(8)[j]), V).imag / 1e-30 for j in range(8)] for i in range(64)]
    claim("backpropagation/counted_gradients_are_right", bool(np.allclose(values["gradients"][0], first, rtol=1e-9)))


def test_cost_figure(figure, verify):
    data = figure("backpropagation/cost")
    counts = [spent((4, width, width, 2)) for width in (2, 4, 8, 16, 32, 64)]
    larger = [(4 * v + v * v + 2 * v, 2 * 4 * v + 3 * v * v + 3 * 2 * v) for v in (128, 256)]
    verify("weights", data["weights"], counting=[one for one, _ in [*counts, *larger]])
    verify("backpropagation", data["backpropagation"], closed_form=[mpf(both) / one for one, both in [*counts, *larger]])
    verify("differences", data["differences"], counting=[2 * one for one, _ in [*counts, *larger]])


def test_never_above_three(claim):
    rng, held = np.random.default_rng(0), []
    for _ in range(20):
        forward, both = spent(tuple(int(v) for v in rng.integers(1, 9, size=rng.integers(2, 6))))
        held.append(2 * forward <= both < 3 * forward)
    claim("backpropagation/never_above_three", all(held), seeds=20)


def test_cost_exercise(fact, verify):
    sizes = (100, 50, 10)
    values = fact("backpropagation/cost_exercise", sizes=list(sizes), forward=5500, both=11_500, differences=2 * 5500**2)
    verify("sizes", values["sizes"], by_hand=[100, 50, 10])
    forward, both = spent(sizes)
    verify("multiplications", [values["forward"], values["both"], values["differences"]],
           counting=[forward, both, 2 * forward * forward])


def test_waiting(fact, verify):
    values = fact("backpropagation/waiting", weights=1_000_000, back=3 * 1e-3, differences=2 * 1_000_000 * 1e-3,
                  minutes=2000 / 60)
    verify("weights", values["weights"], by_hand=1_000_000)
    verify("seconds for three passes", values["back"], by_hand=mpf(3) / 1000)
    verify("seconds for differences", values["differences"], by_hand=mpf(2) * 10**6 / 10**3)
    verify("minutes", values["minutes"], by_hand=mpf(100) / 3)


# where there is no slope


@cache
def largest_slopes():
    """The largest slope of the first layer of ReLU networks, all by the complex step."""
    found = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        x, t = rng.normal(size=(32, 3)), rng.normal(size=(32, 1))
        bounds = [np.sqrt(6 / 11), np.sqrt(6 / 9)]
        W, V = rng.uniform(-bounds[0], bounds[0], (8, 3)), rng.uniform(-bounds[1], bounds[1], (1, 8))
        slopes = []
        for i, j in np.ndindex(W.shape):
            moved = W.astype(complex)
            moved[i, j] += 1e-30j
            z = x @ moved.T
            h = np.where(z.real > 0, z, 0)
            slopes.append(abs(np.mean((h @ V.T - t) ** 2).imag / 1e-30))
        found.append(max(slopes))
    return found


def bent(u):
    return u if u.real > 0 else 0 * u


def test_kinks_and_steps(example, verify, claim):
    values = example("backpropagation/kinks_and_steps").values
    off = [0, 3, 4]
    verify("slope of ReLU away from the kink'", values["relu_slopes"][off],
           by_hand=[0, 1, 1], complex_step=[complex_step(bent, float(v)) for v in (-1, 1e-300, 1)])
    assert left_derivative(oracle.relu, 0) == 0
    verify("slope of ReLU, chosen at the kink", values["relu_slopes"], by_hand=[0, 0, 0, 1, 1])
    verify("slope of the step, chosen at the jump", values["step_slopes"], by_hand=[0, 0, 0, 0, 0])
    kinds = np.array([[0.0] * 20, largest_slopes()])
    verify("largest slopes of the first layer'", list(values["largest"].values()), digits=8, absolute=1e-15,
           complex_step=kinds, closed_form=kinds)
    verify("medians", values["median"], digits=8, closed_form=np.median(kinds, axis=1))
    verify("lowest and highest", [np.quantile(row, [0, 1]) for row in values["largest"].values()], digits=8,
           closed_form=[[0, 0], [kinds[1].min(), kinds[1].max()]])
    flat = all(np.all(np.array(row) == 0) for row in [values["largest"]["step"]])
    claim("backpropagation/step_gives_no_gradient", flat and min(values["largest"]["relu"]) > 0.05, seeds=20, ablation=True)


def test_kinks_are_rarely_met(claim):
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        held.append(not np.any(rng.normal(size=(1000, 20)) @ rng.normal(size=(20, 50)) == 0.0))
    claim("backpropagation/kinks_are_rarely_met", all(held), seeds=len(SEEDS))


def test_flat_but_at_the_jump(claim):
    grid = np.r_[-np.geomspace(5, 1e-3, 50), np.geomspace(1e-3, 5, 50)]
    held = all(derivative(oracle.step, mpf(v)) == 0 for v in grid) and np.all(step_derivative(grid) == 0)
    claim("backpropagation/step_is_flat", bool(held and np.all(step(grid) == (grid > 0))))


@cache
def learned(kind):
    """How many of 20 networks learn XOR, all at once: the slope of the hidden neurons is none, borrowed, or their own."""
    x = np.array([[0.0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
    t = np.array([0.0, 1, 1, 0])
    draws = [np.random.default_rng(seed) for seed in SEEDS]
    W, V = map(np.stack, zip(*[(rng.normal(size=(3, 4)), rng.normal(size=(5, 1))) for rng in draws], strict=True))
    V = V[:, :, 0]
    for _ in range(1000):
        z = np.einsum("ni,kij->knj", x, W)
        soft = (1 + np.tanh(z / 2)) / 2
        h = soft if kind == "soft" else (z > 0).astype(float)
        y = np.einsum("knj,kj->kn", h, V[:, :4]) + V[:, 4:]
        e = (y - t) / 4
        back = e[:, :, None] * V[:, None, :4] * (0 if kind == "none" else soft * (1 - soft))
        V = V - 0.2 * np.concatenate([np.einsum("knj,kn->kj", h, e), e.sum(axis=1, keepdims=True)], axis=1)
        W = W - np.einsum("ni,knj->kij", x, back)
    return int(np.sum(np.all((y > 0.5) == (t == 1), axis=1)))


def test_straight_through(example, verify, claim):
    values = example("backpropagation/straight_through").values
    counts = [learned(kind) for kind in ("none", "borrowed", "soft")]
    solved = values["solved"]
    claim("backpropagation/borrowed_slope_helps", bool(2 * solved[0] < solved[1] <= solved[2]), seeds=20, ablation=True)
    verify("networks that learn XOR", solved, counting=counts)


def test_reward_by_hand(example, verify, claim):
    values = example("backpropagation/reward_by_hand").values
    expected = []
    for seed in SEEDS:
        rng, z = np.random.default_rng(seed), [0.0, 0.0, 0.0]
        for _ in range(1000):
            total = sum(np.exp(v) for v in z)
            p = [np.exp(v) / total for v in z]
            chosen = int(rng.choice(3, p=np.array(p)))
            gain = (1.0, 0.0, 3.0)[chosen]
            z = [v + 0.1 * gain * ((k == chosen) - q) for k, (v, q) in enumerate(zip(z, p, strict=True))]
        expected.append(p[2])
    verify("chance of the best action", values["chances"], digits=8, closed_form=expected)
    verify("lowest, median, highest", [values["low"], values["middle"], values["high"]], digits=8,
           closed_form=np.quantile(expected, [0, 0.5, 1]))
    claim("backpropagation/rewards_are_learned", min(values["chances"]) > 0.9, seeds=20)


# no labels


def table(name):
    return np.loadtxt(DATA / f"{name}.csv.gz", delimiter=",", skiprows=1)


def uniform(rng, rows, columns):
    bound = np.sqrt(6 / (rows + columns))
    return rng.uniform(-bound, bound, size=(rows, columns))


@cache
def autoencoded():
    """Errors on new images of 20 autoencoders, with Adam written out."""
    pixels = table("digits")[:400, :-1] / 16
    x, new, errors = pixels[:200], pixels[200:], []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        W, V = uniform(rng, 8, 64), uniform(rng, 64, 8)
        p = [W, np.zeros(8), V, np.zeros(64)]
        m, v = [0 * q for q in p], [0 * q for q in p]
        for step_number in range(1, 201):
            h = np.tanh(x @ p[0].T + p[1])
            e = 2 * (h @ p[2].T + p[3] - x) / x.size
            d = e @ p[2] / np.cosh(x @ p[0].T + p[1]) ** 2
            g = [d.T @ x, d.sum(axis=0), e.T @ h, e.sum(axis=0)]
            m = [0.9 * a + 0.1 * b for a, b in zip(m, g, strict=True)]
            v = [0.999 * a + 0.001 * b * b for a, b in zip(v, g, strict=True)]
            rate = 0.01 * np.sqrt(1 - 0.999**step_number) / (1 - 0.9**step_number)
            p = [q - rate * a / (np.sqrt(b) + 1e-7) for q, a, b in zip(p, m, v, strict=True)]
        errors.append(np.mean((np.tanh(new @ p[0].T + p[1]) @ p[2].T + p[3] - new) ** 2))
    return np.mean((new - x.mean(axis=0)) ** 2), errors


def test_autoencoder(example, verify, claim):
    values = example("backpropagation/autoencoder").values
    mean_image, expected = autoencoded()
    verify("error of the mean image", values["plain"], closed_form=mean_image)
    verify("errors", values["errors"], digits=5, closed_form=expected)
    verify("lowest, median, highest", [values["low"], values["median"], values["high"]], digits=5,
           closed_form=np.quantile(expected, [0, 0.5, 1]))
    claim("backpropagation/autoencoder_beats_the_mean", max(values["errors"]) < values["plain"] / 2, seeds=20)


def loss_and_pull(kind, z, t):
    """The loss, and its slope by the last weighted sums."""
    if kind == "squares":
        return np.mean((z - t) ** 2), 2 * (z - t) / z.size
    if kind == "yes or no":
        return np.mean(np.logaddexp(0, z) - t * z), ((1 + np.tanh(z / 2)) / 2 - t) / z.size
    logs = z - np.logaddexp.reduce(z, axis=1, keepdims=True)
    return -np.sum(t * logs) / len(z), (np.exp(logs) - t) / len(z)


@cache
def fallen():
    """What is left of the loss after 30 updates: three tasks, without and with a hidden layer."""
    digits, cells, cars = table("digits"), table("breast_cancer"), table("auto_mpg")
    tasks = [("squares", cars[:, :-1], cars[:, -1:] / 10), ("yes or no", cells[:, :-1], cells[:, -1:]),
             ("classes", digits[:, :-1], (digits[:, -1:] == np.arange(10)) * 1.0)]
    rows = []
    for kind, raw, targets in tasks:
        x, t = ((raw - raw.mean(axis=0)) / (raw.std(axis=0) + 1e-9))[:200], targets[:200]
        for hidden in (0, 8):
            left = []
            for seed in SEEDS:
                rng, units, inputs = np.random.default_rng(seed), t.shape[1], x.shape[1]
                W, c = (uniform(rng, hidden, inputs), np.zeros(hidden)) if hidden else (np.eye(inputs), 0.0)
                V, b, found = uniform(rng, units, hidden or inputs), np.zeros(units), []
                for _ in range(31):
                    s = x @ W.T + c
                    h = np.tanh(s) if hidden else x
                    value, pull = loss_and_pull(kind, h @ V.T + b, t)
                    found.append(value)
                    if hidden:
                        d = (pull @ V) / np.cosh(s) ** 2
                        W, c = W - 0.1 * d.T @ x, c - 0.1 * d.sum(axis=0)
                    V, b = V - 0.1 * pull.T @ h, b - 0.1 * pull.sum(axis=0)
                left.append(found[-1] / found[0])
            rows.append(np.quantile(left, [0, 0.5, 1]))
    return np.array(rows)


def test_same_code(example, verify, claim):
    values = example("backpropagation/same_code").values
    verify("what is left of the loss", values["rows"], digits=6, closed_form=fallen())
    claim("backpropagation/one_code_for_all", bool(np.array(values["rows"])[:, 2].max() < 1), seeds=20)


# a closed form


def test_normal_equation(example, verify, claim):
    values = example("backpropagation/normal_equation").values
    cars = table("auto_mpg")
    x, t = cars[:, :-1], cars[:, -1]
    X = np.c_[(x - x.mean(axis=0)) / x.std(axis=0), np.ones(len(x))]
    exact = np.linalg.lstsq(X, t, rcond=None)[0]
    verify("weights", values["weights"], digits=9, closed_form=exact)
    # from zero, the error along each eigenvector shrinks by its own factor: no step is taken
    sizes, vectors = np.linalg.eigh(X.T @ X / len(t))
    parts = vectors.T @ exact

    def away(number):
        return np.abs(vectors @ ((1 - 0.3 * sizes) ** number * parts)).max()

    needed = next(number for number in range(10_000) if away(number) <= 1e-6)
    verify("steps", values["steps"], closed_form=needed)
    claim("backpropagation/descent_reaches_the_closed_form", bool(np.allclose(values["w"], values["exact"], atol=1e-5)))


# forward mode


def test_forward_mode_by_hand(example, verify, claim):
    values = example("backpropagation/forward_mode_by_hand").values

    def f(w, x):
        return w * x * x + w * w

    verify("df/dw derivative", values["by_w"], closed_form=2 * 2 + 2 * 3, central_difference=derivative(lambda v: f(v, 2), 3))
    verify("df/dx derivative", values["by_x"], closed_form=2 * 3 * 2, central_difference=derivative(lambda v: f(3, v), 2))
    Dual, held = values["Dual"], []
    rng = np.random.default_rng(0)
    for w, x in rng.normal(size=(20, 2)).tolist():
        held.append(np.isclose(values["f"](Dual(w, 1.0), Dual(x)).slope, complex_step(lambda v, c=x: f(v, c), w)))
    claim("backpropagation/dual_numbers_are_right", bool(np.all(held)))


# gradient checking


@cache
def check_errors():
    """Errors of the four gradients against the complex step, as shares of the largest slope."""
    rows = []
    for factor, has_slope in ((0.4, True), (-0.4, True), (2.0, True), (0.4, False)):
        row = []
        for seed in SEEDS:
            rng = np.random.default_rng(seed)
            x, t, w = rng.standard_normal((5, 3)), rng.standard_normal(5), rng.standard_normal(8)

            def error(v, x=x, t=t):
                return np.mean((np.tanh(x @ v[:6].reshape(3, 2)) @ v[6:] - t) ** 2)

            true = np.array([error(w + 1e-30j * unit).imag / 1e-30 for unit in np.eye(8)])
            s = x @ w[:6].reshape(3, 2)
            e = factor * (np.tanh(s) @ w[6:] - t)
            d = e[:, None] * w[6:] / (np.cosh(s) ** 2 if has_slope else 1.0)
            given = np.concatenate([(x.T @ d).ravel(), np.tanh(s).T @ e])
            row.append(np.abs(given - true).max() / np.abs(true).max())
        rows.append(row)
    return np.array(rows)


def test_check_finds(example, verify, claim):
    values = example("backpropagation/check_finds").values
    expected = check_errors()
    verify("errors of the wrong ones", values["errors"][1:], digits=6, closed_form=expected[1:])
    spans = np.quantile(expected[1:], [0, 0.5, 1], axis=1).T
    verify("their lowest, median, highest", values["span"][1:], digits=6, closed_form=spans)
    verify("errors of the right one", values["errors"][0], absolute=1e-8, by_hand=[0] * 20)
    verify("their range", values["span"][0], absolute=1e-8, by_hand=[0] * 3)
    verify("the smallest of each", values["smallest"], digits=6, closed_form=expected[1:].min(axis=1))
    errors = values["errors"]
    assert expected[0].max() < 1e-12
    claim("backpropagation/check_tells_right_from_wrong", bool(errors[0].max() < 1e-8 and errors[1:].min() > 1e-2), seeds=20)


def test_ratio_names_the_mistake(claim):
    """What check_gradient reports of a wrong sign and of a sum over four samples."""
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        x, t, w = rng.normal(size=(4, 3)), rng.normal(size=4), rng.normal(size=3)
        for factor, ratio in ((-1 / 4, "-1"), (1.0, "4")):
            with pytest.raises(AssertionError) as raised:
                check_gradient(lambda v, x=x, t=t: np.mean((x @ v - t) ** 2) / 2,
                               lambda v, x=x, t=t, factor=factor: factor * x.T @ (x @ v - t), w)
            held.append(np.isclose(float(str(raised.value).split("ratio ")[1]), float(ratio), atol=1e-4))
    claim("backpropagation/ratio_names_the_mistake", bool(all(held)), seeds=len(SEEDS))


def test_unit_of_the_loss_cancels(claim):
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        true, given = rng.normal(size=(2, 5))
        shares = [np.abs(c * given - c * true).max() / np.abs(c * true).max() for c in (1.0, 1000.0)]
        held.append(np.isclose(*shares, rtol=1e-12))
    claim("backpropagation/unit_of_the_loss_cancels", bool(all(held)), seeds=len(SEEDS))


def test_behind_the_step_learns(claim):
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        x, t = rng.normal(size=(32, 3)), rng.normal(size=(32, 1))
        network = Network.from_sizes([3, 8, 1], rng, "step")
        trace = backpropagate(network, x, t, "mean_squared_error")
        held.append(np.all(trace.gradients[0] == 0) and np.abs(trace.gradients[2]).max() > 0)
    claim("backpropagation/behind_the_step_learns", bool(all(held)), seeds=len(SEEDS))


def test_mean_of_one_sample(claim):
    """With a batch of one sample, a sum in the place of a mean passes the check; with two it does not."""
    held = []
    for seed in SEEDS:
        for samples in (1, 2):
            rng = np.random.default_rng(seed)
            x, t, w = rng.normal(size=(samples, 3)), rng.normal(size=samples), rng.normal(size=3)

            def loss(v, x=x, t=t):
                return np.mean((x @ v - t) ** 2)

            def summed(v, x=x, t=t):
                return 2 * x.T @ (x @ v - t)

            if samples == 1:
                held.append(check_gradient(loss, summed, w) < 1e-6)
            else:
                with pytest.raises(AssertionError, match="ratio 2"):
                    check_gradient(loss, summed, w)
    claim("backpropagation/one_sample_hides_the_mean", all(held), seeds=20, ablation=True)


def test_zero_hides_the_order(claim):
    """At weights of zero, every hidden slope is zero, right or wrong."""
    rng = np.random.default_rng(0)
    x, t = rng.normal(size=(5, 3)), rng.normal(size=(5, 1))
    network = Network([Dense(np.zeros((4, 3)), activation="tanh"), Dense(np.zeros((1, 4)))])
    trace = backpropagate(network, x, t, "mean_squared_error")
    claim("backpropagation/zeros_hide_mistakes", bool(all(np.all(g == 0) for g in trace.gradients)))


def test_kink_fools_the_check(claim):
    def bent_sum(v):
        return np.sum(np.maximum(v, 0))

    with pytest.raises(AssertionError, match="ratio 0"):
        check_gradient(bent_sum, relu_derivative, [0.0])
    claim("backpropagation/kink_fools_the_check", check_gradient(bent_sum, relu_derivative, [0.5]) < 1e-8)


def test_check_misses(example, verify, claim):
    values = example("backpropagation/check_misses").values
    rng = np.random.default_rng(0)
    x, t, start = rng.normal(size=(50, 3)), rng.normal(size=50), rng.normal(size=3)

    def error(w):
        return np.mean((x @ w - t) ** 2)

    slopes = np.array([error(start + 1e-30j * unit).imag / 1e-30 for unit in np.eye(3)])
    verify("loss before and after", values["losses"], closed_form=[error(start), error(start + 0.1 * slopes)])
    before, after = values["losses"]
    claim("backpropagation/uphill_passes_the_check", bool(values["passed"] and after > before))


def test_find_check_mistake(example, verify):
    values = example("backpropagation/find_check_mistake").values
    verify("found", values["found"], closed_form=[(v**2 - (v - 1) ** 2) / mpf("2e-4") for v in (1, 2, 3)])


def test_whole_numbers(fact, verify):
    values = fact("backpropagation/whole_numbers", slopes=[2 * v for v in (1, 2, 3)])
    verify("slopes of the squares", values["slopes"], by_hand=[2, 4, 6])


def test_when_choices(fact, verify):
    """Numbers that the text states: no slope, one number, the convention at the kink, both forms of the difference."""
    values = fact("backpropagation/when_choices", zero=0.0, one=1.0, two=2, seeds=len(SEEDS), three=3, half=0.5, ratio=-1)
    verify("values", [values[k] for k in ("zero", "one", "two", "seeds", "three", "half", "ratio")],
           by_hand=[0, 1, 2, 20, 3, mpf("0.5"), -1])


def test_when_pytorch(recorded, verify):
    out = recorded("backpropagation/when_pytorch")
    z = [mpf(1), mpf(3), mpf(2)]
    largest = [derivative(lambda v, k=k: max(v if k == i else u for i, u in enumerate(z)), z[k]) for k in range(3)]
    verify("slopes of max, of round, and in front of a frozen layer'", out, absolute=1e-12,
           by_hand=[0, 1, 0, 0, 2], central_difference=[*largest, derivative(lambda v: mpmath.floor(v + mpf("0.5")), z[0]),
                                                        derivative(lambda v: 2 * v, 0)])


def test_when_keras(recorded, verify):
    out = recorded("backpropagation/when_keras")
    slopes = [derivative(lambda v: 2 * v * 1 + 2 * 3, 1), derivative(lambda v: 2 * 1 + 2 * v * 3, 1)]
    verify("slopes in front of a frozen layer, and its weight'", out, central_difference=[*slopes, 2], by_hand=[2, 6, 2])
