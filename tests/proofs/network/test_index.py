"""What the page about neural networks states beyond its programs."""

from fractions import Fraction
from itertools import product

import mpmath
import numpy as np

from dlnotes import network
from dlnotes.activations import relu
from dlnotes.network import Dense, Network
from oracle.precision import numbers

POINTS = [(0, 0), (0, 1), (1, 0), (1, 1)]
XOR = [0, 1, 1, 0]
GRID = list(product(np.linspace(-3.0, 3.0, 13), repeat=2))


def first_network(activation):
    """Return the network of the page, with an activation of choice in its hidden layer."""
    return Network([Dense([[1, 1], [1, 1]], bias=[0, -1], activation=activation), Dense([[1, -2]], bias=[0])])


def test_relu_of_negative_numbers(fact, verify):
    negative = -np.logspace(-300, 300, 61)
    values = fact("network/relu_below_zero", output=float(np.max(np.abs(relu(negative)))))
    verify("largest output for a negative number", values["output"], by_hand=0)


def test_a_hidden_layer_solves_xor(claim):
    claim("network/hidden_layer_solves_xor", first_network("relu")(POINTS)[:, 0].tolist() == XOR)


def test_xor_is_gone_without_relu(claim):
    with_relu, without = first_network("relu"), first_network("identity")
    collapsed = all(without([x1, x2])[0] == 2 - x1 - x2 for x1, x2 in GRID)
    only_the_activation_differs = all(np.array_equal(a, b) for a, b in zip(with_relu.parameters, without.parameters, strict=True))
    bent = any(with_relu([x1, x2])[0] != 2 - x1 - x2 for x1, x2 in GRID)
    gone = without(POINTS)[:, 0].tolist() != XOR
    claim("network/xor_needs_relu", collapsed and only_the_activation_differs and bent and gone, ablation=True)


def one_layer(layers):
    """Return (W, b) of the one layer that equals layers without activations: each is put into the next, exactly."""
    weights, bias = mpmath.matrix(layers[0].weights.tolist()), mpmath.matrix(numbers(layers[0].bias))
    for layer in layers[1:]:
        following = mpmath.matrix(layer.weights.tolist())
        weights, bias = following * weights, following * bias + mpmath.matrix(numbers(layer.bias))
    return weights, bias


def is_one_layer(activation, seed):
    """Tell whether three random layers with an activation between them agree with their one layer on random samples."""
    rng = np.random.default_rng(seed)
    layers = Network.from_sizes([3, 5, 4, 2], rng, hidden_activation=activation).layers
    for layer in layers:
        layer.bias += rng.normal(size=layer.bias.shape)
    samples = rng.normal(size=(10, 3))
    weights, bias = one_layer(layers)
    expected = [[float(y) for y in weights * mpmath.matrix(numbers(sample)) + bias] for sample in samples]
    return np.allclose(Network(layers)(samples), expected, rtol=1e-12, atol=1e-12)


def test_layers_without_an_activation_are_one_layer(claim):
    collapse = all(is_one_layer("identity", seed) for seed in range(20))
    relu_does_not = not any(is_one_layer("relu", seed) for seed in range(20))
    claim("network/layers_collapse", collapse and relu_does_not, seeds=20, ablation=True)


def test_every_layer_uses_weighted_sum(claim, monkeypatch):
    calls, original = [], network.weighted_sum

    def counted(x, weights, bias=0.0):
        calls.append(np.shape(weights))
        return original(x, weights, bias)

    monkeypatch.setattr(network, "weighted_sum", counted)
    Network.from_sizes([4, 5, 3, 2], np.random.default_rng(0))([0.5, -1.0, 2.0, 1.5])
    claim("network/every_layer_weighs", calls == [(5, 4), (3, 5), (2, 3)])


def test_relu_passes_positive_sums(claim):
    layer = first_network("relu").layers[0]
    sums, x = [3 + 0.5 + 0, 3 + 0.5 - 1], [3.0, 0.5]
    unchanged = min(sums) > 0 and layer(x).tolist() == sums
    output = sums[0] - 2 * sums[1]
    claim("network/point_passes_relu", unchanged and first_network("relu")(x)[0] == output and not 0 <= output <= 1)


def test_first_network_by_hand(example, verify, claim):
    values = example("network/first_network_by_hand").values
    verify("answers", values["answers"], by_hand=XOR)
    w1, b1, w2, b2 = (values[name] for name in ("W1", "b1", "W2", "b2"))
    ours = [float(values["network"](np.array(x), w1, b1, w2, b2)[0]) for x in GRID]
    by_package = [float(first_network("relu")(x)[0]) for x in GRID]
    expected = [float(tent(*x)) for x in GRID]
    claim("network/first_network_by_hand_agrees", np.allclose(ours, expected) and np.allclose(by_package, expected))


def tent(x1, x2):
    """Return the first network's output at 50 digits: up to a sum of 1, and down from there."""
    total = mpmath.mpf(x1) + mpmath.mpf(x2)
    return mpmath.mpf(0) if total <= 0 else total if total <= 1 else 2 - total


def test_first_network_equal(example, verify):
    values = example("network/first_network_equal").values
    verify("y", values["y"], counting=[int(p == q) for p, q in POINTS])


def test_where_the_output_turns(fact, verify):
    sums = [Fraction(number, 8) for number in range(-8, 25)]
    outputs = [float(first_network("relu")([float(total), 0.0])[0]) for total in sums]
    values = fact("network/tent", peak=float(sums[outputs.index(max(outputs))]))
    verify("the sum with the largest output", values["peak"], mpmath=float(max(sums, key=lambda total: tent(float(total), 0))))


def test_scaled_weights(claim):
    scaled = Network([Dense([[2, 2], [1, 1]], bias=[0, -1], activation="relu"), Dense([[0.5, -2]], bias=[0])])
    claim("network/scaled_weights_agree", all(scaled(x)[0] == first_network("relu")(x)[0] for x in GRID))


def test_a_bent_output(claim):
    bent = Network([first_network("relu").layers[0], Dense([[1, -2]], [0], activation="relu")])
    cut = all(bent(x)[0] == max(tent(*x), 0) for x in GRID)
    claim("network/bent_output_cuts", cut and bent(POINTS)[:, 0].tolist() == XOR and min(tent(*x) for x in GRID) < 0)


def test_first_network_bent_output(example, verify):
    values = example("network/first_network_bent_output").values
    at = [(1, 1), (1, 0), (3, 0.5)]
    verify("right", [values["right"](list(map(float, x)))[0] for x in at], mpmath=[tent(*x) for x in at])
    verify("bent", [values["wrong"](list(map(float, x)))[0] for x in at], mpmath=[max(tent(*x), 0) for x in at])


def test_the_second_neuron(claim):
    second = first_network("relu").layers[0](POINTS)[:, 1]
    claim("network/second_neuron_at_one_point", [point for point, h in zip(POINTS, second, strict=True) if h > 0] == [(1, 1)])
