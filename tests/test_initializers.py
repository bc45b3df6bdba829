"""Initializers against the moments of the distributions that they claim to draw from."""

import numpy as np
import pytest

from dlnotes import initializers

SHAPE = (300, 200)  # units, inputs
COUNT = 300 * 200
# name, variance, largest possible size; the fan-in is 200, the fan-out 300
DISTRIBUTIONS = [
    ("normal", 0.05**2, np.inf),
    ("glorot_uniform", 2.0 / 500.0, np.sqrt(6.0 / 500.0)),
    ("he_normal", 2.0 / 200.0, np.inf),
]


@pytest.mark.parametrize(("name", "variance", "bound"), DISTRIBUTIONS)
def test_moments(name, variance, bound):
    weights = getattr(initializers, name)(SHAPE, np.random.default_rng(7))
    assert weights.shape == SHAPE
    assert weights.dtype == np.float64
    assert abs(weights.mean()) < 4.0 * np.sqrt(variance / COUNT)
    # The variance of a sample variance is at most 2 variance^2 / n (normal), so 4 standard errors are 2.3 %.
    assert abs(weights.var() / variance - 1.0) < 4.0 * np.sqrt(2.0 / COUNT)
    assert np.abs(weights).max() <= bound
    kurtosis = np.mean(weights**4) / variance**2  # 3 for a normal distribution that is not cut, 1.8 for a uniform
    assert abs(kurtosis - (1.8 if bound < np.inf else 3.0)) < 0.1


@pytest.mark.parametrize("name", [n for n, _, _ in DISTRIBUTIONS])
def test_draws_come_from_the_generator_alone(name):
    function = getattr(initializers, name)
    before = np.random.get_state()[1].copy()  # noqa: NPY002 - the global state must not be touched
    one, two = function(SHAPE, np.random.default_rng(1)), function(SHAPE, np.random.default_rng(1))
    np.testing.assert_array_equal(one, two)
    assert (one != function(SHAPE, np.random.default_rng(2))).any()
    assert len(np.unique(one)) == COUNT
    np.testing.assert_array_equal(np.random.get_state()[1], before)  # noqa: NPY002


def test_zeros_and_stddev():
    np.testing.assert_array_equal(initializers.zeros((2, 3)), np.zeros((2, 3)))
    np.testing.assert_array_equal(initializers.zeros((2, 3), np.random.default_rng(0)), np.zeros((2, 3)))
    wide = initializers.normal(SHAPE, np.random.default_rng(1), stddev=2.0)
    np.testing.assert_allclose(wide, 40.0 * initializers.normal(SHAPE, np.random.default_rng(1)), rtol=1e-15)
    assert not initializers.normal((2, 2), np.random.default_rng(1), stddev=0.0).any()


@pytest.mark.parametrize("name", ["zeros", "normal", "glorot_uniform", "he_normal"])
def test_bad_shapes_are_refused(name):
    function = getattr(initializers, name)
    for shape in ((3,), (3, 2, 1)):
        with pytest.raises(ValueError, match=r"^shape: expected \(units, inputs\), given"):
            function(shape, np.random.default_rng(0))
    for shape in ((0, 2), (2, 0), (-1, 2)):
        with pytest.raises(ValueError, match=r"^shape: expected at least 1, given"):
            function(shape, np.random.default_rng(0))
    for shape in ((2.0, 2), (2, 2.0), (True, 2)):
        with pytest.raises(TypeError, match=r"^shape: expected a whole number, given"):
            function(shape, np.random.default_rng(0))


def test_negative_stddev_is_refused():
    with pytest.raises(ValueError, match=r"^stddev: expected a finite number at least 0, given -1"):
        initializers.normal((2, 2), np.random.default_rng(0), stddev=-1.0)
