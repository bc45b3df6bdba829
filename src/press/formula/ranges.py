"""Sums, products, maxima and minima over indices."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import mpmath
import numpy as np

from press.formula import arrays, indices
from press.formula.derivatives import DIGITS
from press.formula.errors import FormulaError
from press.formula.nodes import Over, Symbol

if TYPE_CHECKING:
    from press.formula.evaluate import Evaluator


def value(evaluator: "Evaluator", node: Over) -> Any:
    """Return a sum, product, maximum or minimum over indices."""
    if node.kind == "lim":
        return _limit(evaluator, node)
    values = list(_values(evaluator, node))
    if not values:
        if node.kind in ("sum", "prod"):
            return mpmath.mpf(node.kind == "prod")
        raise FormulaError(f"a {node.kind} of nothing")
    if node.kind in ("argmax", "argmin"):
        chosen = (max if node.kind == "argmax" else min)(value for _, value in values)
        return mpmath.mpf(next(place for place, value in values if value == chosen))
    if node.kind in ("max", "min"):
        return (max if node.kind == "max" else min)(value for _, value in values)
    total = values[0][1]
    for _, value in values[1:]:
        total = arrays.add(total, value) if node.kind == "sum" else arrays.multiply("", total, value)
    return total


def _limit(evaluator: "Evaluator", node: Over) -> Any:
    """Return a limit as the value close by, which must be the same on both sides; at infinity, far out."""
    with mpmath.workdps(DIGITS):
        target = evaluator.oracle().value(node.low) if node.low is not None else mpmath.inf
        near = mpmath.mpf(10) ** -30
        places = [1 / near, 1 / near**2] if mpmath.isinf(target) else [target + near, target - near]
        a, b = (evaluator.oracle().where({node.indices[0]: place}).value(node.body) for place in places)
        if not np.all(abs(a - b) <= near**0.5 * (1 + abs(a))):
            raise FormulaError(f"no limit: {a} on one side, {b} on the other")
        return (a + b) / 2


def _values(evaluator: "Evaluator", node: Over) -> Iterable[tuple[int, Any]]:
    """Yield the last index and the value of the body, for all indices of a sum or the like."""
    if node.condition is not None and any(
        isinstance(part, Symbol) and part.latex in evaluator.at and relation != r"\ne" for relation, part in node.condition.links
    ):
        raise FormulaError(f"which letters run in {node.kind}? Write them first: i, j")
    for where in _ranges(evaluator, node, node.indices):
        if node.condition is None or where.true(node.condition):
            yield where.at[node.indices[-1]], where.value(node.body)


def _ranges(evaluator: "Evaluator", node: Over, letters: tuple[str, ...]) -> Iterable["Evaluator"]:
    if not letters:
        yield evaluator
        return
    for number in _range(evaluator, node, letters[0]):
        yield from _ranges(evaluator.where({letters[0]: number}), node, letters[1:])


def _range(evaluator: "Evaluator", node: Over, letter: str) -> Iterable[int]:
    if node.low is not None and node.high is not None:
        low, high = evaluator.value(node.low), evaluator.value(node.high)
        if low != int(low) or high != int(high):
            raise FormulaError(f"{letter} runs between numbers that are not whole")
        return range(int(low), int(high) + 1)
    numbers = indices.span(evaluator, letter, node.body)
    if numbers is None:
        raise FormulaError(f"no array tells how far {letter} runs")
    return numbers
