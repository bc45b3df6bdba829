"""Datasets: truth tables by Python's own operators, random sets with the properties that they claim, and real sets.

What is known of the real sets was published elsewhere: at UCI, and in texts that compute with them.
"""

import gzip
import hashlib
import socket
from pathlib import Path

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


# The real sets: rows, columns of x, and the digest of the text, which was compared with the files of UCI when it was stored.
REAL = {
    "digits": (1797, 64, "592cc047d0a1cc7fdef9fd724514209dcb45a80aa147dc3ab375e3e1a9a380f4"),
    "breast_cancer": (569, 30, "8779143ff91e478e7109a3675b16fb9bf3a5d90a4589eb72f523057540d09536"),
    "auto_mpg": (392, 7, "ada06c22fa8cb973c1c4073fe6f57d746db9d4409822a02afe6c34963ba91e81"),
}
DATA = Path(datasets.__file__).parent / "data"


def text_of(name):
    return gzip.decompress((DATA / f"{name}.csv.gz").read_bytes())


@pytest.mark.parametrize("name", REAL)
def test_real_sets_are_what_was_stored(name):
    rows, columns, digest = REAL[name]
    assert hashlib.sha256(text_of(name)).hexdigest() == digest
    x, y = getattr(datasets, name)()
    assert x.shape == (rows, columns)
    assert y.shape == ((rows, 1) if name == "auto_mpg" else (rows,))
    assert x.dtype == np.float64
    assert y.dtype == (np.float64 if name == "auto_mpg" else np.int64)
    # By Python's own reading of the text: every number, in its place.
    lines = [line.split(",") for line in text_of(name).decode("ascii").splitlines()]
    assert all(len(line) == columns + 1 for line in lines)
    assert x.tolist() == [[float(number) for number in line[:-1]] for line in lines[1:]]
    assert y.ravel().tolist() == [float(line[-1]) for line in lines[1:]]


@pytest.mark.parametrize("name", REAL)
def test_real_sets_are_complete(name):
    x, _ = getattr(datasets, name)()
    assert np.isfinite(x).all()
    assert (x >= 0.0).all()
    assert x.flags.c_contiguous


@pytest.mark.parametrize("name", REAL)
def test_real_sets_are_the_callers_own(name):
    first, again = getattr(datasets, name)(), getattr(datasets, name)()
    for array, other in zip(first, again, strict=True):
        assert array.flags.writeable
        assert array.flags.owndata
        assert not np.shares_memory(array, other)
    assert not np.shares_memory(*first)
    expected = [array.copy() for array in again]
    for array in first:
        array[...] = 7
    for array, e in zip(getattr(datasets, name)(), expected, strict=True):
        np.testing.assert_array_equal(array, e)


@pytest.mark.parametrize("name", REAL)
def test_real_sets_need_no_network(name, monkeypatch):
    def refuse(*_):
        raise AssertionError("a data set asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    assert len(getattr(datasets, name)()[0]) == REAL[name][0]


@pytest.mark.parametrize("name", REAL)
def test_stored_bytes_name_no_file_and_no_time(name):
    head = (DATA / f"{name}.csv.gz").read_bytes()[:10]
    assert head[:3] == b"\x1f\x8b\x08"                        # gzip, deflate
    assert head[3] == 0                                         # no name, no comment
    assert head[4:8] == bytes(4)                                # no time


def test_real_sets_are_small_and_licensed():
    files = sorted(path.name for path in DATA.iterdir())
    assert files == sorted([*(f"{name}.csv.gz" for name in REAL), "LICENSE"])
    assert sum(path.stat().st_size for path in DATA.iterdir()) <= 150_000
    words = (DATA / "LICENSE").read_text("utf-8")
    assert "https://creativecommons.org/licenses/by/4.0/" in words
    for name, identifier in {"digits": "C50P49", "breast_cancer": "C5DW2B", "auto_mpg": "C5859H"}.items():
        address = f"https://doi.org/10.24432/{identifier}"
        assert f"{name}.csv.gz\n" in words
        assert address in words
        assert address in getattr(datasets, name).__doc__
        assert "CC BY 4.0" in getattr(datasets, name).__doc__


def test_digits_are_those_of_uci():
    x, y = datasets.digits()
    # The class distribution of the test set, as UCI prints it.
    published = {0: 178, 1: 182, 2: 177, 3: 183, 4: 181, 5: 182, 6: 181, 7: 179, 8: 174, 9: 180}
    assert {digit: y.tolist().count(digit) for digit in range(10)} == published
    assert sum(published.values()) == len(y)
    assert set(np.unique(x).tolist()) == set(range(17))         # "integers in the range 0..16"
    # The first image, a zero, as the documentation of scikit-learn prints it.
    assert y[0] == 0
    assert x[0].reshape(8, 8).tolist() == [
        [0, 0, 5, 13, 9, 1, 0, 0],
        [0, 0, 13, 15, 10, 15, 5, 0],
        [0, 3, 15, 2, 0, 11, 8, 0],
        [0, 4, 12, 0, 0, 8, 8, 0],
        [0, 5, 8, 0, 0, 9, 8, 0],
        [0, 4, 11, 0, 1, 12, 7, 0],
        [0, 2, 14, 5, 10, 12, 0, 0],
        [0, 0, 6, 13, 10, 0, 0, 0],
    ]


def test_breast_cancer_is_that_of_uci():
    x, y = datasets.breast_cancer()
    assert (y.tolist().count(0), y.tolist().count(1)) == (357, 212)     # "357 benign, 212 malignant"
    # The smallest and the largest value of every column, as the description of the set lists them: mean, error, worst.
    published = [
        (6.981, 28.11), (9.71, 39.28), (43.79, 188.5), (143.5, 2501.0), (0.053, 0.163),
        (0.019, 0.345), (0.0, 0.427), (0.0, 0.201), (0.106, 0.304), (0.05, 0.097),
        (0.112, 2.873), (0.36, 4.885), (0.757, 21.98), (6.802, 542.2), (0.002, 0.031),
        (0.002, 0.135), (0.0, 0.396), (0.0, 0.053), (0.008, 0.079), (0.001, 0.03),
        (7.93, 36.04), (12.02, 49.54), (50.41, 251.2), (185.2, 4254.0), (0.071, 0.223),
        (0.027, 1.058), (0.0, 1.252), (0.0, 0.291), (0.156, 0.664), (0.055, 0.208),
    ]  # fmt: skip
    np.testing.assert_allclose(x.min(axis=0), [low for low, _ in published], atol=5.1e-4)
    np.testing.assert_allclose(x.max(axis=0), [high for _, high in published], atol=5.1e-4)
    # Malignant nuclei are larger: which label is which.
    assert x[y == 1, 0].mean() > 1.4 * x[y == 0, 0].mean()
    assert x[0, :4].tolist() == [17.99, 10.38, 122.8, 1001.0]           # the first line of wdbc.data, of an M
    assert y[0] == 1
    # The largest of three is no smaller than their mean; the two areas go with the square of the two radii.
    assert (x[:, 20] >= x[:, 0]).all()
    assert np.corrcoef(x[:, 0] ** 2, x[:, 3])[0, 1] > 0.99


def test_auto_mpg_is_that_of_uci():
    x, y = datasets.auto_mpg()
    assert len(x) == 398 - 6                                            # "398 instances, horsepower has 6 missing values"
    # The first two lines of auto-mpg.data: a chevrolet and a buick.
    assert [*y[0], *x[0]] == [18.0, 8.0, 307.0, 130.0, 3504.0, 12.0, 70.0, 1.0]
    assert [*y[1], *x[1]] == [15.0, 8.0, 350.0, 165.0, 3693.0, 11.5, 70.0, 1.0]
    assert sorted(set(x[:, 0])) == [3, 4, 5, 6, 8]
    assert set(x[:, 5]) == set(range(70, 83))
    assert set(x[:, 6]) == {1, 2, 3}
    # Range, mean and standard deviation of the complete rows, as a published solution in R prints them.
    published = {
        "mpg": (9.0, 46.6, 23.44592, 7.805007),
        "cylinders": (3, 8, 5.471939, 1.705783),
        "displacement": (68, 455, 194.412, 104.644),
        "weight": (1613, 5140, 2977.584, 849.4026),
        "acceleration": (8.0, 24.8, 15.54133, 2.758864),
        "year": (70, 82, 75.97959, 3.683737),
        "origin": (1, 3, 1.576531, 0.8055182),
    }
    columns = {"mpg": y[:, 0], "cylinders": x[:, 0], "displacement": x[:, 1], "weight": x[:, 3],
               "acceleration": x[:, 4], "year": x[:, 5], "origin": x[:, 6]}  # fmt: skip
    for name, (low, high, mean, deviation) in published.items():
        column = columns[name]
        assert (column.min(), column.max()) == (low, high), name
        np.testing.assert_allclose([column.mean(), column.std(ddof=1)], [mean, deviation], rtol=3e-6, err_msg=name)
    # The line through fuel economy against horsepower, a well-known exercise: 39.936 - 0.1578 horsepower.
    np.testing.assert_allclose(np.polyfit(x[:, 2], y[:, 0], 1), [-0.157845, 39.935861], rtol=1e-5)
