"""Whole numbers, booleans and short floats are real numbers like others; labels and rows have stated tolerances."""

import warnings

import numpy as np
import pytest

from dlnotes import activations, losses
from dlnotes.backpropagation import backpropagate
from dlnotes.gradient_check import central_difference, check_gradient, complex_step
from dlnotes.network import Dense, Network, Perceptron, weighted_sum
from dlnotes.optimizers import SGD
from dlnotes.training import fit, gradient_descent
from oracle import activations as reference
from oracle.losses import loss, loss_gradient
from oracle.network import network_gradients, network_loss
from oracle.precision import precisely, relative

WHOLE = [np.uint8, np.uint16, np.uint32, np.int8, np.int16, np.int64, bool]
NARROW = [np.float16, np.float32]
every_type = pytest.mark.parametrize("dtype", [*WHOLE, *NARROW], ids=lambda dtype: dtype.__name__)


def values(dtype):
    """Rows that wrap around if they are negated or subtracted in their own type."""
    if dtype is bool:
        return np.array([[True, False, True], [False, False, True]])
    if np.issubdtype(dtype, np.floating):
        return np.array([[0.1, -2.3, 1.7], [0.0, 0.7, -0.3]], dtype)
    low, high = np.iinfo(dtype).min, np.iinfo(dtype).max
    near = {8: (low, high)}.get(np.iinfo(dtype).bits, (-200 if low else 0, 200))
    return np.array([[1, 0, 3], [near[0], 2, near[1]]], dtype)


@every_type
@pytest.mark.parametrize("name", ["identity", "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "silu", "gelu"])
def test_elementwise_activations_take_any_real_type(name, dtype):
    x = values(dtype)
    for function, expected in (
        (getattr(activations, name), lambda v: precisely(reference.ELEMENTWISE[name], v)),
        (getattr(activations, f"{name}_derivative"), lambda v: reference.slope(name, v)),
    ):
        result = function(x)
        assert result.dtype == np.float64
        for r, v in zip(result.ravel(), x.ravel(), strict=True):
            np.testing.assert_allclose(r, float(expected(float(v))), rtol=1e-14, atol=5e-324)
            assert function(v).dtype == np.float64


@every_type
@pytest.mark.parametrize("name", ["softmax", "log_softmax", "softmax_jacobian", "log_softmax_jacobian"])
def test_the_softmax_family_takes_any_real_type(name, dtype):
    x = values(dtype)
    result = getattr(activations, name)(x)
    assert result.dtype == np.float64
    for r, row in zip(result, x.astype(float).tolist(), strict=True):
        assert relative(r, precisely(getattr(reference, name), row)) <= 1e-15


@every_type
def test_prelu_takes_any_real_type_on_both_sides(dtype):
    x, alpha = values(dtype), values(dtype)[0]
    plain, slopes = x.astype(float), alpha.astype(float)
    for result, expected in (
        (activations.prelu(x, alpha), np.where(plain > 0, plain, slopes * plain)),
        (activations.prelu_derivative(x, alpha), np.where(plain > 0, 1.0, slopes)),
        (activations.prelu_alpha_gradient(x), np.where(plain > 0, 0.0, plain)),
        (activations.prelu(-plain, alpha), np.where(plain < 0, -plain, -slopes * plain)),
    ):
        assert result.dtype == np.float64
        np.testing.assert_array_equal(result, expected)


REGRESSION = ["mean_squared_error", "sum_squared_error", "half_sum_squared_error", "mean_absolute_error", "huber"]


@every_type
@pytest.mark.parametrize("name", REGRESSION)
def test_errors_of_whole_numbers_do_not_wrap_around(name, dtype):
    """A prediction below its target, in a type that has no negative numbers, and a square beyond its largest."""
    y_pred = values(dtype)
    y_true = np.flip(y_pred)
    computed = getattr(losses, name)(y_true, y_pred)
    gradient = getattr(losses, f"{name}_gradient")(y_true, y_pred)
    same = np.asarray(y_true == y_pred)
    assert relative(computed, loss(name, y_true.astype(float), y_pred.astype(float))) <= 1e-15
    expected = loss_gradient(name, y_true.astype(float), y_pred.astype(float))
    expected[same] = 0                              # where the absolute value has its corner
    assert gradient.dtype == np.float64
    assert relative(gradient, expected) <= 1e-15


@every_type
def test_labels_of_any_real_type(dtype):
    labels, z = np.array([[1, 0, 0], [0, 0, 1]], dtype), np.array([[0.3, -1.0, 2.0], [-0.5, 0.1, 0.7]])
    for name in ("binary_crossentropy", "categorical_crossentropy"):
        function, gradient = getattr(losses, name), getattr(losses, f"{name}_gradient")
        expected, slopes = loss(f"{name}, logits", labels, z), loss_gradient(f"{name}, logits", labels, z)
        assert relative(function(labels, z, from_logits=True), expected) <= 1e-15
        assert relative(gradient(labels, z, from_logits=True), slopes) <= 1e-15
        certain = np.array([[1, 0, 0], [0, 0, 1]], dtype)
        assert function(labels, certain) == 0.0
        with np.errstate(all="raise"):
            assert gradient(certain, labels).dtype == np.float64
    assert relative(losses.categorical_hinge(labels, z), loss("categorical_hinge", labels, z)) <= 1e-15
    assert relative(losses.categorical_hinge_gradient(labels, z), loss_gradient("categorical_hinge", labels, z)) <= 1e-15


@pytest.mark.parametrize("dtype", [np.int8, np.int64, *NARROW], ids=lambda dtype: dtype.__name__)
def test_signs_of_any_signed_type(dtype):
    signs, scores = np.array([1, -1, -1], dtype), np.array([-2, 3, 0], dtype)
    assert losses.hinge(signs, scores) == (3.0 + 4.0 + 1.0) / 3.0
    np.testing.assert_array_equal(losses.hinge_gradient(signs, scores), np.array([-1.0, 1.0, 1.0]) / 3.0)


@pytest.mark.parametrize("dtype", [np.uint8, np.int8, np.uint64, np.int64], ids=lambda dtype: dtype.__name__)
def test_class_numbers_of_any_whole_type(dtype):
    labels, z = np.array([2, 0], dtype), np.array([[0.3, -1.0, 2.0], [-0.5, 0.1, 0.7]])
    table = [[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]]
    assert losses.one_hot(labels, 3).tolist() == table
    value = losses.sparse_categorical_crossentropy(labels, z, from_logits=True)
    assert relative(value, loss("categorical_crossentropy, logits", table, z)) <= 1e-15
    slopes = losses.sparse_categorical_crossentropy_gradient(labels, z, from_logits=True)
    assert relative(slopes, loss_gradient("categorical_crossentropy, logits", table, z)) <= 1e-15
    many = np.zeros((2, 300))
    many[:, 255] = 3.0
    if dtype is np.uint8:
        np.testing.assert_array_equal(losses.one_hot(np.array([255, 254], dtype), 300).argmax(axis=1), [255, 254])


@every_type
def test_layers_and_networks_take_any_real_type(dtype):
    x = values(dtype)
    w, b = [[0.5, -1.0, 2.0], [1.0, 0.25, -0.5]], [0.5, -1.0]
    expected = x.astype(float) @ np.transpose(w) + b
    np.testing.assert_array_equal(Network([Dense(w, b)])(x), expected)
    np.testing.assert_array_equal(weighted_sum(x, w, b), expected)
    layer = Dense(x, np.array([1, 0], dtype))
    assert layer.weights.dtype == layer.bias.dtype == np.float64
    np.testing.assert_array_equal(layer([[-1.0, 1.0, 2.0]]), [x.astype(float) @ [-1.0, 1.0, 2.0] + [1.0, 0.0]])
    perceptron = Perceptron(np.array([1, 0, 1], dtype))
    assert perceptron.learn(np.array([[1, 1, 1]], dtype), np.array([0], dtype)) == 1
    assert perceptron.weights.tolist() == [0.0, -1.0, 0.0]
    assert perceptron.bias == -1.0


@every_type
def test_training_on_any_real_type(dtype):
    x, y = np.array([[1, 0], [0, 1], [1, 1]], dtype), np.array([[1], [0], [1]], dtype)
    w = [[0.5, -0.25]]
    trained = Network([Dense(w, [0.0], "sigmoid")])
    history = fit(trained, x, y, "binary_crossentropy", SGD(0.5), batch_size=3)
    layers = [(np.array(w), np.array([0.0]), "sigmoid")]
    slopes = network_gradients(layers, x.astype(float), y.astype(float), "binary_crossentropy")
    np.testing.assert_allclose(history["loss"], [network_loss(layers, x.astype(float), y.astype(float), "binary_crossentropy")])
    np.testing.assert_allclose(trained.layers[0].weights, w - 0.5 * slopes[0], rtol=1e-13)
    traced = backpropagate(Network([Dense(w, [0.0], "sigmoid")]), x, y, "binary_crossentropy")
    np.testing.assert_allclose(traced.gradients[0], slopes[0], rtol=1e-12, atol=1e-15)


@every_type
def test_judges_and_descents_take_any_real_type(dtype):
    point = np.array([1, 0, 1], dtype)
    for method in (central_difference, complex_step):
        np.testing.assert_allclose(method(lambda x: np.sum(x**3) + x[1], point), [3.0, 1.0, 3.0], rtol=1e-8, atol=1e-8)
    seen = []
    error = check_gradient(lambda x: seen.append(x.dtype) or np.sum(x**2), lambda x: 2.0 * x, point)
    assert error < 1e-9
    assert set(seen) == {np.dtype(np.float64)}
    path = gradient_descent(lambda x: np.asarray(x > 0, dtype), point, 0.25, 2)
    assert path.tolist() == [[1.0, 0.0, 1.0], [0.75, 0.0, 0.75], [0.5, 0.0, 0.5]]


def test_a_gradient_in_short_floats_is_judged_by_its_digits():
    f, x = (lambda v: np.sum(np.sin(v))), np.array([0.3, -1.2, 2.0], np.float32)
    short = lambda v: np.cos(v).astype(np.float32)  # noqa: E731
    assert 1e-9 < check_gradient(f, short, x) < 1e-7
    with pytest.raises(AssertionError, match=r"^at \("):
        check_gradient(f, short, x, tolerance=1e-9)
    assert check_gradient(f, np.cos, x) < 1e-9


def accepted(function, *arguments, **options):
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            function(*arguments, **options)
    except ValueError:
        return False
    return True


CATEGORICAL = [losses.categorical_crossentropy, losses.categorical_crossentropy_gradient]
SPARSE = [losses.sparse_categorical_crossentropy, losses.sparse_categorical_crossentropy_gradient]


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_rows_sum_to_one_within_a_thousandth(sign):
    """In one row of several, on either side; just inside passes, just outside is refused."""
    for error, fine in ((0.00099, True), (0.00101, False), (0.009, False), (0.0005, True)):
        rows = np.array([[0.5, 0.5], [0.3, 0.7 + sign * error], [0.25, 0.75]])
        good = np.array([[0.5, 0.5], [0.3, 0.7], [0.25, 0.75]])
        for function in CATEGORICAL:
            assert accepted(function, rows, good) == fine
            assert accepted(function, good, rows) == fine
            assert accepted(function, rows, good, from_logits=True) == fine
            assert accepted(function, good, rows, from_logits=True)
        for function in SPARSE:
            assert accepted(function, [0, 1, 1], rows) == fine
            assert accepted(function, [0, 1, 1], rows, from_logits=True)


def test_rows_whose_errors_cancel_are_refused():
    rows, good = [[0.5, 0.55], [0.5, 0.45]], [[0.5, 0.5], [0.5, 0.5]]
    for function in CATEGORICAL:
        assert not accepted(function, rows, good)
        assert not accepted(function, good, rows)
    for function in SPARSE:
        assert not accepted(function, [0, 1], rows)


@pytest.mark.parametrize("tiny", [1e-15, 1e-9, 1e-6])
def test_probabilities_have_no_tolerance_at_their_ends(tiny):
    for function in (losses.binary_crossentropy, losses.binary_crossentropy_gradient):
        for y_true, y_pred in (([0.0, 1.0 + tiny], [0.5, 0.5]), ([-tiny, 1.0], [0.5, 0.5]), ([0.0, 1.0], [-tiny, 0.5]),
                               ([0.0, 1.0], [0.5, 1.0 + tiny])):
            assert not accepted(function, y_true, y_pred)
        assert not accepted(function, [0.0, 1.0 + tiny], [0.5, 0.5], from_logits=True)
        assert not accepted(function, [-tiny, 1.0], [0.5, 0.5], from_logits=True)
        assert accepted(function, [0.0, 1.0], [-tiny, 1.0 + tiny], from_logits=True)
        assert accepted(function, [tiny, 1.0 - tiny], [tiny, 1.0 - tiny])
    for function in CATEGORICAL:
        assert not accepted(function, [[1.0 + tiny, -tiny]], [[0.5, 0.5]])
        assert not accepted(function, [[1.0, 0.0]], [[1.0 + tiny, -tiny]])
    for function in SPARSE:
        assert not accepted(function, [0], [[1.0 + tiny, -tiny]])


@pytest.mark.parametrize("tiny", [1e-15, 1e-9, 1e-6])
def test_labels_are_exact(tiny):
    for function in (losses.hinge, losses.hinge_gradient):
        assert not accepted(function, [1.0 - tiny, -1.0], [0.5, 0.5])
        assert not accepted(function, [1.0, -1.0 - tiny], [0.5, 0.5])
        assert not accepted(function, [0.0, 1.0], [0.5, 0.5])
    for function in (losses.categorical_hinge, losses.categorical_hinge_gradient):
        assert not accepted(function, [[1.0 - tiny, tiny]], [[0.5, 0.5]])
        assert not accepted(function, [[1.0, tiny]], [[0.5, 0.5]])
        assert not accepted(function, [[1.0, 0.0], [0.0, 1.0 - tiny]], [[0.5, 0.5]] * 2)
        assert not accepted(function, [[1.0, 1.0], [0.0, 0.0]], [[0.5, 0.5]] * 2)     # two and none: one on average
    perceptron = Perceptron([1.0])
    assert not accepted(perceptron.learn, [[1.0], [1.0]], [0.0, 1.0 - tiny])
    assert not accepted(perceptron.learn, [[1.0], [1.0]], [tiny, 1.0])
    assert perceptron.weights.tolist() == [1.0]


@pytest.mark.parametrize("labels", [[-1], [3], [256], [2**40]])
def test_class_numbers_out_of_range_are_refused(labels):
    for function in SPARSE:
        assert not accepted(function, labels, [[0.2, 0.3, 0.5]])
        assert not accepted(function, labels, [[0.2, 0.3, 0.5]], from_logits=True)
    assert not accepted(losses.one_hot, labels, 3)
