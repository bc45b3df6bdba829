"""Small data to learn from: the logic gates, and random sets that come from an explicit generator."""

import numpy as np

from dlnotes._validation import Array, generator, real_number, whole_number

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
) -> tuple[Array, np.ndarray[tuple[int, ...], np.dtype[np.int64]]]:
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
