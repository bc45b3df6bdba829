"""Losses and their gradients against mpmath at 50 digits, at ordinary points and at their extremes."""

import json
from pathlib import Path

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dlnotes import losses
from oracle.losses import loss, loss_gradient
from oracle.precision import relative, ulps

rng = np.random.default_rng(3)
REAL = rng.normal(size=(4, 3)) * 3, rng.normal(size=(4, 3)) * 3
SIGNS = np.where(rng.random((4, 3)) < 0.5, -1.0, 1.0)
LABELS = (rng.random((4, 3)) < 0.5).astype(float)
SHARES = np.array([[0.2, 0.5, 0.3], [0.7, 0.1, 0.2], [0.05, 0.05, 0.9], [0.25, 0.25, 0.5]])
ONE_HOT = np.eye(3)[[1, 0, 2, 2]]
POINTS = {
    "mean_squared_error": REAL,
    "sum_squared_error": REAL,
    "half_sum_squared_error": REAL,
    "mean_absolute_error": REAL,
    "huber": REAL,
    "binary_crossentropy": (LABELS, rng.random((4, 3))),
    "categorical_crossentropy": (ONE_HOT, SHARES),
    "hinge": (SIGNS, REAL[1]),
}
LOGITS = np.array([[0.3, -2.0, 5.0], [-36.9, 0.2, 1.0], [700.3, 0.1, -44.0], [-1000.0, 1000.0, 3.0]])
SOFT = np.array([[0.2, 0.5, 0.3], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.25, 0.75]])
numbers = st.floats(-1e6, 1e6)


@pytest.mark.parametrize("name", POINTS)
def test_value_and_gradient_agree_with_mpmath(name):
    y_true, y_pred = POINTS[name]
    computed = getattr(losses, name)(y_true, y_pred)
    assert type(computed) is float
    assert relative(computed, loss(name, y_true, y_pred)) <= 4e-16
    claimed = getattr(losses, f"{name}_gradient")(y_true, y_pred)
    assert claimed.shape == y_pred.shape
    assert relative(claimed, loss_gradient(name, y_true, y_pred)) <= 4e-16


@pytest.mark.parametrize("labels", [LABELS, 1.0 - LABELS, SOFT])
def test_binary_crossentropy_from_logits_agrees_with_mpmath(labels):
    value = losses.binary_crossentropy(labels, LOGITS, from_logits=True)
    assert relative(value, loss("binary_crossentropy, logits", labels, LOGITS)) <= 4e-16
    gradient = losses.binary_crossentropy_gradient(labels, LOGITS, from_logits=True)
    expected = loss_gradient("binary_crossentropy, logits", labels, LOGITS)
    assert ulps(gradient, expected) <= 4


@pytest.mark.parametrize("z", [-1000.0, -745.0, -40.0, -1e-300, 5e-324, 40.0, 745.0, 1000.0])
@pytest.mark.parametrize("label", [0.0, 1.0])
def test_binary_crossentropy_of_one_logit_keeps_its_digits(label, z):
    expected = loss("binary_crossentropy, logits", [label], [z])
    assert ulps(losses.binary_crossentropy([label], [z], from_logits=True), expected) <= 2


@pytest.mark.parametrize("targets", [ONE_HOT, SOFT])
def test_categorical_crossentropy_from_logits_agrees_with_mpmath(targets):
    value = losses.categorical_crossentropy(targets, LOGITS, from_logits=True)
    assert relative(value, loss("categorical_crossentropy, logits", targets, LOGITS)) <= 4e-16
    gradient = losses.categorical_crossentropy_gradient(targets, LOGITS, from_logits=True)
    assert relative(gradient, loss_gradient("categorical_crossentropy, logits", targets, LOGITS)) <= 4e-16


def test_categorical_crossentropy_of_a_nearly_certain_class_keeps_its_digits():
    for row in ([36.9, 0.3, 0.2], [400.0, 0.0, 0.0], [700.3, 0.1, -3.3]):
        expected = loss("categorical_crossentropy, logits", [[1, 0, 0]], [row])
        assert ulps(losses.categorical_crossentropy([[1, 0, 0]], [row], from_logits=True), expected) <= 2


def test_hand_values():
    """Factors and reductions: n elements, N samples, halves and none."""
    t, p = [[1.0, 2.0], [0.0, 0.0], [0.0, 0.0]], [[2.0, 5.0], [0.0, 0.0], [0.0, 2.0]]
    assert losses.sum_squared_error(t, p) == 14.0
    assert losses.half_sum_squared_error(t, p) == 7.0
    assert losses.mean_squared_error(t, p) == 14.0 / 6.0
    assert losses.mean_absolute_error(t, p) == 1.0
    assert losses.huber(t, p) == (0.5 + 2.5 + 1.5) / 6.0
    assert losses.huber(t, p, delta=2.0) == (0.5 + 4.0 + 2.0) / 6.0
    np.testing.assert_array_equal(losses.huber_gradient(t, p, 2.0) * 6.0, [[1.0, 2.0], [0.0, 0.0], [0.0, 2.0]])
    np.testing.assert_array_equal(losses.mean_absolute_error_gradient(t, p) * 6.0, np.array([[1, 1], [0, 0], [0, 1]]))
    assert losses.hinge([[1, -1], [1, 1]], [[3.0, 2.0], [-1.0, 1.0]]) == (0.0 + 3.0 + 2.0 + 0.0) / 4.0
    np.testing.assert_array_equal(
        losses.hinge_gradient([[1, -1], [1, 1]], [[3.0, 2.0], [-1.0, 1.0]]), [[0.0, 0.25], [-0.25, 0.0]]
    )


def test_huber_is_even_in_its_error():
    assert losses.huber([0.0], [-12.0], delta=10.0) == losses.huber([0.0], [12.0], delta=10.0) == 70.0
    assert losses.huber_gradient([0.0], [-12.0], delta=10.0) == -10.0


def test_certain_and_wrong_is_infinite_certain_and_right_is_zero():
    assert losses.binary_crossentropy([1.0, 0.0], [1.0, 0.0]) == 0.0
    assert losses.binary_crossentropy([1.0], [0.0]) == np.inf
    assert losses.binary_crossentropy([0.0], [1.0]) == np.inf
    assert losses.categorical_crossentropy([[0, 1]], [[0.0, 1.0]]) == 0.0
    assert losses.categorical_crossentropy([[0, 1]], [[1.0, 0.0]]) == np.inf
    np.testing.assert_array_equal(losses.binary_crossentropy_gradient([1.0, 0.0], [0.0, 1.0]), [-np.inf, np.inf])
    np.testing.assert_array_equal(losses.binary_crossentropy_gradient([1.0, 0.0], [1.0, 0.0]), [-0.5, 0.5])
    np.testing.assert_array_equal(losses.categorical_crossentropy_gradient([[0, 1]], [[1.0, 0.0]]), [[0.0, -np.inf]])
    np.testing.assert_array_equal(losses.categorical_crossentropy_gradient([[0, 1]], [[0.0, 1.0]]), [[0.0, -1.0]])


def test_crossentropy_of_a_tiny_probability():
    expected = mpmath.log(mpmath.mpf(1e-300))
    assert ulps(losses.binary_crossentropy([1.0], [1e-300]), -expected) <= 1
    assert ulps(losses.binary_crossentropy([0.0], [1e-300]), mpmath.mpf(1e-300)) <= 1
    assert losses.categorical_crossentropy([[1, 0]], [[1e-300, 1.0]]) == losses.binary_crossentropy([1], [1e-300])


def test_logits_of_a_thousand_give_a_thousand():
    assert losses.binary_crossentropy([1.0], [-1000.0], from_logits=True) == 1000.0
    assert losses.categorical_crossentropy([[1, 0]], [[-1000.0, 0.0]], from_logits=True) == 1000.0
    assert losses.sparse_categorical_crossentropy([0], [[-1000.0, 0.0]], from_logits=True) == 1000.0


SCORES = np.array([[2.0, 1.5, 0.0], [-3.0, -1.0, -2.5], [5.0, 3.0, 3.9], [0.5, -0.2, 0.0]])


def test_categorical_hinge_agrees_with_its_definition():
    labels = [1, 1, 0, 2]
    expected = loss("categorical_hinge", np.eye(3)[labels], SCORES)
    assert relative(losses.categorical_hinge(np.eye(3)[labels], SCORES), expected) <= 2e-16
    # Sample 2 has negative scores only: 1 - 2.5 + 1 < 0 costs nothing, though Keras' form would charge 2.
    assert losses.categorical_hinge([[0, 1, 0]], SCORES[1:2]) == 0.0
    np.testing.assert_array_equal(
        losses.categorical_hinge_gradient(np.eye(3)[labels], SCORES) * 4.0,
        [[1.0, -1.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [1.0, 0.0, -1.0]],
    )


def test_categorical_hinge_at_its_corner_and_with_equal_rivals():
    np.testing.assert_array_equal(losses.categorical_hinge_gradient([[1, 0]], [[1.0, 0.0]]), [[0.0, 0.0]])
    np.testing.assert_array_equal(losses.categorical_hinge_gradient([[0, 1, 0]], [[2.0, 0.0, 2.0]]), [[1.0, -1.0, 0.0]])


def test_one_sample_without_a_batch_axis():
    assert losses.categorical_crossentropy([0, 1], [0.5, 0.5]) == losses.categorical_crossentropy([[0, 1]], [[0.5, 0.5]])
    assert losses.sparse_categorical_crossentropy(1, [0.5, 0.5]) == losses.sparse_categorical_crossentropy([1], [[0.5, 0.5]])
    assert losses.categorical_hinge([0, 1], [2.0, 0.0]) == 3.0
    assert losses.mean_squared_error(1.0, 3.0) == 4.0
    assert losses.mean_squared_error_gradient(1.0, 3.0) == 4.0


def test_leading_axes_are_all_samples():
    t, z = np.eye(2)[[[0, 1, 1], [1, 1, 0]]], rng.normal(size=(2, 3, 2))
    flat = losses.categorical_crossentropy(t.reshape(6, 2), z.reshape(6, 2), from_logits=True)
    np.testing.assert_allclose(losses.categorical_crossentropy(t, z, from_logits=True), flat, rtol=1e-15)
    gradient = losses.categorical_crossentropy_gradient(t, z, from_logits=True)
    np.testing.assert_allclose(
        gradient.reshape(6, 2),
        losses.categorical_crossentropy_gradient(t.reshape(6, 2), z.reshape(6, 2), from_logits=True),
    )


ELEMENTWISE = [n for n in POINTS if n != "categorical_crossentropy"]


@pytest.mark.parametrize("name", [*POINTS, "categorical_hinge"])
@pytest.mark.parametrize("suffix", ["", "_gradient"])
def test_shapes_must_be_equal(name, suffix):
    function = getattr(losses, name + suffix)
    column = np.ones((3, 1))
    with pytest.raises(ValueError, match=r"^y_true: expected the shape of y_pred, \(3, 1\), given \(3,\)"):
        function(np.ones(3), column)
    with pytest.raises(ValueError, match=r"^y_pred: expected at least one value, given an empty array"):
        function(np.ones((0, 2)), np.ones((0, 2)))


@pytest.mark.parametrize("name", [*POINTS, "categorical_hinge"])
@pytest.mark.parametrize("suffix", ["", "_gradient"])
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_values_must_be_finite(name, suffix, bad):
    function = getattr(losses, name + suffix)
    with pytest.raises(ValueError, match=r"^y_pred: expected finite numbers"):
        function([[1.0, 0.0]], [[bad, 0.0]])
    with pytest.raises(ValueError, match=r"^y_true: expected finite numbers"):
        function([[bad, 0.0]], [[1.0, 0.0]])


@pytest.mark.parametrize("suffix", ["", "_gradient"])
def test_labels_and_probabilities_must_be_what_they_claim(suffix):
    def refused(name, message, *arguments, **options):
        with pytest.raises(ValueError, match=message):
            getattr(losses, name + suffix)(*arguments, **options)

    labels = "^y_true: expected labels from 0 to 1, given "
    refused("binary_crossentropy", labels + "-1 to 1", [-1.0, 1.0], [0.5, 0.5])
    refused("binary_crossentropy", labels + "0 to 2", [0.0, 2.0], [0.5, 0.5], from_logits=True)
    chances = "^y_pred: expected probabilities from 0 to 1, given {}; for logits say from_logits=True"
    refused("binary_crossentropy", chances.format("-0.1 to 0.5"), [0.0, 1.0], [-0.1, 0.5])
    refused("binary_crossentropy", chances.format("0.5 to 1.1"), [0.0, 1.0], [0.5, 1.1])
    sums = "expected probabilities that sum to 1 over the last axis"
    refused("categorical_crossentropy", f"^y_true: {sums}$", [[0, 2]], [[0.5, 0.5]])
    refused("categorical_crossentropy", f"^y_true: {sums}$", [[1.5, -0.5]], [[0.5, 0.5]], from_logits=True)
    refused("categorical_crossentropy", f"^y_pred: {sums}; for logits say from_logits=True$", [[0, 1]], [[0.5, 0.6]])
    refused("categorical_crossentropy", f"^y_pred: {sums}; for logits say from_logits=True$", [[0, 1]], [[1.5, -0.5]])
    refused("hinge", r"^y_true: expected labels -1 or \+1; labels 0 and 1 become", [0, 1], [0.5, 0.5])
    refused("categorical_hinge", "^y_true: expected one-hot rows, a single 1", [[1, 1]], [[0.5, 0.5]])
    refused("categorical_hinge", "^y_true: expected one-hot rows, a single 1", [[0.5, 0.5]], [[0.5, 0.5]])
    refused("categorical_hinge", "^y_pred: expected at least 2 classes on the last axis, given 1$", [[1]] * 3, [[0.5]] * 3)
    refused("huber", "^delta: expected a finite number above 0, given 0", [1.0], [0.5], delta=0.0)
    refused("huber", "^delta: expected a finite number above 0, given -1", [1.0], [0.5], delta=-1.0)


@pytest.mark.parametrize("suffix", ["", "_gradient"])
@pytest.mark.parametrize(("y_true", "y_pred", "message"), [
    ([0], [[np.nan, 1.0]], r"^y_pred: expected finite numbers, given nan or infinity$"),
    ([[0, 1]], [[[0.5, 0.5]]], r"^y_true: expected one label per row of y_pred, shape \(1, 1\), given \(1, 2\)$"),
    ([], np.zeros((0, 3)), r"^y_pred: expected at least one value, given an empty array$"),
    ([0], [[2.0, -1.0]], r"^y_pred: expected probabilities that sum to 1 over the last axis; for logits say"),
])  # fmt: skip
def test_what_does_not_fit_sparse_labels_is_refused(suffix, y_true, y_pred, message):
    with pytest.raises(ValueError, match=message):
        getattr(losses, "sparse_categorical_crossentropy" + suffix)(y_true, y_pred)


@pytest.mark.parametrize("suffix", ["", "_gradient"])
def test_sparse_labels_must_be_class_numbers(suffix):
    function = getattr(losses, "sparse_categorical_crossentropy" + suffix)
    for labels, given_ in (([-1, 0], "-1 to 0"), ([0, 2], "0 to 2")):
        with pytest.raises(ValueError, match=rf"^y_true: expected labels from 0 to 1, given {given_}"):
            function(labels, [[0.5, 0.5], [0.5, 0.5]])
    with pytest.raises(TypeError, match=r"^y_true: expected integer labels, given float64"):
        function([0.0, 1.0], [[0.5, 0.5], [0.5, 0.5]])
    with pytest.raises(TypeError, match=r"^y_true: expected integer labels, given bool"):
        function([True, False], [[0.5, 0.5], [0.5, 0.5]])
    message = r"^y_true: expected one label per row of y_pred, shape \(2,\), given \(2, 1\)"
    with pytest.raises(ValueError, match=message):
        function([[0], [1]], [[0.5, 0.5], [0.5, 0.5]])


def test_one_hot_of_nothing():
    assert losses.one_hot(np.array([], dtype=int), classes=3).shape == (0, 3)


def test_arguments_are_not_changed():
    for name, (y_true, y_pred) in POINTS.items():
        before = y_true.copy(), y_pred.copy()
        getattr(losses, name)(y_true, y_pred)
        getattr(losses, f"{name}_gradient")(y_true, y_pred)[...] = 0.0
        np.testing.assert_array_equal((y_true, y_pred), before)


logits = arrays(np.float64, st.tuples(st.integers(1, 5), st.integers(1, 4)), elements=st.floats(-50, 50))


@given(logits, st.data())
def test_sparse_is_categorical_on_one_hot(z, data):
    labels = np.array(data.draw(st.lists(st.integers(0, z.shape[1] - 1), min_size=len(z), max_size=len(z))))
    table = np.zeros(z.shape)
    for row, label in enumerate(labels):
        table[row, label] = 1.0
    for suffix in ("", "_gradient"):
        sparse = getattr(losses, "sparse_categorical_crossentropy" + suffix)
        dense = getattr(losses, "categorical_crossentropy" + suffix)
        for y_pred, options in ((z, {"from_logits": True}), (softmax(z), {})):
            np.testing.assert_array_equal(sparse(labels, y_pred, **options), dense(table, y_pred, **options))


def softmax(z):
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


@given(logits)
def test_from_logits_is_the_loss_of_the_probabilities(z):
    z = z / 5.0  # so that no probability is rounded to 1
    targets = np.eye(z.shape[1])[np.arange(len(z)) % z.shape[1]]
    np.testing.assert_allclose(
        losses.categorical_crossentropy(targets, z, from_logits=True),
        losses.categorical_crossentropy(targets, softmax(z)),
        rtol=1e-9,
        atol=1e-15,
    )
    np.testing.assert_allclose(
        losses.binary_crossentropy(targets, z, from_logits=True),
        losses.binary_crossentropy(targets, 1.0 / (1.0 + np.exp(-z))),
        rtol=1e-9,
    )


@given(logits)
def test_gradient_rows_from_logits_sum_to_zero(z):
    targets = np.eye(z.shape[1])[np.arange(len(z)) % z.shape[1]]
    gradient = losses.categorical_crossentropy_gradient(targets, z, from_logits=True)
    np.testing.assert_allclose(gradient.sum(axis=1), 0.0, atol=1e-15)


@given(st.floats(0.01, 100.0), numbers)
def test_huber_is_continuous_in_value_and_slope_at_its_threshold(delta, target):
    inside, outside = target + delta * (1 - 1e-9), target + delta * (1 + 1e-9)
    value, slope = losses.huber, losses.huber_gradient
    for sign in (1.0, -1.0):
        near, far = [sign * inside], [sign * outside]
        jump = value([sign * target], far, delta) - value([sign * target], near, delta)
        assert abs(jump) <= 4e-9 * delta**2 + 1e-9 * delta
        turn = slope([sign * target], far, delta) - slope([sign * target], near, delta)
        assert abs(turn[0]) <= 2e-9 * delta + 1e-9


@given(arrays(np.float64, 5, elements=numbers), arrays(np.float64, 5, elements=numbers))
def test_regression_losses_are_symmetric_and_ordered(t, p):
    for name in ("mean_squared_error", "half_sum_squared_error", "mean_absolute_error", "huber"):
        assert getattr(losses, name)(t, p) == getattr(losses, name)(p, t) >= 0.0
    assert losses.mean_absolute_error(t, p) ** 2 <= losses.mean_squared_error(t, p) * (1 + 1e-12)
    assert losses.huber(t, p) <= losses.mean_absolute_error(t, p)
    total = losses.sum_squared_error(t, p)
    np.testing.assert_allclose(total, 5.0 * losses.mean_squared_error(t, p), rtol=1e-15, atol=1e-300)


@given(arrays(np.float64, 5, elements=st.floats(-10, 10)))
def test_hinge_does_not_see_a_change_of_all_signs(s):
    t = np.where(np.arange(5) % 2 == 0, 1.0, -1.0)
    assert losses.hinge(t, s) == losses.hinge(-t, -s)
    np.testing.assert_array_equal(losses.hinge_gradient(t, s), -losses.hinge_gradient(-t, -s))


WEIGHTS = np.array([0.5, 3.0, 0.0])


@pytest.mark.parametrize("targets", [ONE_HOT, SOFT])
def test_weighted_crossentropy_agrees_with_mpmath(targets):
    """A weighted target is no row of probabilities any more, but the sum over the classes is the same sum."""
    weighted = targets * WEIGHTS
    for y_pred, options, name in ((SHARES, {}, ""), (LOGITS, {"from_logits": True}, ", logits")):
        value = losses.weighted_categorical_crossentropy(targets, y_pred, WEIGHTS, **options)
        assert relative(value, loss(f"categorical_crossentropy{name}", weighted, y_pred)) <= 4e-16
        gradient = losses.weighted_categorical_crossentropy_gradient(targets, y_pred, WEIGHTS, **options)
        assert gradient.shape == y_pred.shape
        assert relative(gradient, loss_gradient(f"categorical_crossentropy{name}", weighted, y_pred)) <= 1e-15


def test_weights_count_like_repeated_samples():
    labels, z = np.array([0, 1, 1, 2]), LOGITS[[0, 1, 3, 0]]
    weight = np.array([2.0, 1.0, 3.0])
    repeated = np.repeat(np.arange(4), weight[labels].astype(int))
    expected = losses.sparse_categorical_crossentropy(labels[repeated], z[repeated], from_logits=True) * len(repeated) / 4.0
    found = losses.weighted_categorical_crossentropy(np.eye(3)[labels], z, weight, from_logits=True)
    np.testing.assert_allclose(found, expected, rtol=1e-15)


def test_weights_of_one_change_nothing():
    for suffix in ("", "_gradient"):
        weighted = getattr(losses, f"weighted_categorical_crossentropy{suffix}")
        plain = getattr(losses, f"categorical_crossentropy{suffix}")
        for y_pred, options in ((SHARES, {}), (LOGITS, {"from_logits": True})):
            np.testing.assert_allclose(weighted(SOFT, y_pred, np.ones(3), **options), plain(SOFT, y_pred, **options), rtol=1e-15)


@pytest.mark.parametrize("suffix", ["", "_gradient"])
@pytest.mark.parametrize(("weight", "message"), [
    ([1.0, 2.0], r"^class_weight: expected one weight per class, shape \(3,\), given \(2,\)$"),
    (2.0, r"^class_weight: expected one weight per class, shape \(3,\), given \(\)$"),
    ([1.0, 2.0, -0.5], r"^class_weight: expected no negative weight, given -0.5$"),
    ([1.0, 2.0, np.inf], r"^class_weight: expected finite numbers"),
])  # fmt: skip
def test_weights_that_do_not_fit_are_refused(suffix, weight, message):
    with pytest.raises(ValueError, match=message):
        getattr(losses, f"weighted_categorical_crossentropy{suffix}")(ONE_HOT, SHARES, weight)


def test_kl_divergence_agrees_with_mpmath():
    sums = [mpmath.fsum(mpmath.mpf(t) * mpmath.log(mpmath.mpf(t) / mpmath.mpf(p)) for t, p in zip(*rows, strict=True) if t)
            for rows in zip(SOFT.tolist(), SHARES.tolist(), strict=True)]
    assert relative(losses.kl_divergence(SOFT, SHARES), mpmath.fsum(sums) / 4) <= 4e-16
    gradient = losses.kl_divergence_gradient(SOFT, SHARES)
    assert relative(gradient, loss_gradient("categorical_crossentropy", SOFT, SHARES)) <= 4e-16


def test_kl_divergence_at_its_extremes():
    assert losses.kl_divergence(SOFT, SOFT) == 0.0
    assert losses.kl_divergence([[0.5, 0.5]], [[1.0, 0.0]]) == np.inf
    assert losses.kl_divergence([[1.0, 0.0]], [[1.0, 0.0]]) == 0.0
    assert losses.kl_divergence(ONE_HOT, SHARES) == losses.categorical_crossentropy(ONE_HOT, SHARES)


def test_smoothed_labels():
    np.testing.assert_allclose(losses.smooth_labels(np.eye(4)[[1]], 0.1), [[0.025, 0.925, 0.025, 0.025]], rtol=1e-15)
    np.testing.assert_array_equal(losses.smooth_labels(SOFT, 0.0), SOFT)
    np.testing.assert_array_equal(losses.smooth_labels(SOFT[:1], 1.0), [[1 / 3] * 3])
    for amount in (-0.1, 1.5):
        with pytest.raises(ValueError, match=r"^amount: expected a "):
            losses.smooth_labels(ONE_HOT, amount)
    with pytest.raises(ValueError, match=r"^y_true: expected probabilities that sum to 1 over the last axis$"):
        losses.smooth_labels([[1.0, 1.0]], 0.1)
    with pytest.raises(ValueError, match=r"^y_true: expected at least one value, given an empty array$"):
        losses.smooth_labels(np.ones((0, 3)), 0.1)


STORED = json.loads((Path(__file__).parent / "frameworks" / "losses.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", STORED, ids=lambda case: f"{case['framework']} {case['name']}")
def test_pytorch_and_keras(case):
    y_true, y_pred = np.array(case["y_true"]), np.array(case["y_pred"])
    value = getattr(losses, case["name"])(y_true, y_pred, **case["arguments"])
    np.testing.assert_allclose(value, case["value"], rtol=case["tolerance"])
    gradient = getattr(losses, f"{case['name']}_gradient")(y_true, y_pred, **case["arguments"])
    if case["normalises"]:  # Keras divides by the sum of the row, whose own slope adds 1/N to every element
        gradient += 1.0 / len(y_pred)
    np.testing.assert_allclose(gradient, case["gradient"], rtol=case["tolerance"], atol=case["tolerance"])
