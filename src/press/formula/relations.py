"""What is not a comparison of two sides: updates, refuted relations, membership, symbols that must be known."""

from typing import Any

import numpy as np

from press.formula.calls import BUILTIN, EXPECTATIONS, VARIANCE
from press.formula.compare import compare
from press.formula.errors import DoesNotHold, FormulaError
from press.formula.evaluate import CONSTANTS, Evaluator, truth
from press.formula.nodes import Chain, Interval, Members, Membership, Node, Shape, Symbol
from press.formula.scope import Scope, unknown


def known(scope: Scope, part: Symbol) -> None:
    """Refuse a symbol without a meaning."""
    builtin = part.name in (*BUILTIN, *EXPECTATIONS, VARIANCE) or part.latex in CONSTANTS
    kronecker = part.name == r"\delta" and len(part.below) == 2
    if scope.key(part) is None and not builtin and not kronecker and part.latex not in scope.running:
        raise unknown(part)


def update(evaluator: Evaluator, left: Node, right: Node) -> tuple[int, bool]:
    r"""Compare the right side of an update with the value of the left after it."""
    if not isinstance(left, Symbol):
        raise FormulaError(r"\leftarrow needs a symbol on its left")
    key = next((key for key in (left.latex, left.name) if key in evaluator.scope.after), None)
    if key is None:
        raise FormulaError(rf"what is {left.latex} after the update? The scope needs '{left.latex} \leftarrow'")
    after = evaluator.meaning(evaluator.scope.after[key], f"{key} after")
    value = evaluator.entry(after, left, () if key == left.latex else left.below)
    count, _ = compare(r"\leftarrow", (left, value), (right, evaluator.value(right)), evaluator.code, None)
    return count, bool(np.any(np.asarray(value) != np.asarray(evaluator.value(left))))


def updated(evaluator: Evaluator, statement: Chain) -> Evaluator:
    """Return the evaluator for the rows after an update: the symbol has its new value."""
    if not statement.links or statement.links[0][0] != r"\leftarrow" or not isinstance(statement.first, Symbol):
        return evaluator
    key = statement.first.latex if statement.first.latex in evaluator.scope.after else statement.first.name
    return evaluator.with_values({key: evaluator.meaning(evaluator.scope.after[key], f"{key} after")}, evaluator.trail)


def refuted(relation: str, sides: tuple[tuple[Node, Any], tuple[Node, Any]], code: bool) -> tuple[int, bool]:
    """Check that a relation is false."""
    try:
        compare(relation, *sides, code, None)
    except DoesNotHold:
        return 1, True
    raise DoesNotHold(f"the relation {relation} holds, but it is said not to")


def belongs(evaluator: Evaluator, statement: Membership) -> tuple[int, bool]:
    """Check that parts belong to a set; return the number of checks."""
    for part in statement.parts:
        value = evaluator.value(part)
        if not _is_member(evaluator, value, statement.where):
            raise DoesNotHold(f"{value if np.ndim(value) == 0 else np.shape(value)} is not in the set")
    return len(statement.parts), True


def _is_member(evaluator: Evaluator, value: Any, where: Shape | Members | Interval) -> bool:
    if isinstance(where, Shape):
        return bool(np.shape(value) == tuple(int(evaluator.value(size)) for size in where.sizes))
    if isinstance(where, Members):
        members = [evaluator.value(member) for member in where.members]
        return all(entry in members for entry in np.ravel(value))
    low, high = evaluator.value(where.low), evaluator.value(where.high)
    above, below = {"(": ">", "[": r"\ge"}[where.brackets[0]], {")": "<", "]": r"\le"}[where.brackets[1]]
    return all(truth(above, v, low) and truth(below, v, high) for v in np.ravel(value))


