"""Small data to learn from: the logic gates, random sets that come from an explicit generator, and real sets.

The real sets are part of the package, so no network is needed. They come from the UCI Machine Learning Repository under
the license CC BY; a file beside the data names the authors and what was changed.
Every call returns arrays of its own, which may be written to. The order is that of the published set: shuffle the rows
before a part is set aside for the test.
"""

import gzip
from importlib import resources

import numpy as np

from dlnotes._validation import Array, generator, real_number, whole_number

Labels = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
_GATES = {"and": (0, 0, 0, 1), "or": (0, 1, 1, 1), "nand": (1, 1, 1, 0), "xor": (0, 1, 1, 0)}


def logic_gate(name: str) -> tuple[Array, Array]:
    """Truth table of a gate with two inputs.

    Parameters
    ----------
    name : {"and", "or", "nand", "xor"}
        Only "xor" cannot be separated by a line.

    Returns
    -------
    x : ndarray, shape (rows, inputs)
        All pairs of zeros and ones, in counting order.
    y : ndarray, shape (rows,)
        The answer for each of them.

    Raises
    ------
    ValueError
        If there is no such gate.

    Examples
    --------
    >>> x, y = logic_gate("xor")
    >>> print(x.tolist(), y.tolist())
    [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]] [0.0, 1.0, 1.0, 0.0]
    """
    if name not in _GATES:
        raise ValueError(f"name: expected one of {', '.join(_GATES)}, given {name!r}")
    x = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    return x, np.array(_GATES[name], dtype=np.float64)


def noisy_line(
    samples: int, rng: np.random.Generator, slope: float = 2.0, intercept: float = 1.0, noise: float = 0.1
) -> tuple[Array, Array]:
    """Points about a straight line: $y = w x + c$ plus normal noise, for uniform $x$ about zero.

    Parameters
    ----------
    samples : int, positive
        How many points.
    rng : numpy.random.Generator
        Where they come from.
    slope, intercept : float
        $w$ and $c$.
    noise : float, not negative
        Standard deviation of the noise.

    Returns
    -------
    x : ndarray, shape (samples, inputs)
        One column, from minus one to one.
    y : ndarray, shape (samples, outputs)
        One column of targets.

    Examples
    --------
    >>> x, y = noisy_line(5, np.random.default_rng(0), slope=3.0, intercept=0.0, noise=0.0)
    >>> print(x.shape, y.shape, (abs(x) <= 1.0).all(), (y == 3.0 * x).all())
    (5, 1) (5, 1) True True
    """
    count = whole_number("samples", samples, least=1)
    x = generator("rng", rng).uniform(-1.0, 1.0, size=(count, 1))
    spread = rng.normal(0.0, real_number("noise", noise, least=0.0), size=(count, 1))
    return x, real_number("slope", slope) * x + real_number("intercept", intercept) + spread


def blobs(
    samples: int, rng: np.random.Generator, classes: int = 3, noise: float = 0.5
) -> tuple[Array, Labels]:
    """Clouds of points in the plane, one for each class, their centers evenly on a circle about the origin.

    Parameters
    ----------
    samples : int, positive
        How many points in all; class numbers are dealt out in turn.
    rng : numpy.random.Generator
        Where they come from.
    classes : int, positive
        How many clouds.
    noise : float, not negative
        Standard deviation of a cloud.

    Returns
    -------
    x : ndarray, shape (samples, coordinates)
        Points; without noise they lie on the circle.
    y : ndarray of integers, shape (samples,)
        Class numbers.

    Examples
    --------
    >>> x, y = blobs(5, np.random.default_rng(0), classes=3, noise=0.0)
    >>> print(x.shape, y, np.hypot(*x[0]))
    (5, 2) [0 1 2 0 1] 2.0
    """
    labels = np.arange(whole_number("samples", samples, least=1)) % whole_number("classes", classes, least=1)
    angles = 2.0 * np.pi * labels / classes
    centers = 2.0 * np.stack([np.cos(angles), np.sin(angles)], axis=-1)
    spread = generator("rng", rng).normal(0.0, real_number("noise", noise, least=0.0), size=centers.shape)
    return centers + spread, labels


def _table(name: str) -> Array:
    """Return a table of the package as a new array, without the line that names its columns."""
    packed = resources.files("dlnotes").joinpath("data", f"{name}.csv.gz").read_bytes()
    return np.loadtxt(gzip.decompress(packed).decode("ascii").splitlines(), delimiter=",", skiprows=1)


def digits() -> tuple[Array, Labels]:
    """Small gray images of handwritten digits, for classification into ten classes.

    The images are the test set of the source: none of its writers wrote for the training set, which is not part of the
    package. A pixel counts the dark points in a block of four by four of a finer image.

    Returns
    -------
    x : ndarray, shape (samples, pixels)
        An image in each row, one row of its pixels after the other. Zero is empty, and sixteen, the largest value, is full.
    y : ndarray of integers, shape (samples,)
        The digit, which is the class number.

    References
    ----------
    E. Alpaydin and C. Kaynak (1998), Optical Recognition of Handwritten Digits, UCI Machine Learning Repository,
    <https://doi.org/10.24432/C50P49>, license CC BY 4.0.

    Examples
    --------
    >>> x, y = digits()
    >>> print(x.shape, y[:6], x.max())
    (1797, 64) [0 1 2 3 4 5] 16.0
    >>> print(np.bincount(y))
    [178 182 177 183 181 182 181 179 174 180]
    >>> images = x.reshape(len(x), 8, 8)
    >>> print(images[0, 0].tolist())
    [0.0, 0.0, 5.0, 13.0, 9.0, 1.0, 0.0, 0.0]
    """
    table = _table("digits")
    return table[:, :-1].copy(), table[:, -1].astype(np.int64)


def breast_cancer() -> tuple[Array, Labels]:
    """Measures of cell nuclei in images of breast tissue, for binary classification: malignant or benign.

    The columns differ in size by factors of thousands: standardize them before you train a network.

    Returns
    -------
    x : ndarray, shape (samples, measures)
        Ten measures of the nuclei in an image: radius, texture, perimeter, area, smoothness, compactness, concavity,
        concave points, symmetry and fractal dimension. First come their means, then the standard errors of these in the
        same order, then the means of the three largest values.
    y : ndarray of integers, shape (samples,)
        One for malignant, which is what a test looks for, and zero for benign. (scikit-learn has it the other way round.)

    References
    ----------
    W. Wolberg, O. Mangasarian, N. Street and W. Street (1993), Breast Cancer Wisconsin (Diagnostic),
    UCI Machine Learning Repository, <https://doi.org/10.24432/C5DW2B>, license CC BY 4.0.

    Examples
    --------
    >>> x, y = breast_cancer()
    >>> print(x.shape, np.bincount(y))
    (569, 30) [357 212]
    """
    table = _table("breast_cancer")
    return table[:, :-1].copy(), table[:, -1].astype(np.int64)


def auto_mpg() -> tuple[Array, Array]:
    """Cars and how far they go on a gallon of fuel, for regression.

    Six cars of the source have no horsepower; they are left out, not filled in. So are the names of the cars.

    Returns
    -------
    x : ndarray, shape (samples, features)
        The number of cylinders, displacement in cubic inches, horsepower, weight in pounds, seconds to accelerate,
        model year without the century, and origin. The origin is a category, not a quantity: one is America, two is
        Europe and three is Japan.
    y : ndarray, shape (samples, outputs)
        One column, the miles per gallon.

    References
    ----------
    R. Quinlan (1993), Auto MPG, UCI Machine Learning Repository, <https://doi.org/10.24432/C5859H>, license CC BY 4.0.

    Examples
    --------
    >>> x, y = auto_mpg()
    >>> print(x.shape, y.shape)
    (392, 7) (392, 1)
    >>> print(x[0].tolist(), y[0])
    [8.0, 307.0, 130.0, 3504.0, 12.0, 70.0, 1.0] [18.]
    """
    table = _table("auto_mpg")
    return table[:, :-1].copy(), table[:, -1:].copy()
