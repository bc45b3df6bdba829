r"""Numerical derivatives for checking gradients: from function values alone, they share no formula with what they judge."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from dlnotes._validation import Array, real_array, real_number


def central_difference(f: Callable[[Array], ArrayLike], x: ArrayLike, step: float = 6e-6) -> Array:
    r"""Slope of `f` from its values on both sides, for every element of `x`: $\frac{f(x + h) - f(x - h)}{2 h}$.

    Its error falls with the square of $h$ while that of rounding grows as $h$ shrinks; about the cube root of the
    machine's precision is the best of both, and gives some ten digits. It needs two evaluations for every element.

    Parameters
    ----------
    f : callable
        Takes an array of the shape of `x` and returns a number, or an array of any shape.
    x : array_like, any shape
        The point; integers become floats. It is not changed, and every call of `f` gets an array of its own.
    step : float, positive
        $h$, multiplied by $\max(1, \lvert x \rvert)$ for each element.

    Returns
    -------
    ndarray, the shape of ``f(x)`` followed by the shape of `x`
        The gradient of a scalar function, the Jacobian of any other.

    See Also
    --------
    complex_step : Exact, but `f` must take complex numbers.

    Examples
    --------
    >>> print(f"{central_difference(lambda x: x**2, 3.0):.6f}")
    6.000000
    """
    x, step = real_array("x", x, finite=True), real_number("step", step, above=0.0)
    slopes = []
    for place in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        distance = step * max(1.0, abs(float(x[place])))
        above[place] += distance
        below[place] -= distance
        width = above[place] - below[place]  # as rounded; and taken before `f` can change its argument
        slopes.append((np.asarray(f(above)) - np.asarray(f(below))) / width)
    return _gathered(slopes, x)


def complex_step(
    f: Callable[[NDArray[np.complex128]], ArrayLike], x: ArrayLike, step: float = 1e-30
) -> Array:
    """Slope of `f` from one value beside the real axis: the imaginary part of $f(x + i h)$ over $h$, for every element of `x`.

    Nothing is subtracted, so $h$ can be tiny and the slope is exact to the last digits. `f` must be made of
    functions that take complex numbers and are differentiable there: no absolute value, no maximum, no
    comparison.

    Parameters
    ----------
    f : callable
        Takes a complex array of the shape of `x` and returns a complex number, or a complex array of any
        shape.
    x : array_like, any shape
        The point; real. It is not changed.
    step : float, positive
        $h$.

    Returns
    -------
    ndarray, the shape of ``f(x)`` followed by the shape of `x`
        The gradient of a scalar function, the Jacobian of any other.

    Raises
    ------
    TypeError
        If `f` returns real numbers: then it dropped the imaginary part, and every slope would be zero.

    References
    ----------
    Squire and Trapp, "Using complex variables to estimate derivatives of real functions" (1998), SIAM Review.

    Examples
    --------
    >>> print(f"{complex_step(lambda x: x**2, 3.0):.12f}")
    6.000000000000
    """
    x, step = real_array("x", x, finite=True), real_number("step", step, above=0.0)
    slopes = []
    for place in np.ndindex(x.shape):
        beside = x.astype(np.complex128)
        beside[place] += 1j * step
        value = np.asarray(f(beside))
        if value.dtype.kind != "c":
            raise TypeError(f"f: expected a function that returns complex numbers, given {value.dtype}")
        slopes.append(value.imag / step)
    return _gathered(slopes, x)


def _gathered(slopes: list[Any], x: Array) -> Array:
    if not slopes:
        raise ValueError("x: expected at least one element, given an empty array")
    columns = np.stack(slopes, axis=-1)
    return columns.reshape(columns.shape[:-1] + x.shape)[()]


def check_gradient(
    f: Callable[[Any], ArrayLike],
    gradient: Callable[[Array], ArrayLike],
    x: ArrayLike,
    tolerance: float = 1e-6,
    method: Callable[[Callable[[Any], ArrayLike], Array], Array] = central_difference,
) -> float:
    """Compare a gradient with its estimate from function values; return the largest error, or raise where it is too large.

    Parameters
    ----------
    f : callable
        The function, of one array.
    gradient : callable
        What claims to be its gradient, or its Jacobian, of the same array.
    x : array_like, any shape
        The point, away from corners and jumps.
    tolerance : float, positive
        The error that is allowed, as a share of the largest element of the estimate (absolute, if that is zero).
    method : callable
        `central_difference` or `complex_step`.

    Returns
    -------
    float
        The largest error, as such a share.

    Raises
    ------
    ValueError
        If the shapes differ.
    AssertionError
        If an error is above the tolerance, with its place, both numbers and their ratio: a ratio of minus one, of
        two or of the number of samples names the mistake.

    Examples
    --------
    >>> print(check_gradient(lambda x: np.sum(x**2), lambda x: 2 * x, [1.0, 3.0]) < 1e-9)
    True
    """
    x, tolerance = real_array("x", x), real_number("tolerance", tolerance, above=0.0)
    claimed, estimated = real_array("gradient", gradient(x.copy())), method(f, x)
    if claimed.shape != np.shape(estimated):
        raise ValueError(f"gradient: expected shape {np.shape(estimated)}, given {claimed.shape}")
    errors = np.abs(claimed - estimated) / (np.abs(estimated).max() or 1.0)
    if not (errors <= tolerance).all():
        place = np.unravel_index(np.nan_to_num(errors, nan=np.inf).argmax(), errors.shape)
        given, expected = float(claimed[place]), float(np.asarray(estimated)[place])
        ratio = given / expected if expected else np.nan
        where = tuple(int(i) for i in place)
        numbers = f"gradient {given:.10g}, {method.__name__} {expected:.10g}, ratio {ratio:.6g}"
        raise AssertionError(f"at {where}: {numbers}")
    return float(errors.max())
