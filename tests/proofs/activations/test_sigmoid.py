"""Proofs of what the page activations/sigmoid states beside its examples."""

import math
import re
from decimal import Decimal
from pathlib import Path

import mpmath
import numpy as np
import pytest
from mpmath import mpf

from dlnotes.activations import sigmoid, sigmoid_derivative
from dlnotes.backpropagation import backpropagate
from dlnotes.datasets import logic_gate
from dlnotes.losses import binary_crossentropy
from dlnotes.network import Dense, Network

EXAMPLES = Path(__file__).parents[3] / "docs" / "examples" / "activations"
SEEDS = 20
FAR = 1000.0


def exact_sigmoid(x):
    """Return 1 / (1 + e^-x) at the precision at work."""
    return 1 / (1 + mpmath.exp(-mpf(x)))


def test_sigmoid_range(fact, verify):
    values = fact(
        "activations/sigmoid_range",
        lower=sigmoid(-FAR), upper=sigmoid(FAR), denominator=1 / sigmoid(FAR),
        slope=max(sigmoid_derivative(-FAR), sigmoid_derivative(FAR)),
    )
    verify("limit on the left", values["lower"], by_hand=0)
    verify("limit on the right", values["upper"], by_hand=1)
    verify("limit of the denominator on the right", values["denominator"], by_hand=1)
    verify("limit of the slope on both sides", values["slope"], by_hand=0)


def test_decay(fact, verify, claim):
    """e^-|x| has its maximum at 0; the formula as it stands overflows far on the left, the code does not."""
    x = np.array([-1e308, -FAR, -1.0, 0.0, 1.0, FAR, 1e308])
    values = fact("activations/sigmoid_decay", largest=np.exp(-np.abs(x)).max())
    verify("largest e^-|x|", values["largest"], by_hand=1)
    with np.errstate(over="raise"):
        try:
            overflows = np.exp(FAR) < 0
        except FloatingPointError:
            overflows = True
        finite = np.all(np.isfinite(sigmoid(x)))
    claim("activations/sigmoid_never_overflows", overflows and finite and np.all(np.exp(-np.abs(x)) <= 1))


def test_the_typed_formula_overflows(fact, verify, claim):
    """Where e^-x passes the largest double; NumPy then goes on with infinity, Python's own exp stops."""
    low, high = 0.0, FAR
    with np.errstate(over="ignore"):
        while (middle := (low + high) / 2) not in (low, high):
            low, high = (middle, high) if np.isfinite(np.exp(middle)) else (low, middle)
    with pytest.warns(RuntimeWarning, match="overflow"):
        typed = 1 / (1 + np.exp(np.float64(FAR)))
    try:
        stops = math.exp(FAR) < 0
    except OverflowError:
        stops = True
    values = fact("activations/sigmoid_overflow", largest=low, value=typed)
    verify("largest power of e", values["largest"], closed_form=mpmath.log(mpf(2) ** 1024 - mpf(2) ** 970))
    verify("value", values["value"], by_hand=0)
    claim("activations/typed_sigmoid_overflows", stops and typed == 0)


def test_sigmoid_rounds_to_one(fact, verify, claim):
    low, high = 0.0, FAR
    while (middle := (low + high) / 2) not in (low, high):
        low, high = (low, middle) if sigmoid(middle) == 1 else (middle, high)
    values = fact("activations/sigmoid_rounds_to_one", start=high)
    verify("smallest x that gives 1", values["start"], closed_form=53 * mpmath.log(2))
    with mpmath.workdps(1000):
        below = exact_sigmoid(FAR) < 1
    claim("activations/sigmoid_rounds_to_one", below and sigmoid(36.0) < 1 and sigmoid(FAR) == 1)


def test_sigmoid_is_symmetric(fact, verify, claim):
    """The numbers are those that the page's example prints for 2 and -2."""
    shown = dict(re.findall(r"\( *(-?[\d.]+)\) = ([\d.]+)", (EXAMPLES / "sigmoid.out").read_text("utf-8")))
    values = fact("activations/sigmoid_is_symmetric", total=float(Decimal(shown["2.0"]) + Decimal(shown["-2.0"])))
    verify("sum of the values at 2 and -2", values["total"], by_hand=1)
    x = np.arange(0, 81) / 8
    claim("activations/sigmoid_is_symmetric", np.max(np.abs(sigmoid(x) + sigmoid(-x) - 1)) < 1e-15)


def test_a_saturated_neuron_hardly_learns(claim):
    """Only the bias of one hidden neuron differs, so that its weighted sum is 10 or 0; the same error arrives at both."""
    ratios = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, hidden, output = rng.normal(size=4), rng.normal(size=(3, 4)), rng.normal(size=(1, 3))
        steps = []
        for z in (10.0, 0.0):
            bias = np.array([z - hidden[0] @ x, 0.0, 0.0])
            network = Network([Dense(hidden, bias, "sigmoid"), Dense(output)])
            trace = backpropagate(network, x, network(x) - 1.0, loss="half_sum_squared_error")
            steps.append(np.linalg.norm(trace.gradients[0][0]))
        ratios.append(steps[0] / steps[1])
    claim("activations/a_saturated_neuron_hardly_learns", 0 < max(ratios) < 1e-3, seeds=SEEDS, ablation=True)


def test_little_reaches_the_first_layer(claim):
    """Ten layers of sigmoids with Xavier weights; with weights 8 times as large, more arrives in the middle of the runs."""
    shares = {}
    for scale in (1.0, 8.0):
        shares[scale] = []
        for seed in range(SEEDS):
            rng = np.random.default_rng(seed)
            x, y_true = rng.normal(size=32), rng.normal(size=32)
            network = Network.from_sizes([32] * 12, rng, hidden_activation="sigmoid")
            for layer in network.layers:
                layer.weights *= scale
            deltas = [layer.delta for layer in backpropagate(network, x, y_true, loss="half_sum_squared_error").layers]
            shares[scale].append(np.linalg.norm(deltas[0]) / np.linalg.norm(deltas[9]))
    held = max(shares[1.0]) < 1e-5 and np.median(shares[8.0]) > 1000 * np.median(shares[1.0])
    claim("activations/little_reaches_the_first_layer", held, seeds=SEEDS)


def test_saturation_holds_a_gate(claim):
    """A nudge of 0.5 to the logit moves a saturated gate by less than a hundredth of what it moves one at 0."""
    def moved(logit):
        return abs(sigmoid(logit + 0.5) - sigmoid(logit))

    shut, half, opened = sigmoid(-10.0), sigmoid(0.0), sigmoid(10.0)
    kept = shut < 1e-4 and half**100 < 1e-30 and opened**100 > 0.99       # a memory after 100 steps through the gate
    claim("activations/saturation_holds_a_gate", kept and max(moved(-10.0), moved(10.0)) < moved(0.0) / 100, ablation=True)


def test_logits_are_more_accurate(claim):
    """The loss from logits keeps its digits where the one from probabilities has lost them all."""
    errors = {True: [], False: []}
    for logit in (5.0, 20.0, 30.0, 36.0):
        exact = mpmath.log(1 + mpmath.exp(-mpf(logit)))
        for from_logits in errors:
            given = logit if from_logits else sigmoid(logit)
            errors[from_logits].append(abs(binary_crossentropy([1.0], [given], from_logits=from_logits) / exact - 1))
    worse = all(rough > fine for fine, rough in zip(*errors.values(), strict=True))
    infinite = binary_crossentropy([0.0], [sigmoid(40.0)]) == np.inf
    right = abs(binary_crossentropy([0.0], [40.0], from_logits=True) - 40) < 1e-12
    claim("activations/logits_are_more_accurate", worse and max(errors[True]) < 1e-14 and infinite and right)


def test_the_difference_is_lost(claim):
    x = np.array([37.0, 40.0, 100.0, 700.0])
    claim("activations/the_difference_is_lost", np.all(1 - sigmoid(x) == 0) and np.all(np.diff(sigmoid(-x)) < 0))


def test_the_derivative_takes_the_input(claim):
    """Given the output, it answers all the same, and wrongly at every input of the page's table."""
    x = np.array([-10.0, -5.0, -2.0, 0.0, 2.0, 5.0, 10.0])
    wrong = np.abs(sigmoid_derivative(sigmoid(x)) - sigmoid_derivative(x))
    claim("activations/the_derivative_takes_the_input", np.all(np.isfinite(wrong)) and wrong.min() > 0.01)


def halved_tanh(x):
    """Return the sigmoid as half a hyperbolic tangent, in float64."""
    return (1 + np.tanh(x / 2)) / 2


def test_sigmoid_by_hand(example, verify):
    values = example("activations/sigmoid_by_hand").values
    shown = [-1000, -2, 0, 2, 1000]
    printed = re.findall(r"= ([\d.]+)", (EXAMPLES / "sigmoid_by_hand.out").read_text("utf-8"))
    verify("sigmoid(x)", [values["sigmoid"](x) for x in shown], mpmath=[exact_sigmoid(x) for x in shown])
    verify("printed", printed, mpmath=[exact_sigmoid(x) for x in shown])
    grid = [number / 8 for number in range(-5600, 5601, 7)]
    with np.errstate(over="raise"):
        by_hand = [values["sigmoid"](x) for x in grid]
    verify("sigmoid(x) on a grid", by_hand, mpmath=[exact_sigmoid(x) for x in grid])
    assert np.allclose(by_hand, sigmoid(grid), rtol=1e-13, atol=0)


def test_sigmoid_derivative_by_hand(example, verify):
    values = example("activations/sigmoid_derivative_by_hand").values
    slopes = [1 / (4 * mpmath.cosh(mpf(x) / 2) ** 2) for x in (-2, 0, 2)]
    differences = [mpmath.diff(exact_sigmoid, x) for x in (-2, 0, 2)]
    verify("sigmoid'(x)", values["slope"], closed_form=slopes, mpmath=differences)
    verify("sigmoid'(x), measured", values["ratio"], digits=9, closed_form=slopes, mpmath=differences)
    assert np.allclose(values["slope"], sigmoid_derivative(values["x"]), rtol=1e-14, atol=0)


def steps_until_right(start, squared):
    """Count steps of gradient descent on x until the output is on the side of its target 1, in mpmath."""
    x, count = mpf(start), 0
    while x < 0:
        y = exact_sigmoid(x)
        x, count = x + (2 * y * (1 - y) ** 2 if squared else 1 / (1 + mpmath.exp(x))), count + 1
    return count


def test_sigmoid_confidently_wrong(example, verify):
    values = example("activations/sigmoid_confidently_wrong").values
    for name, squared in (("squared", True), ("entropy", False)):
        verify(name, values[name], counting=[steps_until_right(x, squared) for x in (-2, -5, -10)])


def test_targets(fact, verify):
    _, labels = logic_gate("and")
    values = fact("activations/targets", yes=labels.max(), no=labels.min())
    verify("yes", values["yes"], by_hand=1)
    verify("no", values["no"], by_hand=0)


def steps_to_nine_of_ten(seed, squared):
    """Count steps of gradient descent until 90 % are right, from weights that point the wrong way; loops, no matrices."""
    rng = np.random.default_rng(seed)
    x, line = rng.normal(size=(200, 2)), rng.normal(size=2)
    line = line / np.hypot(*line)
    t = [1 if p * line[0] + q * line[1] > 0 else 0 for p, q in x]
    v, w, count = -10 * line[0], -10 * line[1], 0
    while True:
        z = x[:, 0] * v + x[:, 1] * w
        if sum((zi > 0) == (ti == 1) for zi, ti in zip(z, t, strict=True)) >= 180:
            return count
        y = halved_tanh(z)
        pull = (y - t) / (2 * np.cosh(z / 2) ** 2) if squared else y - t
        v, w, count = v - np.mean(pull * x[:, 0]), w - np.mean(pull * x[:, 1]), count + 1


def test_sigmoid_losses(example, fact, verify, claim):
    values = example("activations/sigmoid_losses").values
    counts = {squared: sorted(steps_to_nine_of_ten(seed, squared) for seed in range(SEEDS)) for squared in (True, False)}
    expected = [[c[0], (c[9] + c[10]) / 2, c[-1]] for c in counts.values()]
    verify("fewest, median, most", values["summary"], counting=expected)
    stated = fact("activations/sigmoid_losses_runs", seeds=values["seed"] + 1, samples=len(values["x"]))
    verify("seeds", stated["seeds"], by_hand=SEEDS)
    verify("samples", stated["samples"], by_hand=200)
    claim("activations/squared_error_is_slower", counts[True][0] > 10 * counts[False][-1], seeds=SEEDS, ablation=True)


def test_sigmoid_calibration(example, verify, claim):
    values = example("activations/sigmoid_calibration").values
    found, same = {1: [], 3: []}, True
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        z = rng.normal(scale=1.5, size=20_000)
        t = rng.random(z.size) < halved_tanh(z)
        for factor, shares in found.items():
            low, high = (np.log(y / (1 - y)) / factor for y in (0.88, 0.92))
            near = t[(z > low) & (z < high)].tolist()
            shares.append(sum(near) / len(near))
        same = same and np.array_equal(sigmoid(z) > 0.5, sigmoid(3 * z) > 0.5)
    for name, shares in zip(("honest", "tripled"), map(sorted, found.values()), strict=True):
        verify(name, values[name], mpmath=[shares[0], (mpf(shares[9]) + mpf(shares[10])) / 2, shares[-1]])
    verify("factors", values["factors"], counting=list(found))
    claim("activations/same_answers_other_confidence", same and max(found[3]) < 0.72 and min(found[1]) > 0.88,
          seeds=SEEDS, ablation=True)


def test_overconfident(fact, verify):
    """What is true where a network with logits three times too large says 0.9: the cube root of 9 against 1."""
    z = np.log(9.0) / 3
    values = fact("activations/overconfident", says=sigmoid(3 * z), true=sigmoid(z))
    verify("it says", values["says"], by_hand=mpf(9) / 10)
    verify("it is", values["true"], closed_form=mpmath.cbrt(9) / (1 + mpmath.cbrt(9)))


def test_sigmoid_inverse(example, verify):
    values = example("activations/sigmoid_inverse").values
    verify("logit(sigmoid(x))", values["back"], by_hand=[-3, 0, 2], absolute=1e-14)
    verify("logit(0.9)", values["logit"](0.9), closed_form=2 * mpmath.log(3))
    grid = [number / 4 for number in range(-40, 41)]
    assert np.allclose(values["logit"](sigmoid(grid)), grid, atol=1e-11)


def test_sigmoid_wrong_slope(example, verify, fact, claim):
    values = example("activations/sigmoid_wrong_slope").values
    outputs = [exact_sigmoid(x) for x in (0, 2, 10)]
    slopes = [1 / (4 * mpmath.cosh(y / 2) ** 2) for y in outputs]
    verify("sigmoid'(y)", values["slope"], closed_form=slopes, mpmath=[mpmath.diff(exact_sigmoid, y) for y in outputs])
    found = sigmoid_derivative(sigmoid(np.linspace(-40, 40, 4001)))
    stated = fact("activations/slope_of_the_output", least=found.min(), most=found.max())
    least = 1 / (4 * mpmath.cosh(mpf(1) / 2) ** 2)
    verify("least slope'", stated["least"], closed_form=least, mpmath=mpmath.diff(exact_sigmoid, 1))
    verify("largest slope'", stated["most"], by_hand=mpf(1) / 4, mpmath=mpmath.diff(exact_sigmoid, 0))
    claim("activations/wrong_slope_hides_saturation", found.min() > 0.19 and sigmoid_derivative(10.0) < 1e-4)


def test_hidden_units_need_not_saturate(claim):
    """A hidden layer of eight sigmoids learns a circle; many of its outputs stay far from 0 and 1."""
    inside, right = [], []                                # of each run
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x = rng.uniform(-1, 1, size=(200, 2))
        t = (np.hypot(*x.T) < 0.7).astype(float)[:, np.newaxis]
        network = Network.from_sizes([2, 8, 1], rng, hidden_activation="sigmoid", output_activation="sigmoid")
        for _ in range(1000):
            gradients = backpropagate(network, x, t, "binary_crossentropy").gradients
            for parameter, gradient in zip(network.parameters, gradients, strict=True):
                parameter -= 2.0 * gradient
        hidden = network.layers[0](x)
        inside.append(float(np.mean((hidden > 0.05) & (hidden < 0.95))))
        right.append(float(np.mean((network(x) > 0.5) == t)))
    claim("activations/hidden_units_need_not_saturate", min(right) > 0.9 and min(inside) > 0.2, seeds=SEEDS)
