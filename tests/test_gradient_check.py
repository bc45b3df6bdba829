"""The judge itself, and one table that it judges: every function with its derivative."""

import numpy as np
import pytest

from dlnotes import activations, losses
from dlnotes.gradient_check import central_difference, check_gradient, complex_step

rng = np.random.default_rng(11)
X = rng.normal(size=(3, 4)) * 2
SIGNS = np.where(X > 0, -1.0, 1.0)
ONE_HOT = np.eye(4)[[2, 0, 3]]
SHARES = np.exp(X / 8) / np.exp(X / 8).sum(axis=1, keepdims=True)
TARGETS = rng.normal(size=(3, 4))
ELEMENTWISE = ["identity", "step", "sigmoid", "tanh", "relu", "leaky_relu", "elu", "softplus", "silu", "gelu"]


def diagonal(slopes):
    """The Jacobian of a function that works on each element alone."""
    return np.diag(np.ravel(slopes)).reshape(slopes.shape * 2)


def blocks(jacobians):
    """The Jacobian of a function that works on each row alone."""
    n, k, _ = jacobians.shape
    whole = np.zeros((n, k, n, k))
    for i in range(n):
        whole[i, :, i, :] = jacobians[i]
    return whole


def alpha_slopes(alpha):
    """d prelu(X, alpha) / d alpha for one alpha for each column."""
    return activations.prelu_alpha_gradient(X)[:, :, np.newaxis] * np.eye(alpha.size)


PAIRS = {
    **{n: (getattr(activations, n), lambda x, n=n: diagonal(getattr(activations, f"{n}_derivative")(x)), X) for n in ELEMENTWISE},
    "prelu": (lambda x: activations.prelu(x, 0.3), lambda x: diagonal(activations.prelu_derivative(x, 0.3)), X),
    "elu, alpha 0.3": (lambda x: activations.elu(x, 0.3), lambda x: diagonal(activations.elu_derivative(x, 0.3)), X),
    "gelu by tanh": (lambda x: activations.gelu(x, True), lambda x: diagonal(activations.gelu_derivative(x, True)), X),
    "prelu by alpha": (lambda alpha: activations.prelu(X, alpha), alpha_slopes, np.array([0.3, -0.2, 0.0, 2.0])),
    "softmax": (activations.softmax, lambda x: blocks(activations.softmax_jacobian(x)), X),
    "log_softmax": (activations.log_softmax, lambda x: blocks(activations.log_softmax_jacobian(x)), X),
}


def loss_pair(name, y_true, **options):
    value, gradient = getattr(losses, name), getattr(losses, f"{name}_gradient")
    return lambda y: value(y_true, y, **options), lambda y: gradient(y_true, y, **options)


for regression in ("mean_squared_error", "sum_squared_error", "half_sum_squared_error", "mean_absolute_error", "huber"):
    PAIRS[regression] = (*loss_pair(regression, TARGETS), X)
PAIRS["huber, delta 0.3"] = (*loss_pair("huber", TARGETS, delta=0.3), X)
PAIRS["hinge"] = (*loss_pair("hinge", SIGNS), X)
PAIRS["categorical_hinge"] = (*loss_pair("categorical_hinge", ONE_HOT), X)
for crossentropy, target in (
    ("binary_crossentropy", ONE_HOT),
    ("categorical_crossentropy", ONE_HOT),
    ("sparse_categorical_crossentropy", ONE_HOT.argmax(axis=1)),
):
    PAIRS[crossentropy] = (*loss_pair(crossentropy, target), SHARES)
    PAIRS[f"{crossentropy} from logits"] = (*loss_pair(crossentropy, target, from_logits=True), X)
WEIGHTED = {"class_weight": [0.5, 2.0, 1.0, 3.0]}
PAIRS["weighted_categorical_crossentropy"] = (*loss_pair("weighted_categorical_crossentropy", ONE_HOT, **WEIGHTED), SHARES)
PAIRS["weighted, from logits"] = (
    *loss_pair("weighted_categorical_crossentropy", ONE_HOT, **WEIGHTED, from_logits=True), X,
)
PAIRS["kl_divergence"] = (*loss_pair("kl_divergence", SHARES[::-1]), SHARES)
PAIRS["soft binary"] = (*loss_pair("binary_crossentropy", SHARES[::-1]), SHARES)
PAIRS["soft categorical"] = (*loss_pair("categorical_crossentropy", SHARES[::-1], from_logits=True), X)


@pytest.mark.parametrize("name", PAIRS)
def test_every_derivative(name):
    assert check_gradient(*PAIRS[name]) < 5e-9


def test_the_table_is_complete():
    named = {
        name.removesuffix(ending)
        for module in (activations, losses)
        for name in vars(module)
        for ending in ("_derivative", "_jacobian", "_gradient")
        if name.endswith(ending) and name != "prelu_alpha_gradient"
    }
    assert named <= set(PAIRS)
    assert len(named) == 25


def test_central_difference_of_a_parabola_and_its_shapes():
    np.testing.assert_allclose(central_difference(lambda x: np.sum(x**2), [1.0, -3.0]), [2.0, -6.0], rtol=1e-10)
    assert np.shape(central_difference(lambda x: x**2, 3.0)) == ()
    jacobian = central_difference(lambda x: np.outer(x, [1.0, 2.0]), [3.0, 4.0, 5.0])
    assert jacobian.shape == (3, 2, 3)
    np.testing.assert_allclose(jacobian[1], [[0, 1, 0], [0, 2, 0]], atol=1e-9)


def test_central_difference_takes_integers_for_floats():
    np.testing.assert_allclose(central_difference(lambda x: np.sum(x**2), [1, 3]), [2.0, 6.0], rtol=1e-9)
    np.testing.assert_allclose(central_difference(lambda x: np.sum(x**2), np.array([1, 3])), [2.0, 6.0], rtol=1e-9)


def test_central_difference_has_an_error_of_second_order():
    for step in (1e-2, 1e-3):
        error = central_difference(np.exp, 0.0, step=step) - 1.0
        np.testing.assert_allclose(error, step**2 / 6.0, rtol=1e-3)


def test_central_difference_scales_its_step_with_the_point():
    np.testing.assert_allclose(central_difference(lambda x: x**2, 1e9), 2e9, rtol=1e-9)
    np.testing.assert_allclose(central_difference(np.exp, 0.0, step=1e-2), np.sinh(1e-2) / 1e-2, rtol=1e-12)
    np.testing.assert_allclose(central_difference(np.exp, -4.0, step=1e-2), np.exp(-4.0) * np.sinh(0.04) / 0.04, rtol=1e-12)


@pytest.mark.parametrize("method", [central_difference, complex_step])
def test_the_point_is_left_alone_and_f_may_change_its_argument(method):
    x = np.array([1.0, 2.0])

    def rude(values):
        result = np.sum(values**3)
        values *= 0
        return result

    np.testing.assert_allclose(method(rude, x), [3.0, 12.0], rtol=1e-9)
    assert x.tolist() == [1.0, 2.0]


def test_central_difference_evaluates_twice_for_every_element():
    calls = []
    central_difference(lambda x: calls.append(1) or 0.0, np.zeros((3, 2)))
    assert len(calls) == 12
    calls.clear()
    complex_step(lambda x: calls.append(1) or 0j, np.zeros((3, 2)))
    assert len(calls) == 6


def test_complex_step_is_exact():
    x = np.array([0.3, -1.2, 2.0])
    slopes = complex_step(lambda z: np.sum(np.exp(z) * np.sin(z)), x)
    np.testing.assert_allclose(slopes, np.exp(x) * (np.sin(x) + np.cos(x)), rtol=1e-15)
    assert complex_step(lambda z: np.outer(z, [1, 2]), [3.0, 4.0]).shape == (2, 2, 2)
    assert complex_step(lambda z: z * z * z, 1.0, step=1.0) == 2.0  # Im (1 + i)^3: the step is the one given


def test_complex_step_refuses_functions_that_drop_the_imaginary_part():
    with pytest.raises(TypeError, match=r"^f: expected a function that returns complex numbers, given float64"):
        complex_step(np.abs, 3.0)


@pytest.mark.parametrize("method", [central_difference, complex_step])
def test_bad_arguments_are_refused(method):
    with pytest.raises(ValueError, match=r"^x: expected finite"):
        method(np.sin, np.nan)
    with pytest.raises(ValueError, match=r"^x: expected at least one element, given an empty array"):
        method(np.sin, [])
    for step in (0.0, -1e-6):
        with pytest.raises(ValueError, match=r"^step: expected a finite number above 0"):
            method(np.sin, 1.0, step=step)


def test_check_gradient_names_place_numbers_and_ratio():
    with pytest.raises(AssertionError, match=r"^at \(1,\): gradient 3, central_difference 6, ratio 0.5$"):
        check_gradient(lambda x: np.sum(x**2), lambda x: np.array([2.0, 1.0]) * x, [1.0, 3.0])
    with pytest.raises(AssertionError, match=r"^at \(0, 1\): gradient -4, complex_step 4, ratio -1$"):
        check_gradient(lambda x: np.sum(x**2), lambda x: -2 * x, [[1.0, 2.0]], method=complex_step)
    with pytest.raises(AssertionError, match=r"^at \(0,\): gradient 1, central_difference 0, ratio nan"):
        check_gradient(lambda x: 0.0, lambda x: np.ones(1), [1.0])
    with pytest.raises(AssertionError, match=r"^at \(1,\): gradient nan, central_difference 4"):
        check_gradient(lambda x: np.sum(x**2), lambda x: np.array([2.0, np.nan]), [1.0, 2.0])
    with pytest.raises(AssertionError, match=r"^at \(\): gradient 1, central_difference 2, ratio 0.5"):
        check_gradient(lambda x: 2 * x, lambda x: 1.0, 7.0)


def test_check_gradient_measures_against_the_largest_element():
    f, wrong = (lambda x: 1000.0 * x[0]), np.array([1000.0, 1e-2])
    np.testing.assert_allclose(check_gradient(f, lambda x: wrong, [1.0, 1.0], tolerance=2e-5), 1e-5, rtol=1e-3)
    with pytest.raises(AssertionError, match=r"at \(1,\)"):
        check_gradient(f, lambda x: wrong, [1.0, 1.0])
    assert check_gradient(lambda x: 0.0, np.zeros_like, [1.0]) == 0.0
    assert check_gradient(lambda x: 0.0, lambda x: 1e-7 + 0 * x, [1.0]) == 1e-7


def test_an_error_of_exactly_the_tolerance_is_allowed():
    judge = lambda f, x: np.array([2.0, 4.0])  # noqa: E731
    assert check_gradient(np.sum, lambda x: np.array([2.0, 3.0]), [0.0, 0.0], tolerance=0.25, method=judge) == 0.25


def test_check_gradient_refuses_another_shape_and_leaves_the_point_alone():
    with pytest.raises(ValueError, match=r"^gradient: expected shape \(2,\), given \(\)"):
        check_gradient(lambda x: np.sum(x**2), lambda x: 2.0, [1.0, 2.0])
    x = np.array([1.0, 2.0])

    def rude(values):
        result = 2 * values
        values *= 0
        return result

    check_gradient(lambda v: np.sum(v**2), rude, x)
    assert x.tolist() == [1.0, 2.0]
    for tolerance in (0.0, -1.0, np.nan):
        with pytest.raises(ValueError, match=r"^tolerance: expected a finite number above 0"):
            check_gradient(np.sin, np.cos, 1.0, tolerance=tolerance)


def test_the_judge_finds_a_wrong_factor_of_two_in_a_whole_array():
    with pytest.raises(AssertionError, match=r"ratio 0.5$"):
        check_gradient(lambda x: np.mean(x**2), lambda x: x / x.size, X)
