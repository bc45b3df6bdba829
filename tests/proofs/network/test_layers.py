"""What the page about layers states beyond its programs."""

from fractions import Fraction

import mpmath
import numpy as np

from dlnotes import activations
from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network, Perceptron, weighted_sum
from oracle.activations import sigmoid
from oracle.precision import numbers


def test_output_ranges(fact, verify):
    low, high = activations.sigmoid(np.array([-1000.0, 1000.0])).tolist()
    total = float(activations.softmax([2.0, -1.0, 0.5]).sum())
    values = fact("network/output_ranges", sigmoid_lower=low, sigmoid_upper=high, softmax_sum=total)
    limits = [mpmath.limit(lambda n, sign=sign: sigmoid(sign * n), mpmath.inf) for sign in (-1, 1)]
    verify("where the sigmoid tends to", [values["sigmoid_lower"], values["sigmoid_upper"]], absolute=1e-15, mpmath=limits)
    verify("sum of the softmax", values["softmax_sum"], by_hand=1)


def by_hand(network, x):
    """Return what the layers of a network give at 50 digits, one after the other."""
    a = numbers(x)
    for layer in network.layers:
        z = [mpmath.fdot(numbers(row), a) + mpmath.mpf(b) for row, b in zip(layer.weights, layer.bias.tolist(), strict=True)]
        a = [max(mpmath.mpf(0), zi) for zi in z] if layer.activation == "relu" else [sigmoid(zi) for zi in z]
    return [float(ai) for ai in a]


def test_a_network_repeats_layers(claim):
    held = True
    for seed in range(20):
        rng = np.random.default_rng(seed)
        network = Network.from_sizes([4, 5, 3, 2], rng, output_activation="sigmoid")
        for layer in network.layers:
            layer.bias += rng.normal(size=layer.bias.shape)
        x = rng.normal(size=4)
        held &= np.allclose(network(x), by_hand(network, x), rtol=1e-12, atol=0)
    claim("network/network_repeats_layers", held, seeds=20)


def mistakes_with_bias(rate_of_bias):
    """Return the mistakes of each of 1,000 epochs on AND, where the bias learns at a rate of its own."""
    x, target = logic_gate("and")
    w, b, mistakes = np.zeros(2), 0.0, []
    for _ in range(1000):
        mistakes.append(0)
        for xi, ti in zip(x, target, strict=True):
            error = float(ti - Perceptron(w, b)(xi))
            w, b = w + error * xi, b + rate_of_bias * error
            mistakes[-1] += error != 0
    return mistakes


def test_and_needs_a_bias(claim):
    without, having = mistakes_with_bias(0.0), mistakes_with_bias(1.0)
    claim("network/and_needs_bias", min(without) > 0 and having[-1] == 0, ablation=True)


def test_the_unit_changes_the_weight(claim):
    per_km, per_meter = Fraction("1.2"), Fraction("1.2") / 1000
    kilometers = [Fraction(0), Fraction(2), Fraction(5)]
    fares = [per_km * km for km in kilometers] == [per_meter * (1000 * km) for km in kilometers]
    computed = weighted_sum([[1000 * float(km)] for km in kilometers], [float(per_meter)], 4.8)
    same = np.allclose(computed, weighted_sum([[float(km)] for km in kilometers], [float(per_km)], 4.8), rtol=1e-12)
    claim("network/unit_changes_weight", fares and same and per_meter < per_km)


def error_of(weights, x):
    """Tell whether a layer with these weights refuses an input."""
    try:
        Dense(weights)(x)
    except ValueError:
        return True
    return False


def test_a_transposed_matrix(claim):
    held = True
    for seed in range(40):
        rng = np.random.default_rng(seed)
        square, oblong, x = rng.normal(size=(3, 3)), rng.normal(size=(2, 3)), rng.normal(size=3)
        silent = not error_of(square.T, x) and not np.allclose(Dense(square)(x), Dense(square.T)(x))
        held &= silent and error_of(oblong.T, x) and not error_of(oblong, x)
    claim("network/transposed_is_silent", held, seeds=40)


def test_the_first_axis_stays(claim):
    network = Network.from_sizes([4, 5, 3, 2], np.random.default_rng(0))
    shapes = []
    for samples in (1, 8, 100):
        a = np.ones((samples, 4))
        for layer in network.layers:
            a = layer(a)
            shapes.append(a.shape)
    claim("network/batch_axis_stays", shapes == [(samples, units) for samples in (1, 8, 100) for units in (5, 3, 2)])
