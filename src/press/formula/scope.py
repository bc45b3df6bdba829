"""A scope read: symbols in one spelling, and what a formula uses of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from press.formula.errors import FormulaError
from press.formula.meanings import Choice, Of, Reals, Running, parameter
from press.formula.nodes import Node, Symbol, walk
from press.formula.parser import parse, symbol

SPECIAL = (r"\given", r"\iff", r"\not", r"\approx", r"\leftarrow")


class Scope:
    """The meanings of a dict, by the canonical LaTeX of their symbols."""

    def __init__(self, meanings: Mapping[str, Any]) -> None:
        self.meanings: dict[str, Any] = {}
        self.after: dict[str, Any] = {}
        self.running: set[str] = set()
        self._keys: dict[str, str | None] = {}
        self.special = {key: value for key, value in meanings.items() if key in SPECIAL and value is not None}
        for key, value in meanings.items():
            if key in SPECIAL:
                continue
            if key.endswith(r"\leftarrow"):
                self.after[symbol(key.removesuffix(r"\leftarrow").strip()).latex] = value
            elif isinstance(value, Running):
                self.running.add(key)
            else:
                self.meanings[symbol(key).latex] = value
        given = self.special.get(r"\given")
        self.given = parse(given) if given else []

    def __contains__(self, key: str) -> bool:
        """Tell whether a symbol has a meaning."""
        return key in self.meanings

    def key(self, node: Symbol) -> str | None:
        """Return the key that gives a symbol its meaning: itself, or the name that its indices look into."""
        if node.latex not in self._keys:
            names = node.latex, Symbol(node.name, (), node.above).latex, node.name
            self._keys[node.latex] = next((name for name in names if name in self), None)
        return self._keys[node.latex]

    def names(self, quantity: Of) -> list[str]:
        """Return the symbols that a quantity depends on."""
        return [name if name in self else parameter(name, self.__contains__) for name in quantity.names]

    def used(self, nodes: Iterable[Node]) -> list[Any]:
        """Return all meanings that nodes use, those that their quantities depend on included."""
        symbols = list(_symbols(nodes))
        keys = [self.key(s) for s in symbols]
        first = [self.meanings[key] for key in keys if key is not None]
        return self.used_by(*first, *(self.after[s.latex] for s in symbols if s.latex in self.after))

    def used_by(self, *meanings: Any) -> list[Any]:
        """Return meanings and all that they depend on."""
        waiting, found = list(meanings), list[Any]()
        while waiting:
            meaning = waiting.pop()
            if any(meaning is seen for seen in found):
                continue
            found.append(meaning)
            waiting += self._below(meaning)
        return found

    def _below(self, meaning: Any) -> list[Any]:
        if isinstance(meaning, Of):
            return [self.meanings[name] for name in self.names(meaning)]
        if isinstance(meaning, dict):
            return list(meaning.values())
        if isinstance(meaning, (Reals, Choice)):
            return [self.meanings[s] for s in meaning.shape if isinstance(s, str) and s in self]
        return []


def _symbols(nodes: Iterable[Node]) -> Iterator[Symbol]:
    for node in nodes:
        for part in walk(node):
            if isinstance(part, Symbol):
                yield part
                for index in (*part.below, *part.above):
                    yield from (Symbol(text) for _, text in index.terms if not text.isdigit())


def is_sampled(meaning: Any) -> bool:
    """Tell whether a meaning is drawn anew at every point."""
    return isinstance(meaning, (Reals, Choice))


def unknown(node: Symbol) -> FormulaError:
    """Return the complaint about a symbol without a meaning."""
    return FormulaError(f"what is {node.latex}?")
