"""Weighted sums, the perceptron and layers, against loops and hand-set gates."""

import numpy as np
import pytest

from dlnotes import datasets
from dlnotes.network import Dense, Network, Perceptron, weighted_sum

rng = np.random.default_rng(0)


def test_weighted_sum_is_the_loop():
    x, weights, bias = rng.normal(size=(4, 3)), rng.normal(size=(2, 3)), rng.normal(size=2)
    expected = np.empty((4, 2))
    for n in range(4):
        for unit in range(2):
            expected[n, unit] = sum(x[n, i] * weights[unit, i] for i in range(3)) + bias[unit]
    np.testing.assert_allclose(weighted_sum(x, weights, bias), expected, rtol=1e-14)
    np.testing.assert_allclose(weighted_sum(x[0], weights, bias), expected[0], rtol=1e-14)
    np.testing.assert_allclose(weighted_sum(x, weights[0], bias[0]), expected[:, 0], rtol=1e-14)
    np.testing.assert_allclose(weighted_sum(x[0], weights[0], bias[0]), expected[0, 0], rtol=1e-14)
    np.testing.assert_allclose(weighted_sum(x, weights), expected - bias, rtol=1e-12)


@pytest.mark.parametrize(
    ("x", "weights", "bias", "message"),
    [
        ([1.0], [[1.0, 2.0]], 0.0, r"^x: expected shape \(2,\) or \(N, 2\) to fit weights \(1, 2\), given \(1,\)"),
        (1.0, [1.0], 0.0, r"^x: expected shape \(1,\) or \(N, 1\)"),
        ([[[1.0]]], [1.0], 0.0, r"^x: expected shape \(1,\) or \(N, 1\)"),
        ([1.0], [[[1.0]]], 0.0, r"^weights: expected shape \(inputs,\) or \(units, inputs\), given \(1, 1, 1\)"),
        ([1.0], 1.0, 0.0, r"^weights: expected shape \(inputs,\) or \(units, inputs\), given \(\)"),
        ([1.0], [[1.0], [2.0]], [1.0], r"^bias: expected one for each unit, shape \(2,\), given \(1,\)"),
        ([1.0], [1.0], [1.0], r"^bias: expected one for each unit, shape \(\), given \(1,\)"),
    ],
)
def test_weighted_sum_refuses_shapes_that_do_not_fit(x, weights, bias, message):
    with pytest.raises(ValueError, match=message):
        weighted_sum(x, weights, bias)


@pytest.mark.parametrize(
    ("gate", "weights", "bias"), [("and", [1, 1], -1.5), ("or", [1, 1], -0.5), ("nand", [-1, -1], 1.5)]
)
def test_hand_set_perceptrons_are_gates(gate, weights, bias):
    x, y = datasets.logic_gate(gate)
    np.testing.assert_array_equal(Perceptron(weights, bias)(x), y)


@pytest.mark.parametrize("gate", ["and", "or", "nand"])
def test_perceptron_learns_what_a_line_separates(gate):
    x, y = datasets.logic_gate(gate)
    perceptron = Perceptron([0.0, 0.0])
    mistakes = [perceptron.learn(x, y) for _ in range(20)]
    assert mistakes[0] > 0
    assert mistakes[-1] == 0
    np.testing.assert_array_equal(perceptron(x), y)


def test_perceptron_never_learns_xor():
    x, y = datasets.logic_gate("xor")
    perceptron = Perceptron([0.0, 0.0])
    assert all(perceptron.learn(x, y) > 0 for _ in range(200))


def test_perceptron_rule_by_hand():
    perceptron = Perceptron([0.5, -0.5], bias=0.25)
    # Sample 1: 0.5 + 0.25 > 0, label 0: w -= 2 * 0.5 * (1, 0), b -= 1. Sample 2: -0.5 * 2 - 0.75 <= 0, label 1:
    # w += (1, 2) after which sample 3, 0.5 * 3 + 1.5 * 1 + 0.25 > 0, is right.
    assert perceptron.learn([[1, 0], [1, 2], [3, 1]], [0, 1, 1], learning_rate=1.0) == 2
    np.testing.assert_array_equal(perceptron.weights, [0.5, 1.5])
    assert perceptron.bias == 0.25
    assert perceptron.learn([[-4.0, 0.0]], [1], learning_rate=0.5) == 1
    np.testing.assert_array_equal(perceptron.weights, [-1.5, 1.5])
    assert perceptron.bias == 0.75


def test_perceptron_defaults():
    perceptron = Perceptron([1.0])
    assert perceptron.bias == 0.0
    perceptron.learn([[-3.0]], [1])
    assert (perceptron.weights[0], perceptron.bias) == (-2.0, 1.0)


def test_perceptron_on_its_boundary_says_zero():
    assert Perceptron([1.0], bias=-1.0)([1.0]) == 0.0


def test_perceptron_owns_its_weights_and_is_not_left_half_updated():
    weights = np.array([1.0, 1.0])
    perceptron = Perceptron(weights)
    for x, y, message in (
        ([[1.0, 1.0], [1.0, np.nan]], [0, 1], "^x: expected finite"),
        ([[1.0, 1.0], [1.0, 1.0]], [0, 2], "^y_true: expected 2 labels of 0 or 1"),
        ([[1.0, 1.0], [1.0, 1.0]], [0], "^y_true: expected 2 labels of 0 or 1"),
        ([1.0, 1.0], [0], r"^x: expected shape \(N, 2\), given \(2,\)"),
        ([[1.0]], [0], r"^x: expected shape \(N, 2\), given \(1, 1\)"),
    ):
        with pytest.raises(ValueError, match=message):
            perceptron.learn(x, y)
    for rate in (0.0, -1.0, np.nan):
        with pytest.raises(ValueError, match=r"^learning_rate: expected a finite number above 0"):
            perceptron.learn([[1.0, 1.0]], [0], learning_rate=rate)
    np.testing.assert_array_equal(perceptron.weights, [1.0, 1.0])
    perceptron.learn([[1.0, 1.0]], [0])
    np.testing.assert_array_equal(weights, [1.0, 1.0])
    with pytest.raises(ValueError, match=r"^weights: expected shape \(inputs,\), given \(1, 2\)"):
        Perceptron([[1.0, 1.0]])
    with pytest.raises(ValueError, match=r"^weights: expected finite"):
        Perceptron([np.inf])
    with pytest.raises(TypeError, match=r"^bias: expected a real number"):
        Perceptron([1.0], bias="high")


def test_dense_copies_and_computes():
    weights, bias = np.array([[1, 2], [3, -4]]), np.array([0.5, 0.0])
    layer = Dense(weights, bias, activation="relu")
    weights[...], bias[...] = 0, 0.0
    np.testing.assert_array_equal(layer([1.0, 1.0]), [3.5, 0.0])
    np.testing.assert_array_equal(layer([[1.0, 1.0], [2.0, 0.0]]), [[3.5, 0.0], [2.5, 6.0]])
    np.testing.assert_array_equal(layer.weighted_sum([1.0, 1.0]), [3.5, -1.0])
    np.testing.assert_array_equal(layer.activate([-1.0, 1.0]), [0.0, 1.0])
    assert layer.weights.dtype == np.float64
    assert Dense([[1.0]]).activation == "identity"
    assert Dense([[1.0]]).bias is None
    layer.weights[...] = 1.0  # live
    np.testing.assert_array_equal(layer([1.0, 1.0]), [2.5, 2.0])


def test_dense_refuses_what_does_not_fit():
    for weights in ([1.0], 1.0, [[[1.0]]], np.zeros((0, 2)), np.zeros((2, 0))):
        with pytest.raises(ValueError, match=r"^weights: expected shape \(units, inputs\), given"):
            Dense(weights)
    for bias in (1.0, [1.0, 2.0], [[1.0]]):
        with pytest.raises(ValueError, match=r"^bias: expected shape \(1,\), given"):
            Dense([[1.0, 2.0]], bias)
    with pytest.raises(ValueError, match=r"^weights: expected finite"):
        Dense([[np.nan]])
    with pytest.raises(ValueError, match=r"^bias: expected finite"):
        Dense([[1.0]], [np.inf])
    names = "elu, gelu, identity, leaky_relu, log_softmax, relu, sigmoid, silu, softmax, softplus, step, tanh"
    for name in ("prelu", "Relu", "relu_derivative", "np", "_slopes", ""):
        with pytest.raises(ValueError, match=rf"^activation: expected one of {names}, given '{name}'$"):
            Dense([[1.0]], activation=name)


def test_layers_must_fit_each_other():
    with pytest.raises(ValueError, match=r"^layers: expected 2 inputs of layer 2, given 3"):
        Network([Dense(np.ones((2, 3))), Dense(np.ones((1, 3)))])
    with pytest.raises(ValueError, match=r"^layers: expected at least one layer, given none"):
        Network([])


def test_network_parameters_are_live_and_in_order():
    network = Network([Dense([[1.0, 2.0]], [3.0]), Dense([[4.0]]), Dense([[5.0]], [6.0])])
    assert [p.tolist() for p in network.parameters] == [[[1.0, 2.0]], [3.0], [[4.0]], [[5.0]], [6.0]]
    for p in network.parameters:
        p += 1.0
    assert network([1.0, 1.0]).tolist() == [((2 + 3 + 4) * 5) * 6 + 7]
    assert network([[1.0, 1.0], [0.0, 0.0]]).tolist() == [[277.0], [127.0]]
    with pytest.raises(ValueError, match=r"^x: expected finite"):
        network([np.inf, 0.0])
    with pytest.raises(ValueError, match=r"^x: expected shape"):
        network([1.0])


def test_linear_layers_collapse_to_one():
    first, second = rng.normal(size=(4, 3)), rng.normal(size=(2, 4))
    x = rng.normal(size=(5, 3))
    np.testing.assert_allclose(Network([Dense(first), Dense(second)])(x), x @ (second @ first).T, rtol=1e-12)


def test_hand_set_network_computes_xor():
    x, y = datasets.logic_gate("xor")
    network = Network([Dense([[1, 1], [-1, -1]], [-0.5, 1.5], "step"), Dense([[1, 1]], [-1.5], "step")])
    np.testing.assert_array_equal(network(x)[:, 0], y)


def test_network_from_sizes():
    network = Network.from_sizes([3, 5, 4, 2], np.random.default_rng(1), "tanh", "softmax", "he_normal")
    assert [layer.weights.shape for layer in network.layers] == [(5, 3), (4, 5), (2, 4)]
    assert [layer.activation for layer in network.layers] == ["tanh", "tanh", "softmax"]
    assert all(layer.bias is not None and not layer.bias.any() for layer in network.layers)
    again = np.random.default_rng(1)
    for layer in network.layers:
        units, inputs = layer.weights.shape
        np.testing.assert_array_equal(layer.weights, again.normal(0.0, np.sqrt(2.0 / inputs), (units, inputs)))
    plain = Network.from_sizes([2, 3, 1], np.random.default_rng(1))
    assert [layer.activation for layer in plain.layers] == ["relu", "identity"]
    bound = np.sqrt(6.0 / 5.0)
    np.testing.assert_array_equal(
        plain.layers[0].weights, np.random.default_rng(1).uniform(-bound, bound, (3, 2))
    )


@pytest.mark.parametrize(
    ("sizes", "options", "message"),
    [
        ([3], {}, r"^sizes: expected the inputs and at least one layer, given \[3\]"),
        ([3, 0], {}, "^sizes: expected at least 1, given 0"),
        ([3, 2], {"initializer": "he"}, "^initializer: expected one of glorot_uniform, he_normal, normal, zeros, given"),
        ([3, 2], {"output_activation": "max"}, "^activation: expected one of elu"),
    ],
)
def test_network_from_bad_sizes(sizes, options, message):
    with pytest.raises(ValueError, match=message):
        Network.from_sizes(sizes, np.random.default_rng(0), **options)


def test_network_from_sizes_that_are_no_integers():
    with pytest.raises(TypeError, match=r"^sizes: expected a whole number, given 2.0"):
        Network.from_sizes([3, 2.0], np.random.default_rng(0))
