r"""``\cdots`` in sums and products: what stands before and after it differs in one index, and that one runs."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from press.formula import indices
from press.formula.errors import FormulaError
from press.formula.nodes import Dots, Index, Node, Product, Sum

if TYPE_CHECKING:
    from press.formula.evaluate import Evaluator

_RUNNING = "·"


def sum_with_dots(evaluator: "Evaluator", node: Sum) -> Iterator[tuple[int, Any]]:
    """Yield the signed values of the terms, those that dots stand for included."""
    for place, (sign, term) in enumerate(node.terms):
        if not isinstance(term, Dots):
            yield sign, evaluator.value(term)
            continue
        if not 0 < place < len(node.terms) - 1 or {s for s, _ in node.terms[place - 1 : place + 2]} != {1}:
            raise FormulaError("dots need a term with + on both sides")
        for value in between(evaluator, node.terms[place - 1][1], node.terms[place + 1][1]):
            yield 1, value


def product_with_dots(evaluator: "Evaluator", node: Product) -> Iterator[tuple[str, Any]]:
    """Yield the factors with their operators, those that dots stand for included."""
    for place, (operator, factor) in enumerate(node.factors):
        if not isinstance(factor, Dots):
            yield operator, evaluator.value(factor)
            continue
        if not 0 < place < len(node.factors) - 1:
            raise FormulaError("dots need a factor on both sides")
        for value in between(evaluator, node.factors[place - 1][1], node.factors[place + 1][1]):
            yield operator, value


def between(evaluator: "Evaluator", first: Node, last: Node) -> Iterator[Any]:
    """Yield the values of the parts between two parts that differ in one index."""
    pairs: set[tuple[Index, Index]] = set()
    general = _general(first, last, pairs)
    if len(pairs) != 1:
        raise FormulaError(f"the parts around dots differ in {len(pairs)} indices: there must be one")
    first_index, last_index = pairs.pop()
    low, high = indices.number_of(evaluator, first_index), indices.number_of(evaluator, last_index)
    step = -1 if str(last_index).isdigit() and not str(first_index).isdigit() else 1
    if (high - low) * step < 1:
        raise FormulaError(f"dots from {low} to {high}: draw more, or an entry counts twice")
    for number in range(low + step, high, step):
        yield evaluator.where({_RUNNING: number}).value(general)


def _general(first: Any, last: Any, pairs: set[tuple[Index, Index]]) -> Any:
    if isinstance(first, Index) and isinstance(last, Index):
        if first == last:
            return first
        pairs.add((first, last))
        return Index(((1, _RUNNING),))
    if isinstance(first, tuple) and isinstance(last, tuple) and len(first) == len(last):
        return tuple(_general(a, b, pairs) for a, b in zip(first, last, strict=True))
    if isinstance(first, Node) and type(first) is type(last):
        names = [field.name for field in fields(first)]
        return replace(first, **{n: _general(getattr(first, n), getattr(last, n), pairs) for n in names})
    if first == last:
        return first
    raise FormulaError("the parts around dots differ in more than their index")
