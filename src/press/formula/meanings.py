r"""What a symbol of a formula means.

A scope is a dict from symbols to meanings::

    {"x": Reals(-30, 30, extremes=(0,)), "w": Vector("n"), "n": Whole(1, 6), "W": {1: Matrix(3, 2), 2: Matrix(2, 3)},
     "y": Of(lambda x: oracle.sigmoid(x), code=activations.sigmoid), r"\sigma": Function(oracle.sigmoid), "K": 4}

``W: {1: ..., 2: ...}`` is a family: its first index is one of these numbers. Keys that no symbol can be:
``r"w \leftarrow"`` is the value of ``w`` after an update, ``r"\given"`` a formula that must hold where the formula is checked,
``r"\iff"`` a list of predicates, one for each row, that must be true exactly where the row is, ``r"\not": True`` says that the
relation is false, ``r"\approx"`` how near (relatively) two expressions must be, ``r"\leftarrow": "in turn"`` that an update sees
the new values of those above it.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from typing import Any

import mpmath
import numpy as np

from press.formula.arrays import exact
from press.formula.errors import FormulaError

GRID = 2**20  # drawn numbers are multiples of 1 / GRID: a float holds them exactly


@dataclass(frozen=True)
class Reals:
    """A real number, or an array of them, between two bounds; extremes are drawn among the first points."""

    low: float = -2.0
    high: float = 2.0
    extremes: tuple[float, ...] = ()
    shape: tuple[int | str, ...] = ()

    def one(self, rng: Random, number: int) -> mpmath.mpf:
        """Draw a number for the point of this number."""
        if number < len(self.extremes):
            return exact(self.extremes[number])
        return mpmath.mpf(round(rng.uniform(self.low, self.high) * GRID)) / GRID


@dataclass(frozen=True)
class Whole(Reals):
    """A whole number between two bounds, both included."""

    low: int = 1
    high: int = 6

    def one(self, rng: Random, number: int) -> mpmath.mpf:
        """Draw a number for the point of this number."""
        return exact(self.extremes[number] if number < len(self.extremes) else rng.randint(self.low, self.high))


def Vector(size: int | str, low: float = -2.0, high: float = 2.0, extremes: tuple[float, ...] = ()) -> Reals:
    """Return the meaning of a vector; its size is a number or a symbol of the scope."""
    return Reals(low, high, extremes, (size,))


def Matrix(rows: int | str, columns: int | str, low: float = -2.0, high: float = 2.0) -> Reals:
    """Return the meaning of a matrix."""
    return Reals(low, high, (), (rows, columns))


class Choice:
    """One of some values, each of them among the first points."""

    def __init__(self, *values: Any, shape: tuple[int | str, ...] = ()) -> None:
        self.values, self.shape = values, shape

    def one(self, rng: Random, number: int) -> Any:
        """Draw one of the values."""
        return exact(self.values[number] if number < len(self.values) and not self.shape else rng.choice(self.values))


class OneHot(Choice):
    """A vector with one entry of 1 among zeros."""

    def __init__(self, size: int) -> None:
        super().__init__(*np.eye(size).tolist())


class Of:
    """A quantity that depends on other symbols: on those that the function's parameters name, or on `names`.

    ``code`` computes the same from floats, by the package; ``slopes`` maps a symbol to the package's derivative by it: a
    function of the same arguments, or an `Of` with its own.
    """

    def __init__(
        self, f: Callable[..., Any], *names: str, code: Callable[..., Any] | None = None,
        slopes: Mapping[str, Any] | None = None,
    ) -> None:  # fmt: skip
        self.f, self.code, self.slopes = f, code, dict(slopes or {})
        parameters = inspect.signature(f).parameters.values() if not names else ()
        self.names = names or tuple(p.name for p in parameters if p.default is p.empty)


class Function:
    """A function of its written arguments, with its derivative where that should not be taken numerically.

    ``elementwise`` functions of one argument apply to every entry of an array.
    """

    def __init__(
        self, oracle: Callable[..., Any], code: Callable[..., Any] | None = None, slope: Callable[..., Any] | None = None,
        code_slope: Callable[..., Any] | None = None, elementwise: bool = True,
    ) -> None:  # fmt: skip
        self.oracle, self.code, self.slope, self.code_slope = oracle, code, slope, code_slope
        self.elementwise = elementwise


@dataclass(frozen=True)
class Running:
    """A letter that is an index and runs: it has no value of its own, but may be named."""


Sampled = Reals | Choice


def draw(meaning: Sampled, key: str, number: int, size: Callable[[str], int]) -> Any:
    """Draw a value reproducibly: it depends on the symbol and the number of the point, on nothing else."""
    rng = Random(f"{key} {number}")
    shape = tuple(size(s) if isinstance(s, str) else s for s in meaning.shape)
    if not shape:
        return meaning.one(rng, number)
    entries = np.empty(shape, dtype=object)
    extremes = meaning.extremes if isinstance(meaning, Reals) else ()
    for place in np.ndindex(shape):
        chosen = rng.randrange(len(extremes)) if extremes and rng.random() < 0.2 else len(extremes)
        entries[place] = meaning.one(rng, chosen)
    return entries


def parameter(name: str, known: Callable[[str], bool]) -> str:
    r"""Return the symbol that a parameter of Python names: ``x``, ``w_1``, ``eta``, ``delta_1``, ``y_hat``, ``x_bar``."""
    base, _, rest = name.partition("_")
    tail = f"_{rest}" if rest else ""
    for candidate in (name, f"\\{base}{tail}", *(f"\\{accent}{{{base}}}" for accent in ("hat", "bar") if rest == accent)):
        if known(candidate):
            return candidate
    raise FormulaError(f"what is {name}? A quantity depends on it, and the scope does not know it")
