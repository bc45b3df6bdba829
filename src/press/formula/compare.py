"""One relation between two values."""

from collections.abc import Iterator
from typing import Any

import mpmath
import numpy as np

from press.formula import arrays
from press.formula.errors import DoesNotHold, FormulaError
from press.formula.evaluate import truth
from press.formula.nodes import Node, Number, Power, Product, Sum

ORACLE = (mpmath.mpf("1e-20"), mpmath.mpf("1e-25"))  # relative and absolute: 50 digits leave room
CODE = (mpmath.mpf("1e-9"), mpmath.mpf("1e-14"))


def half_unit(node: Node, rounded: bool) -> Any:
    """Return half a unit of the last printed digit, or None; of a whole number only if it is said to be rounded."""
    if isinstance(node, Number) and (rounded or "." in node.text):
        return mpmath.mpf(10) ** -len(node.text.partition(".")[2]) / 2
    if isinstance(node, Sum) and len(node.terms) == 1:
        return half_unit(node.terms[0][1], rounded)
    if isinstance(node, Product) and len(node.factors) == 2:
        (_, number), (operator, ten) = node.factors
        if operator == r"\times" and isinstance(ten, Power) and ten.base == Number("10"):
            unit, exponent = half_unit(number, rounded), _whole(ten.exponent)
            return None if unit is None or exponent is None else unit * mpmath.mpf(10) ** exponent
    return None


def _whole(node: Node) -> int | None:
    if isinstance(node, Number) and node.text.isdigit():
        return int(node.text)
    if isinstance(node, Sum) and len(node.terms) == 1 and (inner := _whole(node.terms[0][1])) is not None:
        return node.terms[0][0] * inner
    return None


def pairs(a: Any, b: Any, literal: bool) -> Iterator[tuple[Any, Any]]:
    """Yield the entries of two values of one shape; a number that is written out may stand beside an array."""
    if callable(a) or callable(b):
        raise FormulaError("a function is compared: write its argument")
    if np.shape(a) != np.shape(b) and not literal:
        raise DoesNotHold(f"shapes {np.shape(a)} and {np.shape(b)}")
    left, right = np.broadcast_arrays(np.asarray(a, dtype=object), np.asarray(b, dtype=object))
    yield from zip(left.ravel(), right.ravel(), strict=True)


def compare(relation: str, left: tuple[Node, Any], right: tuple[Node, Any], code: bool, near: Any) -> tuple[int, bool]:
    """Return the number of comparisons, and whether any of them was between more than zeros or equal bounds."""
    (a_node, a), (b_node, b) = left, right
    literal = isinstance(a_node, Number) or isinstance(b_node, Number)
    count, alive = 0, False
    for u, v in pairs(a, b, literal):
        if not _holds(relation, u, v, _slack(relation, (a_node, b_node), code, near)):
            raise DoesNotHold(f"{mpmath.nstr(u, 12)} {relation} {mpmath.nstr(v, 12)} does not hold")
        count += 1
        alive = alive or (bool(u != v) if relation in ("<", ">", r"\le", r"\ge") else bool(u != 0 or v != 0 or literal))
    return count, alive


def _slack(relation: str, nodes: tuple[Node, Node], code: bool, near: Any) -> tuple[tuple[Any, Any], Any]:
    """Return the tolerance, and the half unit of the number that is printed, if any."""
    units = [u for node in nodes if (u := half_unit(node, relation == r"\approx")) is not None]
    if relation != r"\approx" or units:
        return (CODE if code else ORACLE), max(units, default=None)
    if near is None:
        raise FormulaError(r"\approx between two expressions: the scope must say how near, under r'\approx'")
    return (arrays.exact(near), mpmath.mpf(0)), None


def _holds(relation: str, u: Any, v: Any, slack: tuple[tuple[Any, Any], Any]) -> bool:
    (relative, absolute), unit = slack
    allowed = relative * max(abs(u), abs(v)) + absolute
    if relation in ("=", r"\approx", r"\leftarrow"):
        return bool(u == v or abs(u - v) <= allowed or (unit is not None and abs(u - v) <= unit + allowed))
    if relation == r"\ne":
        return bool(abs(u - v) > allowed)
    near_tie = abs(u - v) <= allowed and u != v
    return near_tie or truth(relation, u, v)
