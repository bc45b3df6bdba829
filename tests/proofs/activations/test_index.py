"""Proofs of what the page activations/index states beside its examples."""

from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations
from dlnotes.backpropagation import backpropagate
from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network

SEEDS = 20
HALVES = np.arange(1, 25) / 8        # 0.125 to 3: the inputs on one side of 0


def random_layers(rng, sizes):
    """Return linear layers with random weights and biases."""
    return [Dense(rng.normal(size=(m, n)), rng.normal(size=m)) for n, m in pairwise(sizes)]


def merged(layers):
    """Return the one linear layer that linear layers amount to."""
    weights, bias = np.eye(layers[0].weights.shape[1]), np.zeros(layers[0].weights.shape[1])
    for layer in layers:
        weights, bias = layer.weights @ weights, layer.weights @ bias + layer.bias
    return Dense(weights, bias)


def test_linear_layers_are_one(claim):
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        layers, x = random_layers(rng, [3, 6, 4, 5, 2]), rng.normal(size=(50, 3))
        one = merged(layers)
        held.append(np.allclose(Network(layers)(x), one(x), rtol=1e-10, atol=1e-10))
        layers[1].activation = "relu"
        held.append(not np.allclose(Network(layers)(x), one(x), rtol=1e-10, atol=1e-10))
    claim("activations/linear_layers_are_one", all(held), seeds=SEEDS)


def test_relu_is_no_matrix(claim):
    """A matrix M gives M(-x) = -Mx; the first seed draws the weights of the page's example."""
    sums, linear = [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        first, second, x = rng.normal(size=(4, 3)), rng.normal(size=(2, 4)), rng.normal(size=3)
        sums.append(np.abs(second @ activations.relu(first @ x) + second @ activations.relu(first @ -x)).max())
        linear.append(np.abs(second @ (first @ x) + second @ (first @ -x)).max())
    claim("activations/relu_is_no_matrix", min(sums) > 1e-3 and max(linear) < 1e-12, seeds=SEEDS)


def test_linear_answers_on_the_square(claim):
    """Whatever the weights: the answers to (0, 0) and (1, 1) sum to the same as those to (0, 1) and (1, 0)."""
    x, _ = logic_gate("xor")
    differences = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        for layers in (random_layers(rng, [2, 1]), random_layers(rng, [2, 5, 5, 1])):
            y = Network(layers)(x)[:, 0]
            differences.append(y[0] + y[3] - y[1] - y[2])
    claim("activations/linear_answers_on_the_square", np.max(np.abs(differences)) < 1e-12, seeds=SEEDS)


def test_xor_sums(fact, verify):
    x, y_true = logic_gate("xor")
    equal = x[:, 0] == x[:, 1]
    values = fact("activations/xor_sums", equal=y_true[equal].sum(), different=y_true[~equal].sum())
    verify("targets of (0, 0) and (1, 1), sum", values["equal"], counting=(0 ^ 0) + (1 ^ 1))
    verify("targets of (0, 1) and (1, 0), sum", values["different"], counting=(0 ^ 1) + (1 ^ 0))


def test_half_is_the_best_linear_answer(claim):
    """No linear answer has a smaller squared error on XOR than 0.5 everywhere, near it or far from it."""
    x, y_true = logic_gate("xor")
    best = np.mean((0.5 - y_true) ** 2)
    errors = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        for scale in (1e-3, 0.1, 1.0, 10.0):
            neuron = Dense(scale * rng.normal(size=(1, 2)), 0.5 + scale * rng.normal(size=1))
            errors.append(np.mean((neuron(x)[:, 0] - y_true) ** 2))
    claim("activations/half_is_the_best_linear_answer", min(errors) > best, seeds=SEEDS)


def test_only_the_step_is_on_or_off(claim):
    x = np.concatenate([-HALVES, HALVES])
    values = {name: len(np.unique(getattr(activations, name)(x))) for name in
              ("identity", "step", "sigmoid", "tanh", "relu", "leaky_relu")}
    others = [count for name, count in values.items() if name != "step"]
    claim("activations/only_the_step_is_on_or_off", values["step"] == 2 and min(others) > 2)


def test_step_slope(fact, verify):
    slope = np.unique(activations.step_derivative(np.concatenate([-HALVES, HALVES])))
    values = fact("activations/step_slope", slope=slope)
    verify("slope of the step beside the jump", values["slope"], mpmath=mpmath.diff(lambda t: mpf(t > 0), mpf("0.125")))


def test_step_stops_gradients(claim, monkeypatch):
    """The weights in front of a step get the gradient 0; a slope of 1 in its place, and nothing else changed, moves them."""
    still, moving = [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, y_true = rng.normal(size=(8, 2)), rng.normal(size=(8, 1))
        hidden, output = random_layers(rng, [2, 4, 1])
        hidden.activation = "step"
        weights, bias, behind, _ = backpropagate(Network([hidden, output]), x, y_true, "mean_squared_error").gradients
        still.append(not weights.any() and not bias.any() and behind.any())
        with monkeypatch.context() as patch:
            patch.setitem(activations.ACTIVATIONS, "step", (activations.step, np.ones_like))
            weights, bias, _, _ = backpropagate(Network([hidden, output]), x, y_true, "mean_squared_error").gradients
            moving.append(weights.any() and bias.any())
    claim("activations/step_stops_gradients", all(still) and all(moving), seeds=SEEDS, ablation=True)


def test_slopes_fade(claim):
    """Away from 0 the slopes of sigmoid and tanh fall on both sides; those of ReLU and Leaky ReLU stay on the positive one."""
    x = np.concatenate([[0.0], HALVES])
    fading = [
        np.diff(getattr(activations, f"{name}_derivative")(side * x)).max() < 0
        for name in ("sigmoid", "tanh") for side in (1, -1)
    ]
    staying = [np.ptp(getattr(activations, f"{name}_derivative")(HALVES)) == 0 for name in ("relu", "leaky_relu")]
    claim("activations/slopes_fade", all(fading) and all(staying))


def xor_network(x):
    """Return the outputs of the page's XOR network, its weights written here a second time."""
    hidden = Dense([[1.0, 1.0], [1.0, 1.0]], bias=[0.0, -1.0], activation="relu")
    return Network([hidden, Dense([[1.0, -2.0]])])(x)[:, 0]


def test_xor_relu_peak(fact, verify, claim):
    sums = np.arange(-64, 257) / 64
    outputs = xor_network(np.column_stack([sums / 2, sums / 2]))
    values = fact("activations/xor_relu_peak", total=sums[np.argmax(outputs)])
    verify("sum of the inputs where the output is largest", values["total"], by_hand=1)
    elsewhere = xor_network(np.column_stack([sums - 0.25, np.full(sums.size, 0.25)]))
    falling = np.diff(outputs[sums >= 1]).max() < 0
    claim("activations/xor_relu_peak", falling and np.array_equal(outputs, elsewhere) and np.sum(outputs == outputs.max()) == 1)
