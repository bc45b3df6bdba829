"""Activation functions, each followed by its derivative.

The elementwise derivative of ``f`` is ``f_derivative``, taken at the same input ``x`` (not at the output).
"""

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


def sigmoid(x: ArrayLike) -> Array:
    """Squash every element of `x` into the interval from 0 to 1.

    ``sigmoid(x) = 1 / (1 + exp(-x))``, computed from ``exp(-|x|)`` so that nothing overflows.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers.

    Returns
    -------
    ndarray, the shape of `x`
        0.5 at ``x = 0``; 1 from about ``x = 37`` on and 0 below about ``x = -745``, where float64 ends.

    Examples
    --------
    >>> print(f"{sigmoid(0.0):.2f}")
    0.50
    """
    x = np.asarray(x, dtype=np.float64)
    decay = np.exp(-np.abs(x))
    return np.where(x >= 0, 1.0, decay) / (1.0 + decay)


def sigmoid_derivative(x: ArrayLike) -> Array:
    """Slope of the sigmoid at every element of `x`.

    ``sigmoid'(x) = y (1 - y)`` with ``y = sigmoid(x)``. The factor ``1 - y`` is computed as ``sigmoid(-x)``:
    the subtraction would lose every digit for large `x`.

    Parameters
    ----------
    x : array_like, any shape
        Real numbers: the input of the sigmoid, not its output.

    Returns
    -------
    ndarray, the shape of `x`
        At most 0.25, reached at ``x = 0``.

    Examples
    --------
    >>> print(f"{sigmoid_derivative(0.0):.2f}")
    0.25
    """
    x = np.asarray(x, dtype=np.float64)
    return sigmoid(x) * sigmoid(-x)
