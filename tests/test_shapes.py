"""Any number of axes: what is reduced, by what it is divided, which axis is meant, what may broadcast and what not."""

import numpy as np
import pytest
from mpmath import mpf

from dlnotes import activations, losses
from dlnotes.gradient_check import central_difference, check_gradient, complex_step
from dlnotes.network import Dense, Network, weighted_sum
from oracle import activations as reference
from oracle.losses import NAMES, loss, loss_gradient
from oracle.precision import ORDINARY, precisely, relative

SHAPES = [(3,), (1, 3), (3, 2), (3, 3), (3, 2, 2), (2, 1, 3), (2, 2, 2), (1, 2, 2, 2)]
every_shape = pytest.mark.parametrize("shape", SHAPES, ids=str)


def arguments(name, shape, soft=False):
    """Targets and predictions that the loss takes, all elements different."""
    rng = np.random.default_rng(len(name) + sum(shape))
    scores = rng.normal(size=shape) * 2
    rows = np.exp(scores) / np.exp(scores).sum(axis=-1, keepdims=True)
    labels = rng.integers(shape[-1], size=shape[:-1])
    one_hot = (np.arange(shape[-1]) == labels[..., np.newaxis]).astype(float)
    other = np.exp(rng.normal(size=shape))
    smooth = other / other.sum(axis=-1, keepdims=True)
    chances = rng.random(shape)
    return {
        "binary_crossentropy": (chances if soft else np.round(chances), 1 / (1 + np.exp(-scores))),
        "binary_crossentropy, logits": (chances if soft else np.round(chances), scores),
        "categorical_crossentropy": (smooth if soft else one_hot, rows),
        "categorical_crossentropy, logits": (smooth if soft else one_hot, scores),
        "hinge": (np.where(chances < 0.5, -1.0, 1.0), scores),
        "categorical_hinge": (one_hot, scores),
    }.get(name, (rng.normal(size=shape) * 2, scores))


def check(name, y_true, y_pred, sparse=None):
    plain, options = name.split(",")[0], {"from_logits": True} if "logits" in name else {}
    if sparse is not None:
        plain = f"sparse_{plain}"
    value = getattr(losses, plain)(y_true if sparse is None else sparse, y_pred, **options)
    gradient = getattr(losses, f"{plain}_gradient")(y_true if sparse is None else sparse, y_pred, **options)
    assert type(value) is float
    assert gradient.shape == y_pred.shape
    assert relative(value, loss(name, y_true, y_pred, ORDINARY)) <= 1e-14
    assert relative(gradient, loss_gradient(name, y_true, y_pred, ORDINARY)) <= 1e-14


@every_shape
@pytest.mark.parametrize("name", NAMES)
def test_losses_and_gradients_of_any_rank(name, shape):
    check(name, *arguments(name, shape))


@every_shape
@pytest.mark.parametrize("name", [name for name in NAMES if "crossentropy" in name])
def test_soft_labels_of_any_rank(name, shape):
    y_true, y_pred = arguments(name, shape, soft=True)
    check(name, y_true, y_pred)
    smoothed = 0.9 * arguments(name, shape)[0] + 0.1 / shape[-1]        # the usual label smoothing
    check(name, smoothed, y_pred)


@every_shape
@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("categorical_crossentropy")])
def test_class_numbers_of_any_rank(name, shape):
    y_true, y_pred = arguments(name, shape)
    check(name, y_true, y_pred, sparse=y_true.argmax(axis=-1))
    np.testing.assert_array_equal(losses.one_hot(y_true.argmax(axis=-1), shape[-1]), y_true)


@pytest.mark.parametrize("name", [n for n in NAMES if "categorical" not in n])
def test_a_number_is_an_array_too(name):
    y_true, y_pred = {"hinge": (1.0, 0.25)}.get(name, (0.75, 0.25))
    plain, options = name.split(",")[0], {"from_logits": True} if "logits" in name else {}
    gradient = getattr(losses, f"{plain}_gradient")(y_true, y_pred, **options)
    assert np.shape(gradient) == ()
    assert relative(getattr(losses, plain)(y_true, y_pred, **options), loss(name, y_true, y_pred, ORDINARY)) <= 1e-14
    assert relative(gradient, loss_gradient(name, y_true, y_pred)[()]) <= 1e-14


@every_shape
@pytest.mark.parametrize("delta", [0.25, 3.0])
def test_huber_of_any_rank_and_threshold(shape, delta):
    y_true, y_pred = arguments("huber", shape)
    errors = [mpf(float(e)) for e in np.ravel(y_pred - y_true)]
    exact = sum(e**2 / 2 if abs(e) <= delta else delta * (abs(e) - mpf(delta) / 2) for e in errors) / len(errors)
    assert relative(losses.huber(y_true, y_pred, delta), exact) <= 1e-14
    bounded = np.array([max(-delta, min(delta, float(e))) for e in errors]) / len(errors)
    np.testing.assert_allclose(losses.huber_gradient(y_true, y_pred, delta), bounded.reshape(shape), rtol=1e-14)


BROADCAST = [((3,), (3, 1)), ((3, 1), (3,)), ((1, 3), (2, 3)), ((2, 3), (3,)), ((3, 2), (2, 3)), ((2, 3), (1, 2, 3)),
             ((6,), (2, 3)), ((), (1,)), ((2, 1, 3), (2, 3))]  # fmt: skip


@pytest.mark.parametrize(("one", "two"), BROADCAST, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_shapes_that_would_broadcast_or_only_have_as_many_elements_are_refused(name, one, two):
    plain, options = name.split(",")[0], {"from_logits": True} if "logits" in name else {}
    for function in (getattr(losses, plain), getattr(losses, f"{plain}_gradient")):
        if name.startswith("categorical") and one == ():
            continue                    # a number becomes a row of one class
        with pytest.raises(ValueError, match=r"expected the shape of y_pred"):
            function(np.ones(one), np.ones(two), **options)


@pytest.mark.parametrize(("labels", "pred"), [((3, 1), (3, 2)), ((1, 3), (3, 2)), ((2, 3), (3, 2)), ((6,), (2, 3, 2)),
                                              ((3, 2), (2, 3, 2)), ((), (1, 2))], ids=str)  # fmt: skip
def test_class_numbers_of_another_shape_are_refused(labels, pred):
    for function in (losses.sparse_categorical_crossentropy, losses.sparse_categorical_crossentropy_gradient):
        for options in ({}, {"from_logits": True}):
            with pytest.raises(ValueError, match=r"expected one label per row"):
                function(np.zeros(labels, int), np.full(pred, 0.5), **options)


@pytest.mark.parametrize("shape", [(3,), (2, 3), (3, 3), (2, 3, 4), (2, 2, 2), (2, 1, 2, 3)], ids=str)
@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_the_softmax_along_every_axis(name, shape):
    """Lines far apart from one another, so that what belongs to one line must not reach the next."""
    x = np.random.default_rng(len(shape)).normal(size=shape)
    x += 800.0 * np.arange(shape[0]).reshape(-1, *[1] * (len(shape) - 1))
    for axis in range(-len(shape), len(shape)):
        result = getattr(activations, name)(x, axis=axis)
        assert result.shape == shape
        lines, computed = np.moveaxis(x, axis, -1), np.moveaxis(result, axis, -1)
        for place in np.ndindex(lines.shape[:-1]):
            expected = precisely(getattr(reference, name), lines[place].tolist(), digits=800)
            np.testing.assert_allclose(computed[place], np.array(expected, float), rtol=1e-13, atol=1e-300)
    for axis in (len(shape), -len(shape) - 1):
        with pytest.raises((ValueError, IndexError)):
            getattr(activations, name)(x, axis=axis)


@pytest.mark.parametrize("shape", [(3,), (3, 3), (2, 2, 3), (2, 2, 2)], ids=str)
@pytest.mark.parametrize("name", ["softmax", "log_softmax"])
def test_jacobians_of_any_rank_and_which_way_round_they_are(name, shape):
    """J[..., i, j] is output i by input j: that of the log-softmax is not symmetric."""
    x = np.random.default_rng(7).normal(size=shape) * 3
    result = getattr(activations, f"{name}_jacobian")(x)
    assert result.shape == (*shape, shape[-1])
    for place in np.ndindex(shape[:-1]):
        expected = precisely(getattr(reference, f"{name}_jacobian"), x[place].tolist())
        np.testing.assert_allclose(result[place], np.array(expected, float), rtol=1e-13)


ALPHAS = [
    ((), (4,)), ((), (2, 3)), ((3,), (2, 3)), ((3,), (3, 3)), ((3,), (2, 4, 3)), ((3,), (3, 3, 3)), ((3, 1), (3, 3)),
    ((1, 3), (3, 3)), ((2, 1, 1), (2, 3, 2)), ((1,), (2, 3)), ((2, 3), (2, 3)), ((4, 3), (2, 4, 3)), ((2, 1), (3, 2, 2)),
]  # fmt: skip


def stretched(alpha, shape):
    """NumPy's rule, written out: axes from the right, those of length 1 or missing are repeated."""
    whole = np.empty(shape)
    for place in np.ndindex(shape):
        own = place[len(shape) - alpha.ndim:]
        whole[place] = alpha[tuple(0 if n == 1 else p for p, n in zip(own, alpha.shape, strict=True))]
    return whole


@pytest.mark.parametrize(("alpha_shape", "shape"), ALPHAS, ids=str)
def test_slopes_of_prelu_stretch_to_the_input(alpha_shape, shape):
    rng = np.random.default_rng(len(shape))
    x, alpha = rng.normal(size=shape), rng.normal(size=alpha_shape)
    whole = stretched(alpha, shape)
    np.testing.assert_array_equal(activations.prelu(x, alpha), [*np.where(x > 0, x, whole * x)])
    np.testing.assert_array_equal(activations.prelu_derivative(x, alpha), [*np.where(x > 0, 1.0, whole)])
    # By alpha: what arrives, times the slope, summed over all elements that share one alpha; against differences.
    arriving = rng.normal(size=shape)
    shared = arriving * activations.prelu_alpha_gradient(x)
    summed = np.zeros(alpha_shape)
    for place in np.ndindex(shape):
        own = place[len(shape) - alpha.ndim:]
        summed[tuple(0 if n == 1 else p for p, n in zip(own, alpha_shape, strict=True))] += shared[place]
    h = 1e-3                            # exact but for rounding: PReLU is linear in alpha
    for place in np.ndindex(alpha_shape):
        above, below = alpha.copy(), alpha.copy()
        above[place] += h
        below[place] -= h
        rise = activations.prelu(x, above) - activations.prelu(x, below)
        np.testing.assert_allclose(summed[place], (arriving * rise).sum() / (2 * h), rtol=1e-10, atol=1e-12)


@pytest.mark.parametrize(("alpha_shape", "shape"), [((2,), (2, 3)), ((3, 3), (3,)), ((1, 3), (3,)), ((2, 3), (3, 3)),
                                                    ((1,), ()), ((4, 1), (2, 3)), ((1, 2, 3), (2, 3))], ids=str)  # fmt: skip
@pytest.mark.parametrize("function", [activations.prelu, activations.prelu_derivative])
def test_slopes_of_prelu_never_stretch_the_input(function, alpha_shape, shape):
    with pytest.raises(ValueError, match=r"^alpha: expected a shape that broadcasts to"):
        function(np.full(shape, -1.0), np.full(alpha_shape, 0.5))


MATRIX = np.array([[1.0, 2.0, -3.0], [0.5, -1.0, 4.0], [7.0, 0.25, 2.0]])


@pytest.mark.parametrize("method", [central_difference, complex_step])
def test_a_square_jacobian_is_not_transposed(method):
    np.testing.assert_allclose(method(lambda x: MATRIX @ x, [1.0, -2.0, 0.5]), MATRIX, rtol=1e-9, atol=1e-9)
    np.testing.assert_allclose(method(lambda x: x @ MATRIX, [1.0, -2.0, 0.5]), MATRIX.T, rtol=1e-9, atol=1e-9)
    jacobian = method(lambda x: MATRIX @ x, MATRIX)         # of a matrix by a matrix of the same shape
    expected = np.einsum("ik,jl->ijkl", MATRIX, np.eye(3))
    np.testing.assert_allclose(jacobian, expected, rtol=1e-8, atol=1e-8)


@pytest.mark.parametrize("method", [central_difference, complex_step])
def test_a_transposed_square_jacobian_is_found(method):
    x = [1.0, -2.0, 0.5]
    assert check_gradient(lambda v: MATRIX @ v, lambda v: MATRIX, x, method=method) < 1e-8
    with pytest.raises(AssertionError, match=r"^at \(\d, \d\): gradient "):
        check_gradient(lambda v: MATRIX @ v, lambda v: MATRIX.T, x, method=method)
    f = lambda w: np.sum((w @ np.array([1.0, 10.0, 100.0])) * np.array([1.0, 2.0, 3.0]))  # noqa: E731
    outer = np.outer([1.0, 2.0, 3.0], [1.0, 10.0, 100.0])
    assert check_gradient(f, lambda w: outer, MATRIX, method=method) < 1e-8
    with pytest.raises(AssertionError, match=r"^at \(\d, \d\): gradient "):
        check_gradient(f, lambda w: outer.T, MATRIX, method=method)


@pytest.mark.parametrize(("x", "claimed"), [
    ([1.0, 2.0], [[2.0], [4.0]]),
    ([1.0, 2.0], [[2.0, 4.0]]),
    ([[1.0], [2.0]], [2.0, 4.0]),
    ([[1.0, 2.0]], [2.0, 4.0]),
    ([[1.0, 2.0]], [[2.0], [4.0]]),
    ([3.0], 6.0),
    (3.0, [6.0]),
    ([1.0, 2.0], 6.0),
])  # fmt: skip
def test_a_column_is_no_vector_for_the_judge(x, claimed):
    with pytest.raises(ValueError, match=r"^gradient: expected shape"):
        check_gradient(lambda v: np.sum(v**2), lambda v: np.array(claimed), x)


def test_a_column_is_no_vector_for_layers():
    weights = [[1.0, 2.0], [3.0, 4.0]]
    for x in ([[1.0], [2.0]], [[[1.0, 2.0]]], 1.0, [1.0, 2.0, 3.0]):
        with pytest.raises(ValueError, match=r"^x: expected shape"):
            weighted_sum(x, weights)
        with pytest.raises(ValueError, match=r"^x: expected shape"):
            Network([Dense(weights)])(x)
    for bias in ([[1.0, 2.0]], [[1.0], [2.0]], [1.0]):
        with pytest.raises(ValueError, match=r"^bias: expected"):
            weighted_sum([1.0, 2.0], weights, bias)
        with pytest.raises(ValueError, match=r"^bias: expected shape"):
            Dense(weights, bias)


def test_square_layers_and_batches_go_the_right_way_round():
    """As many samples as inputs as units: nothing but the values tells the axes apart."""
    w, b, x = np.array([[1.0, 2.0], [3.0, 5.0]]), np.array([10.0, 20.0]), np.array([[1.0, 0.0], [7.0, 1.0]])
    expected = [[1.0 + 10.0, 3.0 + 20.0], [7.0 + 2.0 + 10.0, 21.0 + 5.0 + 20.0]]
    assert weighted_sum(x, w, b).tolist() == expected
    assert Dense(w, b)(x).tolist() == expected
    assert Network([Dense(w, b)])(x).tolist() == expected
