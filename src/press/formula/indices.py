"""Free indices: which letters run, and how far."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from press.formula.errors import FormulaError
from press.formula.nodes import Entry, Index, Node, Over, Symbol, walk

if TYPE_CHECKING:
    from press.formula.evaluate import Evaluator


def number_of(evaluator: "Evaluator", index: Index) -> int:
    """Return the number that an index stands for, counted from 1."""
    return sum(sign * _term(evaluator, text) for sign, text in index.terms)


def _term(evaluator: "Evaluator", text: str) -> int:
    if text.isdigit():
        return int(text)
    if text in evaluator.at:
        return int(evaluator.at[text])
    if text in evaluator.scope:
        value = evaluator.resolve(text)
        if np.ndim(value) or isinstance(value, dict) or value != int(value):
            raise FormulaError(f"the index {text} is no whole number")
        return int(value)
    raise FormulaError(f"what is the index {text}?")


def free(evaluator: "Evaluator", node: Any) -> set[str]:
    """Return the letters that run over a node from outside."""
    if isinstance(node, Over):
        inner = {letter for part in (node.low, node.high, node.condition, node.body) for letter in free(evaluator, part)}
        return inner - set(node.indices)
    if isinstance(node, Symbol):
        return _letters(evaluator, node)
    if isinstance(node, Entry):
        return _running(evaluator, node.below) | free(evaluator, node.base)
    if isinstance(node, Node):
        return {letter for field in vars(node).values() for letter in free(evaluator, field)}
    if isinstance(node, tuple):
        return {letter for part in node for letter in free(evaluator, part)}
    return set()


def _letters(evaluator: "Evaluator", node: Symbol) -> set[str]:
    if node.latex in evaluator.scope or evaluator.is_fixed(node.latex):
        return set()
    return _running(evaluator, (*node.above, *node.below))


def _running(evaluator: "Evaluator", indices: tuple[Index, ...]) -> set[str]:
    texts = {text for index in indices for _, text in index.terms}
    return {t for t in texts if not t.isdigit() and t not in evaluator.at and t not in evaluator.scope}


def places(evaluator: "Evaluator", node: Node) -> Iterator["Evaluator"]:
    """Yield an evaluator for every combination of the free letters of a node."""
    letters = sorted(free(evaluator, node))
    if not letters:
        yield evaluator
        return
    spans = {letter: span(evaluator, letter, node) for letter in letters}
    known = next((letter for letter in letters if spans[letter] is not None), None)
    if known is None:
        raise FormulaError(f"no array tells how far {', '.join(letters)} runs")
    for number in spans[known] or ():
        yield from places(evaluator.where({known: number}), node)


def span(evaluator: "Evaluator", letter: str, node: Node) -> list[int] | None:
    """Return the numbers over which a letter runs in a node, or None if it is not known (yet)."""
    found: list[tuple[bool, list[int]]] = []
    for part in walk(node):
        if isinstance(part, Symbol) and part.latex not in evaluator.scope:
            found += _spans(evaluator, letter, part)
        if isinstance(part, Entry) and not free(evaluator, part.base):
            value = evaluator.value(part.base)
            for axis, index in enumerate(part.below):
                found += _span(evaluator, letter, index, list(range(1, _length(value, axis, part) + 1)))
    if not found:
        return None
    common = set.intersection(*(set(numbers) for _, numbers in found))
    if any(set(numbers) != common for shifted, numbers in found if not shifted and not any(s for s, _ in found)):
        raise FormulaError(f"{letter} runs over {sorted({len(numbers) for _, numbers in found})} entries at once")
    return sorted(common)


def _spans(evaluator: "Evaluator", letter: str, node: Symbol) -> Iterator[tuple[bool, list[int]]]:
    """Yield (whether shifted, numbers) for each index of a symbol that holds a letter with the sign +."""
    key = evaluator.scope.key(node)
    if key is None:
        return
    value, indices = evaluator.resolve(key), list(evaluator.indices(node, key))
    if isinstance(value, dict) and indices:
        first = indices.pop(0)
        yield from _span(evaluator, letter, first, list(value))
        value = _selected(evaluator, value, first)
        if value is None:
            return
    for axis, index in enumerate(indices):
        if (1, letter) in index.terms:
            yield from _span(evaluator, letter, index, list(range(1, _length(value, axis, node) + 1)))


def _span(evaluator: "Evaluator", letter: str, index: Index, numbers: list[int]) -> Iterator[tuple[bool, list[int]]]:
    shift = _shift(evaluator, letter, index) if (1, letter) in index.terms else None
    if shift is not None:
        yield shift != 0, [number - shift for number in numbers]


def _selected(evaluator: "Evaluator", family: dict[int, Any], index: Index) -> Any:
    try:
        return family.get(number_of(evaluator, index))
    except FormulaError:
        return None


def _shift(evaluator: "Evaluator", letter: str, index: Index) -> int | None:
    rest = Index(tuple(term for term in index.terms if term != (1, letter)))
    try:
        return number_of(evaluator, rest)
    except FormulaError:
        return None


def _length(value: Any, axis: int, node: Node) -> int:
    if np.ndim(value) <= axis:
        raise FormulaError(f"{getattr(node, 'latex', 'this')} has more indices than its value has axes")
    return int(np.shape(value)[axis])
