"""The evaluator: a formula's tree at one point, in numbers of 50 digits."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import mpmath
import numpy as np

from press.formula import arrays, calls, indices, ranges
from press.formula.derivatives import gradient, partial
from press.formula.dots import product_with_dots, sum_with_dots
from press.formula.errors import DoesNotHold, FormulaError
from press.formula.meanings import Choice, Function, Of, Reals, draw
from press.formula.nodes import (
    Bracket,
    Call,
    Cases,
    Chain,
    Dots,
    Entry,
    Extreme,
    Gradient,
    Index,
    Iverson,
    Matrix,
    Members,
    Node,
    Number,
    Over,
    Partial,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Transpose,
)
from press.formula.scope import Scope, unknown

CONSTANTS = {"e": mpmath.e, r"\pi": mpmath.pi, r"\infty": mpmath.inf}


@dataclass
class Trail:
    """What evaluations touched: the branches that each case, bracket, and maximum took, and calls of the package."""

    covered: dict[Node, set[Any]] = field(default_factory=dict)
    code_calls: int = 0


class Evaluator:
    """The values of the parts of a formula at one point of a scope.

    ``code`` says whether quantities and functions are computed by the package where they can be.
    """

    def __init__(self, scope: Scope, number: int, code: bool = False, trail: Trail | None = None) -> None:
        self.scope, self.number, self.code = scope, number, code
        self.trail = trail or Trail()
        self.at: dict[str, Any] = {}
        self.replaced: dict[str, Any] = {}
        self.cache: dict[str, Any] = {}

    def where(self, at: Mapping[str, Any]) -> "Evaluator":
        """Return an evaluator with indices set."""
        other = Evaluator(self.scope, self.number, self.code, self.trail)
        other.at, other.replaced, other.cache = {**self.at, **at}, self.replaced, self.cache
        return other

    def with_values(self, values: Mapping[str, Any], trail: Trail | None = None) -> "Evaluator":
        """Return an evaluator in which symbols have other values; what depends on them follows."""
        other = Evaluator(self.scope, self.number, self.code, trail)
        other.at, other.replaced = self.at, {**self.replaced, **values}
        other.cache = {k: v for k, v in self.cache.items() if isinstance(self.scope.meanings.get(k), (Reals, Choice))}
        return other

    def oracle(self) -> "Evaluator":
        """Return the evaluator of the same point without the package."""
        other = Evaluator(self.scope, self.number, False, self.trail)
        other.at, other.replaced = self.at, self.replaced
        return other

    # symbols

    def resolve(self, key: str) -> Any:
        """Return the value of a key of the scope."""
        if key in self.replaced:
            return self.replaced[key]
        if key not in self.cache:
            self.cache[key] = self.meaning(self.scope.meanings[key], key)
        return self.cache[key]

    def meaning(self, meaning: Any, key: str) -> Any:
        """Return the value of a meaning; the key seeds what is drawn."""
        if isinstance(meaning, (Reals, Choice)):
            return draw(meaning, key, self.number, self.size)
        if isinstance(meaning, Of):
            return self.quantity(meaning)
        if isinstance(meaning, dict):
            return {number: self.meaning(part, f"{key} {number}") for number, part in meaning.items()}
        return meaning if isinstance(meaning, Function) else arrays.exact(meaning)

    def expected(self, value: Any) -> Any:
        """Return the value of an expression or a meaning."""
        return self.value(value.first) if isinstance(value, Chain) else self.meaning(value, "expected")

    def size(self, key: str) -> int:
        """Return the whole number that a size's symbol stands for."""
        return int(self.resolve(key))

    def quantity(self, quantity: Of) -> Any:
        """Return the value of a quantity, computed by the package where it can be and is asked for."""
        arguments = [self.resolve(name) for name in self.scope.names(quantity)]
        if self.code and quantity.code is not None:
            return self.packaged(quantity.code, *arguments)
        return arrays.exact(quantity.f(*arguments))

    def packaged(self, code: Callable[..., Any], *arguments: Any) -> Any:
        """Return what a function of the package makes of the arguments in float64."""
        self.trail.code_calls += 1
        return arrays.exact(code(*map(arrays.floats, arguments)))

    def indices(self, node: Symbol, key: str) -> tuple[Index, ...]:
        """Return the indices that look into the value of a key."""
        return () if key == node.latex else (*node.above, *node.below) if key == node.name else node.below

    def is_fixed(self, key: str) -> bool:
        """Tell whether a key has a value that replaces its meaning."""
        return key in self.replaced

    def entry(self, value: Any, node: Node, found: Iterable[Index]) -> Any:
        """Return the entry of a value at indices counted from 1."""
        wanted, name = [indices.number_of(self, index) for index in found], getattr(node, "latex", "(...)")
        if isinstance(value, dict):
            if not wanted or wanted[0] not in value:
                raise FormulaError(f"{name}: no such member of the family {list(value)}")
            value = value[wanted.pop(0)]
        if not wanted:
            return value
        if len(wanted) == 1 and np.ndim(value) == 2 and wanted[0] > 9:
            wanted = [int(digit) for digit in str(wanted[0])]
        if len(wanted) != np.ndim(value) or any(not 1 <= w <= n for w, n in zip(wanted, np.shape(value), strict=True)):
            raise FormulaError(f"{name}: no entry {wanted} in shape {np.shape(value)}")
        return value[tuple(w - 1 for w in wanted)]

    # nodes

    def value(self, node: Node) -> Any:
        """Return the value of a part of a formula: a number or an array."""
        rule = getattr(self, "_" + type(node).__name__.lower(), None)
        if rule is None:
            raise FormulaError(f"a {type(node).__name__.lower()} has no value")
        found = rule(node)
        if isinstance(found, Function) or callable(found):
            raise FormulaError(f"{getattr(node, 'latex', 'this')} is a function: write its argument")
        return found

    def _number(self, node: Number) -> Any:
        return mpmath.mpf(node.text)

    def _symbol(self, node: Symbol) -> Any:
        return self.named(node)

    def named(self, node: Symbol) -> Any:
        """Return what a symbol stands for: a number, an array, a family, or a function."""
        if node.latex in self.at:
            return mpmath.mpf(self.at[node.latex])
        key = self.scope.key(node)
        if key is not None:
            return self.entry(self.resolve(key), node, self.indices(node, key))
        if node.latex in CONSTANTS:
            return +CONSTANTS[node.latex]
        if node.name == r"\delta" and len(node.below) == 2 and not node.above:
            return mpmath.mpf(indices.number_of(self, node.below[0]) == indices.number_of(self, node.below[1]))
        raise unknown(node)

    def _sum(self, node: Sum) -> Any:
        values = [sign * value for sign, value in sum_with_dots(self, node)]
        total = values[0]
        for value in values[1:]:
            total = arrays.add(total, value)
        return total

    def _product(self, node: Product) -> Any:
        total: Any = None
        for operator, value in product_with_dots(self, node):
            if total is None:
                total = value
            else:
                total = arrays.divide(total, value) if operator == "/" else arrays.multiply(operator, total, value)
        return total

    def _quotient(self, node: Quotient) -> Any:
        return arrays.divide(self.value(node.top), self.value(node.bottom))

    def _power(self, node: Power) -> Any:
        if isinstance(node.base, Call) and not calls.is_function(self, node.base):
            head, (inner,) = node.base.head, node.base.arguments
            return arrays.multiply("", self.value(head), arrays.power(self.value(inner), self.value(node.exponent)))
        return arrays.power(self.value(node.base), self.value(node.exponent))

    def _transpose(self, node: Transpose) -> Any:
        if isinstance(node.base, Call) and not calls.is_function(self, node.base):
            head, (inner,) = node.base.head, node.base.arguments
            return arrays.multiply("", self.value(head), arrays.transpose(self.value(inner)))
        return arrays.transpose(self.value(node.base))

    def _entry(self, node: Entry) -> Any:
        return self.entry(self.value(node.base), node, node.below)

    def _members(self, node: Members) -> Any:
        return arrays.exact([self.value(part) for part in node.members])

    def _dots(self, node: Dots) -> Any:
        raise FormulaError("dots that continue nothing")

    def _matrix(self, node: Matrix) -> Any:
        return arrays.exact([[self.value(entry) for entry in row] for row in node.rows])

    def _bracket(self, node: Bracket) -> Any:
        inner = self.value(node.inner)
        if node.kind == "norm":
            return arrays.norm(inner, node.order)
        f = {"floor": mpmath.floor, "ceil": mpmath.ceil, "abs": abs, "sqrt": lambda v: arrays.real(mpmath.sqrt(v))}[node.kind]
        return arrays.each(f, inner)

    def _partial(self, node: Partial) -> Any:
        if node.sign == "d" and "d" in self.scope:
            raise FormulaError("d is a symbol of the scope, and of a derivative")
        return partial(self, node.over, node.under)

    def _gradient(self, node: Gradient) -> Any:
        return gradient(self, node)

    def _call(self, node: Call) -> Any:
        return calls.value(self, node)

    def _over(self, node: Over) -> Any:
        return ranges.value(self, node)

    # branches

    def _extreme(self, node: Extreme) -> Any:
        values = [self.value(part) for part in node.arguments]
        return self._choose(node, max if node.kind == "max" else min, values)

    def _choose(self, node: Node, choose: Any, values: list[Any]) -> Any:
        shape = next((np.shape(v) for v in values if np.ndim(v)), ())
        if not shape:
            self.trail.covered.setdefault(node, set()).add(values.index(choose(values)))
            return choose(values)
        found = np.empty(shape, dtype=object)
        for place in np.ndindex(shape):
            found[place] = self._choose(node, choose, [v[place] if np.ndim(v) else v for v in values])
        return found

    def _iverson(self, node: Iverson) -> Any:
        true = self.true(node.condition)
        self.trail.covered.setdefault(node, set()).add(true)
        return mpmath.mpf(true)

    def _cases(self, node: Cases) -> Any:
        named = [k for k, (_, chains) in enumerate(node.rows) if chains is not None and all(map(self.true, chains))]
        held = named or [k for k, (_, chains) in enumerate(node.rows) if chains is None]
        if len(held) != 1:
            raise DoesNotHold(f"{len(held)} cases hold at once")
        self.trail.covered.setdefault(node, set()).add(held[0])
        return self.value(node.rows[held[0]][0])

    def true(self, chain: Chain) -> bool:
        """Tell whether all relations of a chain hold, exactly."""
        parts = [("", self.value(chain.first)), *((relation, self.value(part)) for relation, part in chain.links)]
        return all(truth(relation, a, b) for (_, a), (relation, b) in pairwise(parts))


def truth(relation: str, a: Any, b: Any) -> bool:
    """Tell whether two numbers, or all pairs of entries, stand in a relation, exactly."""
    if np.ndim(a) or np.ndim(b):
        pairs = zip(*(part.ravel() for part in np.broadcast_arrays(a, b)), strict=True)
        return all(truth(relation, u, v) for u, v in pairs)
    found = {"=": a == b, r"\ne": a != b, "<": a < b, ">": a > b, r"\le": a <= b, r"\ge": a >= b}
    if relation not in found:
        raise FormulaError(f"{relation} in a condition")
    return bool(found[relation])
