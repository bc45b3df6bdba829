"""The oracle is right where the answer is known without it."""

import numpy as np
import pytest
from mpmath import exp, log, mp, mpf, ncdf, npdf, sech, sin

from oracle import optimizers
from oracle.activations import elu, log_softmax_jacobian, sigmoid, slope, softmax, softmax_jacobian, tanh
from oracle.differentiation import complex_partials, derivative, gradient, jacobian, left_derivative, partials
from oracle.losses import NAMES, divisor, loss, loss_gradient
from oracle.network import chain_rule, half_squared_error, network_gradients, network_loss
from oracle.precision import precisely, relative, rounded, ulps


def near(value, expected, digits=50):
    return abs(value - expected) <= abs(expected) * mpf(10) ** -digits


@pytest.mark.parametrize("x", [-1000.0, -40.0, -0.3, 0.0, 5e-324, 2.0, 700.0])
def test_a_derivative_has_fifty_digits_where_the_function_is_nearly_constant(x):
    assert near(derivative(exp, x), exp(mpf(x)), 48)
    assert near(derivative(sigmoid, x), precisely(lambda: exp(-mpf(x)) / (1 + exp(-mpf(x))) ** 2), 48)
    assert near(derivative(tanh, x), precisely(lambda: sech(mpf(x)) ** 2), 48)


def test_a_corner_has_the_slope_of_its_left_side():
    assert [slope(name, 0) for name in ("step", "relu", "leaky_relu")] == [0, 0, mpf(0.01)]
    assert [slope(name, 5e-324) for name in ("step", "relu", "leaky_relu")] == [0, 1, 1]
    assert near(left_derivative(lambda x: 3 * abs(x), 0), -3)
    assert near(left_derivative(lambda x: elu(x, 0.5), 0), mpf("0.5"))


@pytest.mark.parametrize("x", [-38.0, -3.0, -0.7517915246935645, 0.0, 5e-324, 0.3, 40.0])
def test_slopes_of_the_smooth_rectifiers(x):
    assert near(slope("softplus", x), precisely(sigmoid, x))
    assert near(slope("silu", x), precisely(lambda: sigmoid(x) * (1 + x * sigmoid(-x))))
    assert near(slope("gelu", x), precisely(lambda: ncdf(mpf(x)) + x * npdf(mpf(x)), digits=150), 40)


def test_gradients_and_jacobians_know_their_places():
    f = lambda x: [x[0] ** 2 * x[1], sin(x[1]), x[0] + 7 * x[2]]  # noqa: E731
    expected = [[12, 4, 0], [0, mp.cos(3), 0], [1, 0, 7]]
    assert np.max(np.abs(np.array(jacobian(f, [2, 3, 5])) - np.array(expected))) < mpf(10) ** -48
    assert np.max(np.abs(np.array(gradient(lambda x: f(x)[0], [2, 3, 5])) - [12, 4, 0])) < mpf(10) ** -48


def test_jacobians_of_the_softmax_far_out():
    row = [-1000.0, 1000.0, 3.0]
    s = precisely(softmax, row)
    for i in range(3):
        for j in range(3):
            assert near(softmax_jacobian(row)[i][j], precisely(lambda i=i, j=j: s[i] * ((i == j) - s[j])), 45)
            assert near(log_softmax_jacobian(row)[i][j], precisely(lambda i=i, j=j: (i == j) - s[j]), 45)


def test_the_chain_rule_of_the_pages_is_the_derivative():
    weights, x, targets = [mpf(k) / 10 for k in (3, 2, -4, 3, 4, 5, -7, 6)], [mpf("0.1"), mpf("0.2")], [mpf("0.4"), mpf("0.6")]
    error = lambda w, b=(0, 0): half_squared_error(w, x, targets, b)  # noqa: E731
    by_weight, by_bias = chain_rule(weights, x, targets)
    for g, by_difference in zip(by_weight, partials(error, weights), strict=True):
        assert near(g, by_difference, 20)
    shared = partials(lambda b: error(weights, b), [mpf(0), mpf(0)])
    assert near(by_bias[0] + by_bias[1], shared[0], 20)
    assert near(by_bias[2] + by_bias[3], shared[1], 20)


def test_losses_by_hand():
    t, p = np.array([[[1.0, 0.0]], [[0.0, 1.0]]]), np.array([[[0.5, 0.5]], [[0.75, 0.25]]])
    assert near(loss("mean_squared_error", t, p), mpf("1.625") / 4)
    assert near(loss("categorical_crossentropy", t, p), (log(2) + log(4)) / 2)
    assert near(loss("categorical_crossentropy, logits", t, np.log(p)), (log(2) + log(4)) / 2, 15)
    assert near(loss("binary_crossentropy", t, p), (2 * log(2) + 2 * log(4)) / 4)
    assert near(loss("huber", [0.0, 0.0], [0.5, 3.0]), (mpf("0.125") + mpf("2.5")) / 2)
    assert near(loss("categorical_hinge", [[0, 1, 0]], [[2.0, 1.5, 0.0]]), mpf("1.5"))
    assert [divisor(name, (2, 3, 4)) for name in ("hinge", "sum_squared_error", "categorical_hinge")] == [24, 1, 6]
    assert all(loss_gradient(name, t, p).shape == t.shape for name in NAMES)


def test_a_complex_network_agrees_with_the_one_of_the_pages():
    w, x, targets = [0.3, 0.25, 0.4, 0.35, 0.45, 0.4, 0.7, 0.6], [0.1, 0.2], [0.4, 0.6]
    layers = [([w[:2], w[2:4]], None, "sigmoid"), ([w[4:6], w[6:]], None, "sigmoid")]
    error = lambda weights: half_squared_error(weights, x, targets, f=lambda z: 1 / (1 + np.exp(-z)))  # noqa: E731
    np.testing.assert_allclose(network_loss(layers, x, targets, "half_sum_squared_error"), error(w), rtol=1e-14)
    slopes = np.concatenate([g.ravel() for g in network_gradients(layers, x, np.array(targets), "half_sum_squared_error")])
    np.testing.assert_allclose(slopes, complex_partials(error, w), rtol=1e-13)


def test_optimizers_take_a_rate_for_each_gradient():
    assert list(optimizers.sgd(1, [1, 1], [1, 2])) == [0, -2]
    assert list(optimizers.momentum(0, [1, 1], [1, 2], mu=0.5)) == [-1, mpf("-3.5")]
    assert list(optimizers.nag(0, [1, 1], [1, 2], mu=0.5)) == [mpf("-1.5"), mpf("-4.75")]


def test_errors_are_measured():
    assert ulps([1.0 + 2**-52], [mpf(1)]) == 1
    assert ulps([0.0], [mpf(0)]) == 0
    assert relative([1.0, 3.0], [mpf(2), mpf(4)]) == 0.25
    assert rounded(lambda: mpf(1) + mpf(2) ** -60) == 1
    with pytest.raises(AssertionError, match=r"inf against"):
        ulps([np.inf], [mpf(1)])
