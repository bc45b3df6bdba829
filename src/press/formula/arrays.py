"""Arithmetic of mpmath numbers and object arrays of them, refusing what has no one meaning."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import mpmath
import numpy as np

from press.formula.errors import FormulaError


def exact(value: Any) -> Any:
    """Return numbers as mpmath numbers, lists and arrays as object arrays of them, dicts entry by entry."""
    if isinstance(value, dict):
        return {key: exact(part) for key, part in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)) and np.ndim(value):
        array = np.asarray(value, dtype=object)
        found = np.empty(array.shape, dtype=object)
        for place in np.ndindex(array.shape):
            found[place] = _number(array[place])
        return found
    return value if callable(value) else _number(value)


def _number(value: Any) -> mpmath.mpf:
    if isinstance(value, mpmath.mpf):
        return value
    if isinstance(value, Fraction):
        return mpmath.mpf(value.numerator) / value.denominator
    if isinstance(value, np.ndarray):
        return _number(value.item())
    if isinstance(value, np.generic):
        return mpmath.mpf(value.item())
    if isinstance(value, (int, float, str)):
        return mpmath.mpf(value)
    raise FormulaError(f"{value!r} is not a real number")


def floats(value: Any) -> Any:
    """Return the same in float64, for the package."""
    if isinstance(value, dict):
        return {key: floats(part) for key, part in value.items()}
    if isinstance(value, np.ndarray):
        return value.astype(np.float64)
    return value if callable(value) else float(value)


def is_array(value: Any) -> bool:
    """Tell an array with axes from a number."""
    return isinstance(value, np.ndarray) and value.ndim > 0


def each(f: Callable[..., Any], value: Any) -> Any:
    """Apply a function of a number to a number or to every entry."""
    if not is_array(value):
        return exact(f(value))
    found = np.empty(value.shape, dtype=object)
    for place in np.ndindex(value.shape):
        found[place] = exact(f(value[place]))
    return found


def fitting(a: Any, b: Any, what: str) -> None:
    """Refuse arrays that differ in shape, except a row that is added to every row of a matrix."""
    if not (is_array(a) and is_array(b)) or a.shape == b.shape:
        return
    shapes = sorted((a.shape, b.shape), key=len)
    if what == "sum" and (len(shapes[0]), len(shapes[1])) == (1, 2) and shapes[0][0] == shapes[1][1]:
        return
    raise FormulaError(f"a {what} of shapes {a.shape} and {b.shape}")


def add(a: Any, b: Any) -> Any:
    """Return the sum."""
    fitting(a, b, "sum")
    return a + b


def multiply(operator: str, a: Any, b: Any) -> Any:
    r"""Return the product that the operator between two values stands for."""
    if not (is_array(a) and is_array(b)):
        return a * b
    if operator == r"\odot":
        fitting(a, b, "product by entries")
        return a * b
    if operator == r"\times":
        raise FormulaError(r"\times between two arrays")
    if a.ndim == b.ndim == 1 and operator != r"\cdot":
        raise FormulaError(r"two vectors side by side: write \cdot, \odot or ^\top")
    if a.ndim == 1 and b.ndim == 2 and b.shape[0] == 1:
        return a[:, np.newaxis] * b
    if a.shape[-1] != b.shape[0]:
        raise FormulaError(f"a product of shapes {a.shape} and {b.shape}")
    product = a @ b
    return product[0] if a.ndim == 2 and a.shape[0] == 1 and b.ndim == 1 else product


def divide(a: Any, b: Any) -> Any:
    """Return the quotient; entry by entry for arrays of one shape."""
    fitting(a, b, "quotient")
    return a / b


def power(a: Any, b: Any) -> Any:
    """Return a power; of a vector, entry by entry."""
    if is_array(b) or (is_array(a) and a.ndim > 1):
        raise FormulaError("a power of or by a matrix has no one meaning here")
    return each(lambda v: real(mpmath.power(v, b)), a)


def real(value: Any) -> Any:
    """Refuse what is not a real number."""
    if isinstance(value, mpmath.mpc):
        raise FormulaError(f"{mpmath.nstr(value, 6)} is not real: a root or logarithm of a negative number")
    return value


def transpose(value: Any) -> Any:
    """Return a matrix transposed, a vector as one row."""
    if not is_array(value) or value.ndim > 2:
        raise FormulaError(r"\top of something that is no vector or matrix")
    return value[np.newaxis, :] if value.ndim == 1 else value.T


def norm(value: Any, order: str) -> Any:
    """Return the norm of a vector (all entries of a matrix, for 2: Frobenius)."""
    entries = [abs(v) for v in np.ravel(value)]
    if order == "2":
        return mpmath.sqrt(mpmath.fsum(v * v for v in entries))
    if np.ndim(value) == 1 and order in ("1", r"\infty"):
        return mpmath.fsum(entries) if order == "1" else max(entries)
    raise FormulaError(f"unknown norm {order} of {np.ndim(value)} axes")
