"""Checks of arguments: each names the argument, what was given and what is expected."""

from collections.abc import Iterable
from math import inf, isfinite
from operator import index
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

Array = NDArray[np.float64]


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


def function_named(argument: str, name: str, module: ModuleType, choices: Iterable[str]) -> Any:
    """Return the function `name` of `module`; an unknown name is answered with the `choices`."""
    if name not in choices:
        raise ValueError(f"{argument}: expected one of {', '.join(sorted(choices))}, given {name!r}")
    return getattr(module, name)
