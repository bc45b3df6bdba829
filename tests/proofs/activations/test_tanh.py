"""Proofs of what the page on tanh says beside its examples."""

import runpy

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from oracle.activations import tanh as exact_tanh
from oracle.deep_networks import SEEDS, forward, norms, shares, shares_of, sigmoid, slopes, verify_summary
from oracle.differentiation import complex_step, derivative
from press.report import ROOT

CASES = [("tanh", {}), ("tanh", {"shift": 1.0}), ("sigmoid", {"shift": -0.5}), ("sigmoid", {})]


def test_tanh_range(fact, verify):
    values = fact("activations/tanh_range", lower=activations.tanh(-1000.0), upper=activations.tanh(1000.0),
                  middle=activations.tanh(0.0))
    verify("limits of tanh", [values["lower"], values["upper"]], by_hand=[-1, 1])
    verify("tanh(0)", values["middle"], by_hand=0)


def test_tanh_slope_and_mean(example, verify):
    values = example("activations/tanh_slope_and_mean").values
    verify_summary(verify, values, shares_of(*CASES))


def test_slope_and_mean_both_matter(claim):
    """From tanh, move the mean and nothing else, or divide the slope by 4 and nothing else: every seed loses."""
    tanh = shares("tanh")
    raised, flat = shares("tanh", shift=1.0), shares("tanh", factor=0.25)
    assert np.median(tanh / raised) > 10
    assert np.median(tanh / flat) > 1e4
    claim("activations/slope_and_mean_both_matter", all(raised < tanh) and all(flat < tanh), seeds=len(SEEDS), ablation=True)


def test_tanh_keeps_more_than_sigmoid(claim):
    held = all(shares("tanh") > 1e4 * shares("sigmoid"))
    claim("activations/tanh_keeps_more_than_sigmoid", held, seeds=len(SEEDS), ablation=True)


def test_slope_weighs_more_than_mean(claim):
    """The slope alone costs every seed more than the mean alone."""
    held = all(shares("tanh", factor=0.25) < shares("tanh", shift=1.0))
    claim("activations/slope_weighs_more_than_mean", held, seeds=len(SEEDS), ablation=True)


def mean_slope(shift, seed):
    """Return the mean derivative in the ten tanh layers, whose outputs are raised by `shift` for the next one."""
    rng = np.random.default_rng(seed)
    x, target = rng.normal(size=32), rng.normal(size=32)
    weights = [rng.uniform(-np.sqrt(6 / 64), np.sqrt(6 / 64), size=(32, 32)) for _ in range(11)]
    biases = [np.zeros(32), *(shift * w.sum(axis=1) for w in weights[1:])]
    names = ["tanh"] * 10 + ["identity"]
    network = Network([Dense(w, b, name) for w, b, name in zip(weights, biases, names, strict=True)])
    trace = backpropagate(network, x, target, loss="half_sum_squared_error")
    return np.mean([activations.tanh_derivative(layer.weighted_sum) for layer in trace.layers[:10]])


def test_tanh_raised_slopes(fact, verify):
    found = np.array([[mean_slope(shift, seed) for seed in SEEDS] for shift in (0.0, 1.0)])
    values = fact("activations/tanh_raised", mean_slope=np.median(found, axis=1),
                  lowest=found.min(axis=1), highest=found.max(axis=1))
    expected = np.array([[float(np.mean(slopes("tanh", seed, shift=shift))) for seed in SEEDS] for shift in (0.0, 1.0)])
    verify("mean slope, median", values["mean_slope"], closed_form=np.median(expected, axis=1))
    verify("mean slope, lowest", values["lowest"], closed_form=expected.min(axis=1))
    verify("mean slope, highest", values["highest"], closed_form=expected.max(axis=1))


def test_raised_outputs_saturate(claim):
    """Raise the outputs and nothing else: larger sums, smaller slopes, less of the gradient, in every network."""
    def measured(shift, seed):
        sums = [np.mean(np.abs(z)) for z in forward("tanh", seed, shift=shift)[1:-1]]
        return np.mean(sums), -np.mean(slopes("tanh", seed, shift=shift)), -shares("tanh", shift=shift)[seed]

    held = all(raised > plain for seed in SEEDS
               for raised, plain in zip(measured(1.0, seed), measured(0.0, seed), strict=True))
    claim("activations/raised_outputs_saturate", held, seeds=len(SEEDS), ablation=True)


def test_tanh_centered(example, verify):
    values = example("activations/tanh_centered").values
    x = [np.random.default_rng(seed).normal(size=(100, 3)) for seed in SEEDS]
    assert np.array_equal(values["x"], x)
    means, conditions = [], []
    for f in (lambda t: 1 / (1 + mpmath.exp(-t)), mpmath.tanh):
        runs = [[[f(mpf(float(value))) for value in row] for row in rows] for rows in x]
        means.append(mpmath.fsum(value for rows in runs for row in rows for value in row) / (len(SEEDS) * 300))
        conditions.append([condition_number(list(zip(*rows, strict=True))) for rows in runs])
    verify("mean output", values["mean"], digits=10, mpmath=means)
    for name, summary in (("median", mpmath_median), ("lowest", min), ("highest", max)):
        verify(f"condition number, {name}", values[name], digits=10, mpmath=[summary(row) for row in conditions])


def condition_number(columns):
    """Return the largest over the smallest eigenvalue of A^T A."""
    eigenvalues = mpmath.eigsy(mpmath.matrix([[mpmath.fdot(a, b) for b in columns] for a in columns]), eigvals_only=True)
    return max(eigenvalues) / min(eigenvalues)


def mpmath_median(values):
    """Return the median of an even number of values."""
    middle = len(values) // 2
    return sum(sorted(values)[middle - 1: middle + 1]) / 2


def steps_to_fit(a, target, tolerance=1e-6):
    """Return how many steps gradient descent needs on half the mean squared error of a w, with the best fixed rate."""
    hessian = a.T @ a / len(a)
    eigenvalues = np.linalg.eigvalsh(hessian)
    error = -np.linalg.solve(hessian, a.T @ target / len(a))       # w starts at 0; this is w minus the best w
    rate, first = 2 / (eigenvalues[0] + eigenvalues[-1]), np.linalg.norm(error)
    steps = 0
    while np.linalg.norm(error) > tolerance * first:
        error, steps = error - rate * hessian @ error, steps + 1
    return steps


def test_centered_inputs_descend_faster(claim):
    """The same outputs of the sigmoid, once as they are and once with 0.5 taken off: nothing else differs."""
    held = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        outputs, target = sigmoid(rng.normal(size=(100, 3))), rng.normal(size=100)
        centered = outputs - 0.5
        conditions = [np.linalg.cond(a.T @ a) for a in (outputs, centered)]
        held.append(conditions[1] < conditions[0] / 5 and steps_to_fit(centered, target) < steps_to_fit(outputs, target))
    claim("activations/centered_inputs_descend_faster", all(held), seeds=len(SEEDS), ablation=True)


def test_tanh_slope_is_larger_only_near_0(claim):
    """Each slope in closed form: tanh is steeper at 0, the sigmoid at 3 and beyond."""
    def steeper(x):
        return mpmath.sech(x) ** 2 > mpmath.exp(-x) / (1 + mpmath.exp(-x)) ** 2

    assert activations.tanh_derivative(3.0) < activations.sigmoid_derivative(3.0)
    claim("activations/tanh_is_not_steeper_everywhere", steeper(mpf(0)) and not any(steeper(mpf(x)) for x in range(3, 50)))


def test_tanh_from_sigmoid(fact, verify):
    """Read the constants of tanh(x) = a sigmoid(b x) - c off the functions themselves."""
    a = np.ptp(activations.tanh([-1000.0, 1000.0])) / np.ptp(activations.sigmoid([-1000.0, 1000.0]))
    x = np.linspace(-5.0, 5.0, 10_001)
    slopes_at_0 = activations.tanh_derivative(x).max() / activations.sigmoid_derivative(x).max()
    values = fact("activations/tanh_from_sigmoid", output=a, input=slopes_at_0 / a, slopes=slopes_at_0,
                  shift=a * activations.sigmoid(0.0) - activations.tanh(0.0))
    verify("factor on the output", values["output"], by_hand=2)
    verify("factor on the input", values["input"], by_hand=2)
    verify("what is subtracted", values["shift"], by_hand=1)
    verify("ratio of the largest slopes", values["slopes"], by_hand=4)


def test_tanh_is_a_sigmoid(claim):
    """On the grid of the page in float64, and beyond it in 50 digits."""
    grid = np.linspace(-10.0, 10.0, 20_001)
    exact = max(abs(mpmath.tanh(x) - (2 / (1 + mpmath.exp(-2 * x)) - 1)) for x in map(mpf, range(-40, 41)))
    held = np.max(np.abs(activations.tanh(grid) - (2 * activations.sigmoid(2 * grid) - 1))) < 1e-15 and exact < mpf("1e-45")
    claim("activations/tanh_is_a_sigmoid", bool(held))


def test_tanh_identity(fact, verify):
    x = np.array([-2.0, 0.3, 1.0])
    total = np.round(activations.tanh_derivative(x) + activations.tanh(x) ** 2, 14)
    values = fact("activations/tanh_identity", total=total.mean(), end=activations.tanh_derivative(1000.0))
    assert np.ptp(total) == 0
    verify("tanh'(x) + tanh(x)^2", values["total"], by_hand=1,
           mpmath=mpmath.diff(mpmath.tanh, mpf("0.3")) + mpmath.tanh(mpf("0.3")) ** 2)
    verify("limit of tanh'(x)", values["end"], by_hand=0, mpmath=mpmath.sech(1000) ** 2)


def test_tanh_is_odd(claim):
    """Flip the sign of the input, and the output has the same size and the other sign; it stays between -1 and 1."""
    x = np.linspace(-15.0, 15.0, 3001)
    held = np.array_equal(activations.tanh(-x), -activations.tanh(x)) and np.all(np.abs(activations.tanh(x)) < 1)
    claim("activations/tanh_is_odd", bool(held) and all(abs(mpmath.tanh(sign * 50)) < 1 for sign in (-1, 1)))


def test_best_condition(fact, verify):
    values = fact("activations/best_condition", value=np.linalg.cond(np.eye(3)))
    verify("condition number of equal columns at right angles", values["value"], by_hand=1)


def test_tanh_saturates_earlier(claim):
    """For each share of its largest slope, tanh has fallen to it at half the input that the sigmoid needs."""
    grid = [mpf(number) / 100 for number in range(1, 100)]
    tanh = [mpmath.acosh(1 / mpmath.sqrt(share)) for share in grid]
    logistic = [mpmath.findroot(lambda t, share=share: mpmath.sech(t / 2) ** 2 - share, 2 * x)
                for x, share in zip(tanh, grid, strict=True)]
    held = all(abs(2 * x - t) < mpf("1e-30") for x, t in zip(tanh, logistic, strict=True))
    nearer = activations.tanh_derivative(1.0) < 4 * activations.sigmoid_derivative(1.0)
    claim("activations/tanh_saturates_earlier", bool(held and nearer))


def test_tanh_ends(claim):
    """The derivative tends to 0 as the output nears either end; that of ReLU stays 1 on the positive side."""
    ends = [activations.tanh_derivative(sign * x) for sign in (-1, 1) for x in (5.0, 10.0, 20.0, 300.0)]
    held = max(ends) < 2e-4 and ends[3] < 1e-250 and all(activations.relu_derivative([1e-9, 5.0, 300.0]) == 1)
    claim("activations/tanh_saturates_relu_does_not", bool(held))


def test_direct_form_loses_every_digit(claim):
    held = 1 - activations.tanh(20.0) ** 2 == 0.0 and abs(activations.tanh_derivative(20.0) * mpmath.cosh(20) ** 2 - 1) < 1e-14
    claim("activations/subtraction_loses_every_digit", bool(held))


def test_norms_agree():
    """The two sources agree with each other, so that neither is trusted alone."""
    found = norms("tanh", 0, shift=1.0)
    assert np.allclose(found["closed_form"], found["complex_step"], rtol=1e-10)


def defined_in(name, function):
    """Return a function that an example defines."""
    return runpy.run_path(str(ROOT / "docs" / "examples" / "activations" / f"{name}.py"))[function]


GRID = np.linspace(-30.0, 30.0, 601)


def complex_tanh(z):
    return 1 - 2 / (np.exp(2 * z) + 1)


def test_tanh_by_hand(example, verify, claim):
    values = example("activations/tanh_by_hand").values
    verify("tanh(x)", values["y"], mpmath=[exact_tanh(x) for x in (-1000, -3, 0, mpf("0.5"), 1000)])
    ours = values["tanh"](GRID)
    held = np.max(np.abs(ours - activations.tanh(GRID))) < 1e-15
    exact = [abs(y - exact_tanh(x)) < 1e-15 for y, x in zip(ours.tolist(), GRID.tolist(), strict=True)]
    claim("activations/tanh_by_hand_agrees", bool(held) and all(exact))


def test_tanh_by_hand_loses_tiny_inputs(claim):
    x = 3e-12
    error = abs(mpf(float(defined_in("tanh_by_hand", "tanh")(x))) / exact_tanh(x) - 1)
    package = abs(mpf(float(activations.tanh(x))) / exact_tanh(x) - 1)
    claim("activations/tanh_by_hand_loses_tiny_inputs", error > 1e-6 and package < 1e-15)


def test_tanh_derivative_by_hand(example, verify):
    values = example("activations/tanh_derivative_by_hand").values
    x = [mpf(-20), mpf(0), mpf("0.5"), mpf(20), mpf(1000)]
    verify("tanh'(x)", values["slope"], closed_form=[mpmath.sech(xi) ** 2 for xi in x],
           central_difference=[derivative(exact_tanh, xi) for xi in x[:-1]] + [0])
    grid = values["tanh_derivative"](GRID)
    assert np.allclose(grid, activations.tanh_derivative(GRID), rtol=1e-12, atol=0)
    assert all(abs(a * mpmath.cosh(x) ** 2 - 1) < 1e-12 for a, x in zip(map(float, grid), map(float, GRID), strict=True))


def test_tanh_wrong_slope(example, verify):
    values = example("activations/tanh_wrong_slope").values
    z = [mpf("0.5"), mpf("1.5"), mpf(3)]
    verify("tanh(z)", values["y"], mpmath=[exact_tanh(x) for x in z])
    verify("1 - z^2", values["wrong"], exact=[mpf("0.75"), mpf("-1.25"), mpf(-8)])
    verify("tanh'(z)", values["right"], digits=10, central_difference=[derivative(exact_tanh, x) for x in z],
           complex_step=[complex_step(complex_tanh, float(x)) for x in z])


def test_tanh_sign_change(fact, verify):
    """Halve the interval in which 1 - z^2 changes its sign."""
    low, high = 0.0, 10.0
    while high - low > 1e-15:
        middle = (low + high) / 2
        low, high = (middle, high) if 1 - middle**2 > 0 else (low, middle)
        if middle in (low, high) and high - low < 1e-14:
            break
    values = fact("activations/tanh_sign_change", limit=np.round(high, 12))
    verify("where 1 - z^2 becomes negative", values["limit"], by_hand=1)


def test_tanh_rises_everywhere(claim):
    x = GRID[::20].tolist()
    held = all(activations.tanh_derivative(GRID) > 0) and all(derivative(exact_tanh, xi) > 0 for xi in x)
    claim("activations/tanh_rises_everywhere", bool(held))


def steps_in_closed_form(a, target):
    """Return after how many steps sum over directions of ((1 - rate lambda)^k error)^2 is small enough, without a step."""
    hessian = a.T @ a / len(a)
    eigenvalues, directions = np.linalg.eigh(hessian)
    errors = directions.T @ np.linalg.solve(hessian, a.T @ target / len(a))
    factors = 1 - 2 / (eigenvalues[0] + eigenvalues[-1]) * eigenvalues

    def left(count):
        return mpmath.norm([mpf(f) ** count * mpf(e) for f, e in zip(factors.tolist(), errors.tolist(), strict=True)])

    low, high = 0, 1000
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if left(middle) > mpf("1e-6") * left(0) else (low, middle)
    return high


def test_tanh_descent(example, verify):
    values = example("activations/tanh_descent").values
    expected = [[], []]
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        a, target = sigmoid(rng.normal(size=(100, 3))), rng.normal(size=100)
        expected[0].append(steps_in_closed_form(a, target))
        expected[1].append(steps_in_closed_form(a - 0.5, target))
    assert all(b < a for a, b in zip(*expected, strict=True))
    verify("steps of each draw", values["counts"], closed_form=expected)
    verify("median", values["median"], closed_form=[mpmath_median([mpf(count) for count in row]) for row in expected])


def last_finite(f, low, high):
    """Halve the interval in which f becomes infinite."""
    with np.errstate(over="ignore", invalid="ignore"):
        while high - low > 1e-9:
            middle = (low + high) / 2
            low, high = (middle, high) if np.isfinite(f(middle)) else (low, middle)
    return high


def test_tanh_overflow(fact, verify, claim):
    start = last_finite(np.exp, 0.0, 2000.0)
    square = last_finite(lambda x: (np.exp(2 * x) + 1) ** 2, 0.0, 2000.0)
    values = fact("activations/tanh_overflow", start=start, square=square)
    verify("where e^x overflows", values["start"], digits=10, closed_form=1024 * mpmath.log(2))
    verify("where (e^2x + 1)^2 overflows", values["square"], digits=10, closed_form=256 * mpmath.log(2))
    with np.errstate(over="ignore", invalid="ignore"):
        typed = (np.exp(711.0) - np.exp(-711.0)) / (np.exp(711.0) + np.exp(-711.0))
        slope = 4 * np.exp(2 * 360.0) / (np.exp(2 * 360.0) + 1) ** 2
    claim("activations/tanh_definition_overflows", bool(np.isnan(typed)))
    claim("activations/tanh_square_overflows", bool(np.isnan(slope)) and 1 - activations.tanh(360.0) ** 2 == 0.0)


def test_sums_leave_the_range(claim):
    """In every network of the page some weighted sum behind outputs of tanh is larger than 1."""
    held = [max(np.max(np.abs(z)) for z in forward("tanh", seed)[1:]) > 1 for seed in SEEDS]
    claim("activations/sums_leave_the_range", all(held), seeds=len(SEEDS))


def test_pixel_range(fact, verify):
    pixels = np.array([0, 255])
    half, shift = np.ptp(pixels) / 2, activations.tanh(1000.0)
    values = fact("activations/pixel_range", pixels=pixels, half=half, shift=shift, scaled=pixels / half - shift)
    verify("smallest and largest 8-bit pixel", values["pixels"], by_hand=[0, 255])
    verify("half of the range", values["half"], by_hand=mpf("127.5"))
    verify("what is subtracted", values["shift"], by_hand=1)
    verify("scaled", values["scaled"], by_hand=[-1, 1])
