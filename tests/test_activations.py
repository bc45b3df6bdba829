"""Activations against mpmath at 50 digits, on a grid that includes where float64 ends."""

import json
from functools import partial
from pathlib import Path

import mpmath
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dlnotes import activations
from oracle import activations as reference
from oracle.differentiation import derivative, left_derivative
from oracle.precision import precisely, ulps

TINY = np.array([5e-324, 1e-310, 2.2250738585072014e-308, 1e-300, 1e-16, 1e-8, 1e-3])
EDGES = np.array([0.1, 0.5, 1.0, 5.0, 18.0, 19.1, 36.7, 37.0, 372.3, 373.0, 708.0, 710.0, 744.4, 745.2, 746.0, 1000.0])
POSITIVE = np.concatenate([TINY, EDGES, np.linspace(0.37, 999.3, 150), np.random.default_rng(0).exponential(3, 60)])
GRID = np.concatenate([-POSITIVE, [-0.0, 0.0], POSITIVE])

# name: the largest error in ulp that is allowed (measured: sigmoid 1.25, its slope 2.3, tanh 0.9, its slope 2.5, gelu
# and silu 2.7, silu's slope 3.6, gelu's 7.6)
BOUNDS = {
    "identity": 0.0,
    "identity_derivative": 0.0,
    "step": 0.0,
    "step_derivative": 0.0,
    "sigmoid": 2.0,
    "sigmoid_derivative": 3.0,
    "tanh": 1.5,
    "tanh_derivative": 3.5,
    "relu": 0.0,
    "relu_derivative": 0.0,
    "leaky_relu": 0.5,
    "leaky_relu_derivative": 0.0,
    "elu": 1.0,
    "elu_derivative": 1.0,
    "softplus": 1.5,
    "softplus_derivative": 2.0,
    "silu": 3.0,
    "silu_derivative": 4.0,
    "gelu": 3.0,
    "gelu_derivative": 8.0,
}
# Here a slope goes through 0, as a difference of nearly equal numbers: its error is one of those.
DIPS = {"silu_derivative": (-2.4, -0.7), "gelu_derivative": (-1.5, -0.3)}
SLOPES_OF_LINES = ("identity_derivative", "step_derivative", "relu_derivative", "leaky_relu_derivative")
# Rows of scores: near, far, extreme, subnormal, equal, with a tie, one class.
ROWS = [
    [0.1, -1.3, 2.7],
    [700.3, 0.1, -3.3],
    [-700.3, 0.1, -33.7],
    [-1000.0, 1000.0, 999.9],
    [1000.0, 1000.0, 1000.0],
    [0.0, -744.9, -700.1],
    [5e-324, -5e-324, 1e-310],
    [2.0, 2.0, -5.0],
    [36.9, 0.3, 0.2],
    [-0.7, 30.3, 1.1],
    [4.2],
]
finite = st.floats(-1e3, 1e3)
rows = arrays(np.float64, st.tuples(st.integers(1, 4), st.integers(1, 5)), elements=finite)


STORED = json.loads((Path(__file__).parent / "frameworks" / "activations.json").read_text(encoding="utf-8"))["cases"]


@pytest.mark.parametrize("case", STORED, ids=lambda case: f"{case['framework']} {case['name']}")
def test_pytorch_and_keras(case):
    """Far out their slopes, y (1 - y), have lost their digits: hence an absolute tolerance beside the relative."""
    function, x = getattr(activations, case["name"]), case["x"]
    if "summed" in case:
        np.testing.assert_array_equal(function(x).sum(axis=0), case["summed"])
        return
    close = {"rtol": 1e-15, "atol": 1e-16}
    np.testing.assert_allclose(function(x, **case["arguments"]), case["y"], **close)
    if "jacobian" in case:
        jacobian = getattr(activations, f"{case['name']}_jacobian")(x)
        np.testing.assert_allclose(jacobian, case["jacobian"], rtol=1e-15, atol=3e-16)
    else:
        slope = getattr(activations, f"{case['name']}_derivative")(x, **case["arguments"])
        np.testing.assert_allclose(slope, case["slope"], rtol=1e-14, atol=1e-16)


def test_scores_whose_difference_is_out_of_range():
    row = [-1e308, 1e308, 0.0]
    assert activations.softmax(row).tolist() == [0.0, 1.0, 0.0]
    assert activations.log_softmax(row).tolist() == [-np.inf, 0.0, -1e308]
    assert activations.softmax_jacobian(row).tolist() == [[0.0] * 3] * 3


@pytest.mark.parametrize("far", [1e4, 1e17, 1e100, 1e200])
def test_a_score_far_below_the_others_gets_a_plain_zero(far):
    shares = activations.softmax([[700.3, -far], [0.0, 0.0]])
    assert shares.tolist() == [[1.0, 0.0], [0.5, 0.5]]
    assert not np.signbit(shares).any()


def test_softmax_family_works_on_any_axis_and_rank():
    x = np.random.default_rng(1).normal(size=(2, 3, 4)) * 5
    for function in (activations.softmax, activations.log_softmax):
        for axis in (0, 1, 2, -1, -2):
            expected = np.empty_like(x)
            for place in np.ndindex(*np.delete(x.shape, axis)):
                index = list(place)
                index.insert(axis % 3, slice(None))
                expected[tuple(index)] = function(x[tuple(index)])
            np.testing.assert_allclose(function(x, axis=axis), expected, rtol=1e-15)
    for function in (activations.softmax_jacobian, activations.log_softmax_jacobian):
        assert function(x).shape == (2, 3, 4, 4)
        np.testing.assert_array_equal(function(x)[1, 2], function(x[1, 2]))


def test_minus_infinity_masks_a_class():
    np.testing.assert_array_equal(activations.softmax([-np.inf, 3.0, 3.0]), [0.0, 0.5, 0.5])
    masked = activations.log_softmax([-np.inf, 3.0, 3.0])
    assert masked[0] == -np.inf
    assert ulps(masked[1:], [-mpmath.log(2)] * 2) <= 1


@pytest.mark.parametrize("row", [[np.inf, 0.0], [np.nan, 0.0], [-np.inf, -np.inf]])
@pytest.mark.parametrize("name", ["softmax", "log_softmax", "softmax_jacobian", "log_softmax_jacobian"])
def test_scores_without_a_finite_maximum_are_refused(name, row):
    with pytest.raises(ValueError, match=r"^x: expected numbers with a finite maximum, given nan, \+inf"):
        getattr(activations, name)(row)


@pytest.mark.parametrize("x", [3.0, [], np.zeros((2, 0))])
def test_scores_without_a_class_are_refused(x):
    with pytest.raises(ValueError, match=r"x: expected at least one class along axis -1, given shape"):
        activations.softmax(x)


@pytest.mark.parametrize("name", BOUNDS)
def test_shape_is_kept_and_the_input_is_not_changed(name):
    function = getattr(activations, name)
    for x in (np.array(-1.5), np.zeros((0,)), np.full((2, 3, 1), -1.5)):
        before = x.copy()
        result = function(x)
        assert np.shape(result) == x.shape
        assert np.asarray(result).dtype == np.float64
        if x.size:
            np.ravel(np.asarray(result))[...] = 7.0
        np.testing.assert_array_equal(x, before)
    assert np.shape(function([1, 2])) == (2,)
    assert np.shape(function(np.float32(1.0))) == ()


def test_identity_returns_a_copy():
    x = np.array([1.0, 2.0])
    assert not np.shares_memory(activations.identity(x), x)


@pytest.mark.parametrize("name", [n for n in BOUNDS if n not in SLOPES_OF_LINES])
def test_nan_is_not_turned_into_a_number(name):
    assert np.isnan(getattr(activations, name)(np.nan))


@pytest.mark.parametrize("name", [*BOUNDS, "softmax", "log_softmax", "prelu_alpha_gradient"])
@pytest.mark.parametrize("x", [[1 + 2j], ["1"], [None]])
def test_what_is_not_real_is_refused(name, x):
    with pytest.raises(TypeError, match=r"^x: expected real numbers, given"):
        getattr(activations, name)(x)


def test_ragged_rows_are_refused():
    with pytest.raises(ValueError, match=r"^x: expected a rectangular array, given rows of unequal length"):
        activations.relu([[1.0], [1.0, 2.0]])


def test_prelu_by_hand():
    x = np.array([[-2.0, -2.0], [3.0, 0.0]])
    alpha = np.array([0.25, -0.5])
    np.testing.assert_array_equal(activations.prelu(x, alpha), [[-0.5, 1.0], [3.0, 0.0]])
    np.testing.assert_array_equal(activations.prelu_derivative(x, alpha), [[0.25, -0.5], [1.0, -0.5]])
    np.testing.assert_array_equal(activations.prelu_alpha_gradient(x), [[-2.0, -2.0], [0.0, 0.0]])
    np.testing.assert_array_equal(activations.prelu([-2.0, 3.0], 2.0), [-4.0, 3.0])


@pytest.mark.parametrize("name", ["prelu", "prelu_derivative"])
def test_prelu_slopes_must_fit(name):
    with pytest.raises(ValueError, match=r"^alpha: expected a shape that broadcasts to \(2,\) of x, given \(3,\)"):
        getattr(activations, name)([1.0, 2.0], [0.1, 0.2, 0.3])
    with pytest.raises(ValueError, match=r"^alpha: expected finite numbers"):
        getattr(activations, name)([1.0, 2.0], np.nan)


def test_leaky_relu_slope_above_one_and_its_default():
    np.testing.assert_array_equal(activations.leaky_relu([-2.0, 3.0], negative_slope=2.0), [-4.0, 3.0])
    np.testing.assert_array_equal(activations.leaky_relu_derivative([-2.0, 0.0, 3.0], 2.0), [2.0, 2.0, 1.0])
    np.testing.assert_array_equal(activations.leaky_relu([-100.0]), [-1.0])


@pytest.mark.parametrize("name", BOUNDS)
def test_elementwise_functions_agree_with_mpmath(name):
    function = name.removesuffix("_derivative")
    if name == function:
        expected = [precisely(getattr(reference, name), float(x)) for x in GRID]
    else:
        expected = [reference.slope(function, float(x)) for x in GRID]
    computed = getattr(activations, name)(GRID)
    low, high = DIPS.get(name, (0.0, 0.0))
    outside, expected = (low >= GRID) | (high <= GRID), np.array(expected, object)
    assert ulps(computed[outside], expected[outside]) <= BOUNDS[name]
    inside = zip(computed[~outside].tolist(), expected[~outside], strict=True)
    assert max((abs(c - e) for c, e in inside), default=0.0) <= 4e-16


FAR_OUT = {
    "gelu": np.concatenate([np.arange(-38.6, -5.0, 0.173), -np.geomspace(37.0, 37.7, 9), np.geomspace(1e-9, 9.0, 60)]),
    "silu": np.concatenate([np.arange(-751.7, -699.0, 0.77), -np.geomspace(1.0, 700.0, 99)]),
}


@pytest.mark.parametrize("name", FAR_OUT)
def test_the_tails_keep_their_digits(name):
    """To the last subnormal number, although the share that `x` is multiplied by is one before."""
    x = FAR_OUT[name]
    expected = [precisely(getattr(reference, name), v) for v in x.tolist()]
    assert ulps(getattr(activations, name)(x), expected) <= BOUNDS[name]
    x = x[x < -3.0]
    slopes = [reference.slope(name, v) for v in x.tolist()]
    assert ulps(getattr(activations, f"{name}_derivative")(x), slopes) <= BOUNDS[f"{name}_derivative"]
    assert getattr(activations, name)(-np.inf) == getattr(activations, f"{name}_derivative")(-np.inf) == 0.0
    assert getattr(activations, name)(np.inf) == np.inf
    assert getattr(activations, f"{name}_derivative")(np.inf) == 1.0


def test_the_tanh_form_of_gelu():
    """Its exponent u is rounded, which costs u units in the last place; it differs from the exact form by more."""
    x = GRID[np.abs(GRID) < 100.0]
    u = 1.6 * (np.abs(x) + 0.045 * np.abs(x) ** 3)
    for v, c, s, size in zip(x.tolist(), activations.gelu(x, True), activations.gelu_derivative(x, True), u, strict=True):
        assert ulps(c, precisely(reference.gelu_tanh, v)) <= 3.0 + 2.0 * size
        slope = derivative(reference.gelu_tanh, v)
        assert min(ulps(s, slope) / (3.0 + 2.0 * size), abs(s - slope) / 4e-16) <= 1.0
    assert activations.gelu([-np.inf, np.inf], True).tolist() == [0.0, np.inf]
    assert activations.gelu_derivative([-np.inf, np.inf], True).tolist() == [0.0, 1.0]
    assert np.isnan(activations.gelu(np.nan, True))
    with pytest.raises(TypeError, match=r"^approximate: expected True or False, given 'none'"):
        activations.gelu(1.0, "none")


def test_elu_with_another_alpha():
    """The side is told by the sign of the input; at 0 the slope is that of the left side."""
    for alpha in (0.0, 0.3, 2.0, -1.0):
        f = partial(reference.elu, alpha=alpha)
        assert ulps(activations.elu(GRID, alpha), [precisely(f, v) for v in GRID.tolist()]) <= 1.0
        slopes = [left_derivative(f, v) for v in GRID.tolist()]
        assert ulps(activations.elu_derivative(GRID, alpha=alpha), slopes) <= 1.5
    with pytest.raises(ValueError, match=r"^alpha: expected a finite number"):
        activations.elu(1.0, np.inf)


@pytest.mark.parametrize("row", ROWS, ids=str)
@pytest.mark.parametrize(
    ("name", "bound"),
    [("softmax", 2.5), ("log_softmax", 1.5), ("softmax_jacobian", 3.5), ("log_softmax_jacobian", 2.5)],
)
def test_softmax_family_agrees_with_mpmath(name, bound, row):
    assert ulps(getattr(activations, name)(row), precisely(getattr(reference, name), row)) <= bound


@given(rows)
def test_softmax_shares_sum_to_one_and_keep_the_order(x):
    s = activations.softmax(x)
    np.testing.assert_allclose(s.sum(axis=-1), 1.0, rtol=1e-15 * x.shape[-1])
    assert (s >= 0.0).all()
    order = np.argsort(x, axis=-1)
    assert (np.diff(np.take_along_axis(s, order, axis=-1), axis=-1) >= 0.0).all()


@given(rows, st.integers(-1000, 1000))
def test_softmax_does_not_see_a_shift(x, shift):
    x = np.round(x * 1024) / 1024  # so that x + shift is exact
    np.testing.assert_array_equal(activations.softmax(x + shift), activations.softmax(x))
    np.testing.assert_array_equal(activations.log_softmax(x + shift), activations.log_softmax(x))


@given(rows)
def test_jacobian_rows_sum_to_zero_and_it_is_symmetric(x):
    jacobian = activations.softmax_jacobian(x)
    np.testing.assert_allclose(jacobian.sum(axis=-1), 0.0, atol=1e-16 * x.shape[-1])
    np.testing.assert_array_equal(jacobian - np.swapaxes(jacobian, -1, -2), 0.0)


@given(finite)
def test_relations_between_the_squashing_functions(x):
    sigmoid, tanh = activations.sigmoid, activations.tanh
    assert abs(tanh(x) - (2.0 * sigmoid(2.0 * x) - 1.0)) <= 4e-16
    assert abs(sigmoid(x) + sigmoid(-x) - 1.0) <= 3e-16
    assert tanh(-x) == -tanh(x)
    np.testing.assert_allclose(activations.softmax([0.0, x])[1], sigmoid(x), rtol=1e-15, atol=5e-324)
    assert 0.0 <= activations.sigmoid_derivative(x) <= 0.25
    assert 0.0 <= activations.tanh_derivative(x) <= 1.0
    np.testing.assert_allclose(
        activations.tanh_derivative(x), 4.0 * activations.sigmoid_derivative(2.0 * x), rtol=3e-15, atol=1e-322
    )


@given(finite)
def test_relations_between_the_smooth_rectifiers(x):
    relu, softplus, silu, gelu = activations.relu, activations.softplus, activations.silu, activations.gelu
    assert 0.0 <= softplus(x) - relu(x) <= np.log(2.0)
    np.testing.assert_allclose(softplus(x) - softplus(-x), x, rtol=1e-15, atol=2e-16)
    assert activations.softplus_derivative(x) == activations.sigmoid(x)
    assert -0.2785 <= silu(x) <= relu(x)
    assert -0.17005 <= gelu(x) <= relu(x)
    for function in (silu, gelu, partial(gelu, approximate=True)):
        np.testing.assert_allclose(function(x) - function(-x), x, rtol=1e-15, atol=2e-16)
    assert activations.elu(x) >= -1.0
    assert activations.elu(x, 0.0) == relu(x)


@given(finite)
def test_rectifiers_are_put_together_from_their_sides(x):
    relu = activations.relu
    assert relu(x) - relu(-x) == x
    assert activations.leaky_relu(x, 0.5) == relu(x) - 0.5 * relu(-x)
    assert activations.prelu_alpha_gradient(x) == -relu(-x)
    assert activations.step(x) == activations.relu_derivative(x)
