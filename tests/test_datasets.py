"""Datasets: truth tables by Python's own operators, and random sets with the properties that they claim."""

import numpy as np
import pytest

from dlnotes import datasets


@pytest.mark.parametrize(
    ("name", "gate"),
    [
        ("and", lambda a, b: a and b),
        ("or", lambda a, b: a or b),
        ("nand", lambda a, b: not (a and b)),
        ("xor", lambda a, b: a != b),
    ],
)
def test_truth_tables(name, gate):
    x, y = datasets.logic_gate(name)
    assert x.tolist() == [[0, 0], [0, 1], [1, 0], [1, 1]]
    assert y.tolist() == [float(gate(a, b)) for a, b in x.astype(bool)]
    assert x.dtype == y.dtype == np.float64


def test_unknown_gate():
    with pytest.raises(ValueError, match=r"^name: expected one of and, or, nand, xor, given 'not'"):
        datasets.logic_gate("not")


def test_a_table_is_not_shared():
    datasets.logic_gate("and")[1][...] = 7.0
    assert datasets.logic_gate("and")[1].tolist() == [0, 0, 0, 1]


def test_noisy_line():
    x, y = datasets.noisy_line(5000, np.random.default_rng(0), slope=-2.0, intercept=0.5, noise=0.3)
    assert x.shape == y.shape == (5000, 1)
    assert -1.0 <= x.min() < -0.99 < 0.99 < x.max() < 1.0
    slope, intercept = np.polyfit(x[:, 0], y[:, 0], 1)
    np.testing.assert_allclose([slope, intercept], [-2.0, 0.5], atol=0.03)
    np.testing.assert_allclose((y + 2.0 * x - 0.5).std(), 0.3, rtol=0.05)
    x, y = datasets.noisy_line(2000, np.random.default_rng(1))
    np.testing.assert_allclose(np.polyfit(x[:, 0], y[:, 0], 1), [2.0, 1.0], atol=0.02)
    np.testing.assert_allclose((y - 2.0 * x - 1.0).std(), 0.1, rtol=0.1)


def test_blobs():
    x, y = datasets.blobs(4000, np.random.default_rng(0), classes=4, noise=0.2)
    assert x.shape == (4000, 2)
    assert y.tolist() == [0, 1, 2, 3] * 1000
    centres = np.array([x[y == k].mean(axis=0) for k in range(4)])
    np.testing.assert_allclose(centres, [[2, 0], [0, 2], [-2, 0], [0, -2]], atol=0.03)
    np.testing.assert_allclose([x[y == k].std() for k in (0,)], [np.sqrt(0.04 + 1.0)], rtol=0.05)
    x, y = datasets.blobs(3, np.random.default_rng(0), noise=0.0)
    np.testing.assert_allclose(np.hypot(*x.T), 2.0)
    spread = datasets.blobs(3000, np.random.default_rng(2))[0]
    np.testing.assert_allclose((spread[::3] - [2.0, 0.0]).std(), 0.5, rtol=0.05)


def test_random_sets_draw_the_points_first_and_add_the_noise():
    x, y = datasets.noisy_line(6, np.random.default_rng(5), slope=3.0, intercept=-1.0, noise=0.2)
    rng = np.random.default_rng(5)
    np.testing.assert_array_equal(x, rng.uniform(-1.0, 1.0, (6, 1)))
    np.testing.assert_allclose(y, 3.0 * x - 1.0 + rng.normal(0.0, 0.2, (6, 1)), rtol=1e-13)
    x, y = datasets.blobs(2, np.random.default_rng(5), classes=1, noise=0.2)
    noise = np.random.default_rng(5).normal(0.0, 0.2, (2, 2))
    np.testing.assert_allclose(x - [2.0, 0.0], noise, rtol=1e-13, atol=1e-15)


@pytest.mark.parametrize("function", [datasets.noisy_line, datasets.blobs])
def test_random_sets_come_from_the_generator_alone(function):
    one, two = function(9, np.random.default_rng(3)), function(9, np.random.default_rng(3))
    for a, b in zip(one, two, strict=True):
        np.testing.assert_array_equal(a, b)
    assert (function(9, np.random.default_rng(4))[0] != one[0]).any()
    with pytest.raises(ValueError, match=r"^samples: expected at least 1, given 0"):
        function(0, np.random.default_rng(0))
    with pytest.raises(ValueError, match=r"^noise: expected a finite number at least 0"):
        function(3, np.random.default_rng(0), noise=-0.1)
    assert len(function(1, np.random.default_rng(0))[0]) == 1


def test_blobs_need_a_class():
    with pytest.raises(ValueError, match=r"^classes: expected at least 1, given 0"):
        datasets.blobs(3, np.random.default_rng(0), classes=0)
    assert datasets.blobs(2, np.random.default_rng(0), classes=1)[1].tolist() == [0, 0]
