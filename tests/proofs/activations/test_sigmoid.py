"""Proofs of what the page activations/sigmoid states beside its examples."""

import re
from decimal import Decimal
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.activations import sigmoid, sigmoid_derivative
from dlnotes.backpropagation import backpropagate
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
