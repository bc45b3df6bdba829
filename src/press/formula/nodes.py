"""The tree of a formula: plain dataclasses, compared by value."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Node:
    """A part of a formula."""


@dataclass(frozen=True)
class Number(Node):
    """A number as it is printed, without the separators of thousands."""

    text: str


@dataclass(frozen=True)
class Index:
    """An index such as ``i``, ``5`` or ``l+1``: signed letters, names and numbers."""

    terms: tuple[tuple[int, str], ...]

    def __str__(self) -> str:
        """Return the index as it is written."""
        return "".join(("-" if sign < 0 else "+") + text for sign, text in self.terms).removeprefix("+")


@dataclass(frozen=True)
class Symbol(Node):
    r"""A name with its indices below and, as in ``W^{(l)}``, above."""

    name: str
    below: tuple[Index, ...] = ()
    above: tuple[Index, ...] = ()

    @cached_property
    def latex(self) -> str:
        """The one way in which this symbol is written as a key of a scope."""
        texts = [str(index) for index in self.below]
        below = ("" if all(len(t) == 1 and t.isalpha() for t in texts) else ",").join(texts)
        wrapped = below if len(below) == 1 else f"{{{below}}}"
        above = "".join(f"^{{({index})}}" for index in self.above)
        return self.name + (f"_{wrapped}" if below else "") + above


@dataclass(frozen=True)
class Sum(Node):
    """Signed terms."""

    terms: tuple[tuple[int, Node], ...]


@dataclass(frozen=True)
class Product(Node):
    r"""Factors, each with the operator before it: ``""`` (juxtaposed), ``\cdot``, ``\times``, ``\odot`` or ``/``."""

    factors: tuple[tuple[str, Node], ...]


@dataclass(frozen=True)
class Quotient(Node):
    """A fraction."""

    top: Node
    bottom: Node


@dataclass(frozen=True)
class Power(Node):
    """A base and its exponent."""

    base: Node
    exponent: Node


@dataclass(frozen=True)
class Transpose(Node):
    r"""What stands before ``^\top``."""

    base: Node


@dataclass(frozen=True)
class Call(Node):
    """A symbol before parentheses: a function's value, or a product. The meaning decides."""

    head: Symbol
    arguments: tuple[Node, ...]
    primes: int = 0


@dataclass(frozen=True)
class Entry(Node):
    """An entry of something that is no symbol, as in ``(W x)_i``."""

    base: Node
    below: tuple[Index, ...]


@dataclass(frozen=True)
class Dots(Node):
    r"""``\cdots``: what continues its two neighbors."""


@dataclass(frozen=True)
class Over(Node):
    """A sum, product, maximum or minimum over indices, or a limit."""

    kind: str
    indices: tuple[str, ...]
    low: Node | None
    high: Node | None
    condition: "Chain | None"
    body: Node


@dataclass(frozen=True)
class Bracket(Node):
    r"""``floor``, ``ceil``, ``abs``, ``sqrt`` or a norm (``norm``, with its order) of one part."""

    kind: str
    inner: Node
    order: str = "2"


@dataclass(frozen=True)
class Extreme(Node):
    """The largest or smallest of several parts."""

    kind: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True)
class Partial(Node):
    """The derivative of a part by one or more symbols."""

    over: Node
    under: tuple[Symbol, ...]
    sign: str = r"\partial"


@dataclass(frozen=True)
class Gradient(Node):
    """The derivatives of a scalar by all entries of a symbol, or (None) of a function at its argument."""

    over: Node
    under: Symbol | None


@dataclass(frozen=True)
class Matrix(Node):
    """Rows of entries written out."""

    rows: tuple[tuple[Node, ...], ...]


@dataclass(frozen=True)
class Chain(Node):
    """Parts with a relation between each and the next; without any it is an expression."""

    first: Node
    links: tuple[tuple[str, Node], ...] = ()


@dataclass(frozen=True)
class Cases(Node):
    """Values, each with the chains that must hold, or None for otherwise."""

    rows: tuple[tuple[Node, tuple[Chain, ...] | None], ...]


@dataclass(frozen=True)
class Iverson(Node):
    """1 where a relation holds, else 0."""

    condition: Chain


@dataclass(frozen=True)
class Shape(Node):
    r"""``\mathbb{R}^{m \times n}``."""

    sizes: tuple[Node, ...]


@dataclass(frozen=True)
class Members(Node):
    """A set whose members are written out."""

    members: tuple[Node, ...]


@dataclass(frozen=True)
class Interval(Node):
    """The numbers between two, with the brackets that say whether the ends belong."""

    low: Node
    high: Node
    brackets: str


@dataclass(frozen=True)
class Membership(Node):
    """Parts that belong to a set."""

    parts: tuple[Node, ...]
    where: Shape | Members | Interval


def walk(part: Any) -> Iterator[Any]:
    """Yield a node and all nodes in it."""
    if isinstance(part, Node):
        yield part
        for field in fields(part):
            yield from walk(getattr(part, field.name))
    elif isinstance(part, tuple):
        for inner in part:
            yield from walk(inner)
