"""Checks of arguments: each names the argument, what was given and what is expected."""

from collections.abc import Mapping
from math import inf, isfinite
from operator import index
from typing import Any, TypeVar

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]
T = TypeVar("T")
# What other texts and frameworks call something, and what it is called here.
ELSEWHERE = {
    "mse": "mean_squared_error",
    "mae": "mean_absolute_error",
    "bce": "binary_crossentropy",
    "linear": "identity",
    "he": "he_normal",
    "kaiming_normal": "he_normal",
    "glorot": "glorot_uniform",
    "xavier": "glorot_uniform",
    "xavier_uniform": "glorot_uniform",
}


def real_array(name: str, value: ArrayLike, *, finite: bool = False) -> Array:
    """`value` as an array of float64; complex numbers, text and objects are refused, not converted."""
    try:
        array: Array = np.asarray(value)
    except ValueError as error:
        raise ValueError(f"{name}: expected a rectangular array, given rows of unequal length") from error
    if array.dtype != np.float64:
        if array.dtype.kind not in "biuf":
            raise TypeError(f"{name}: expected real numbers, given {array.dtype}")
        array = array.astype(np.float64)
    if finite and not all_finite(array):
        raise ValueError(f"{name}: expected finite numbers, given nan or infinity")
    return array


def all_finite(array: NDArray[Any]) -> bool:
    """Tell whether no element is nan or infinite; each is looked at only if the sum of squares does not tell."""
    return isfinite(np.vdot(array, array)) or bool(np.isfinite(array).all())


def real_number(
    name: str, value: float, *, least: float = -inf, above: float = -inf, below: float = inf
) -> float:
    """`value` as a float with ``least <= value``, ``above < value`` and ``value < below``."""
    if not isinstance(value, (int, float, np.integer, np.floating)) or isinstance(value, bool):
        raise TypeError(f"{name}: expected a real number, given {value!r}")
    if not (isfinite(value) and least <= value and above < value < below):
        bounds = {"at least": least, "above": above, "below": below}
        wanted = " and ".join(f"{word} {bound:g}" for word, bound in bounds.items() if isfinite(bound))
        raise ValueError(f"{name}: expected a finite number {wanted}, given {value!r}")
    return float(value)


def whole_number(name: str, value: int, *, least: int) -> int:
    """`value` as an int of at least `least`; a float is refused even when it is whole."""
    try:
        number = index(value)
    except TypeError:
        raise TypeError(f"{name}: expected a whole number, given {value!r}") from None
    if isinstance(value, bool):
        raise TypeError(f"{name}: expected a whole number, given {value!r}")
    if number < least:
        raise ValueError(f"{name}: expected at least {least}, given {number}")
    return number


def same_shape(name: str, given: NDArray[Any], other: str, expected: NDArray[Any]) -> None:
    """Refuse two arrays that NumPy would silently broadcast against each other."""
    if given.shape != expected.shape:
        raise ValueError(f"{name}: expected the shape of {other}, {expected.shape}, given {given.shape}")


def class_numbers(name: str, labels: ArrayLike, classes: int) -> NDArray[np.integer[Any]]:
    """`labels` as an array of integers from 0 to `classes` - 1."""
    indices = np.asarray(labels)
    if indices.dtype.kind not in "iu":
        raise TypeError(f"{name}: expected integer labels, given {indices.dtype}")
    if indices.size and (indices.min() < 0 or indices.max() >= classes):
        raise ValueError(
            f"{name}: expected labels from 0 to {classes - 1}, given {indices.min()} to {indices.max()}"
        )
    return indices


def fits_weights(name: str, x: Array, weights: Array) -> None:
    """Refuse samples that have another number of inputs than the weights."""
    if x.ndim not in (1, 2) or x.shape[-1] != weights.shape[-1]:
        expected = f"({weights.shape[-1]},) or (N, {weights.shape[-1]})"
        raise ValueError(f"{name}: expected shape {expected} to fit weights {weights.shape}, given {x.shape}")


def chosen(argument: str, name: str, table: Mapping[str, T]) -> T:
    """Return what `table` has under `name`; an unknown name is answered with the choices."""
    if not isinstance(name, str):
        raise TypeError(f"{argument}: expected a name, one of {', '.join(sorted(table))}, given {name!r}")
    if name not in table:
        hint = f"; say {ELSEWHERE[name]!r}" if ELSEWHERE.get(name) in table else ""
        raise ValueError(f"{argument}: expected one of {', '.join(sorted(table))}, given {name!r}{hint}")
    return table[name]


def generator(name: str, value: np.random.Generator) -> np.random.Generator:
    """Return `value` unless it is a seed, which would draw the same numbers in every call, or nothing at all."""
    if value is None or isinstance(value, (int, np.integer, str)):
        raise TypeError(f"{name}: expected a generator such as np.random.default_rng(0), given {value!r}")
    return value
