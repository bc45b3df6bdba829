"""A formula, checked: every relation of every chain and row, at random points, with the oracle and with the package."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import mpmath

from press.formula import indices
from press.formula.compare import compare
from press.formula.errors import DoesNotHold, FormulaError, ProvesNothing
from press.formula.evaluate import Evaluator, Trail
from press.formula.meanings import Of
from press.formula.nodes import Cases, Chain, Extreme, Iverson, Membership, Node, Number, Symbol, walk
from press.formula.parser import parse
from press.formula.relations import belongs, known, refuted, update, updated
from press.formula.scope import Scope, is_sampled

DIGITS, POINTS, TRIALS = 50, 24, 40
PASSES = ("oracle", "code")


@dataclass(frozen=True)
class Checked:
    """What a check did: comparisons made in each pass, and the points that were drawn."""

    comparisons: Mapping[str, int]
    points: int


@dataclass
class _Run:
    """One pass over all points: what it counted, and what it touched."""

    scope: Scope
    code: bool
    comparisons: int = 0
    alive: dict[tuple[int, int], bool] = field(default_factory=dict)
    truths: dict[int, set[bool]] = field(default_factory=dict)
    trail: Trail = field(default_factory=Trail)

    def note(self, key: tuple[int, int], found: tuple[int, bool]) -> None:
        count, alive = found
        self.comparisons += count
        self.alive[key] = self.alive.get(key, False) or alive


class Formula:
    """A formula of a page.

    Parameters
    ----------
    latex : str
        What stands between the dollar signs.

    Raises
    ------
    FormulaError
        If the notation is unknown; the message says what and where.
    """

    def __init__(self, latex: str) -> None:
        self.latex = latex.strip()
        self.statements = parse(self.latex)

    @property
    def relates(self) -> bool:
        """Whether there is a relation; without one it is an expression, or several."""
        return any(isinstance(s, Membership) or (isinstance(s, Chain) and s.links) for s in self.statements)

    @property
    def has_number(self) -> bool:
        """Whether a number other than an index is written in it."""
        return any(isinstance(part, Number) for s in self.statements for part in walk(s))

    def check(
        self, scope: Mapping[str, Any] | Scope, points: int = POINTS, passes: Iterable[str] = PASSES
    ) -> Checked:  # fmt: skip
        """Check every relation at random points; return what was done.

        Raises
        ------
        DoesNotHold
            If a relation is false.
        ProvesNothing
            If nothing was compared, if a case never occurred, or if both sides were 0 at every point.
        """
        if not self.relates:
            raise FormulaError("no relation: say what it equals")
        read = scope if isinstance(scope, Scope) else Scope(scope)
        return self._passes(read, points, passes, (), self._relations)

    def equals(
        self, expected: Any, scope: Mapping[str, Any] | Scope, points: int = POINTS, passes: Iterable[str] = PASSES
    ) -> Checked:  # fmt: skip
        """Check that an expression has an expected value: a number, an `Of`, LaTeX, or a list of them, one for each."""
        several = list(expected) if isinstance(expected, (list, tuple)) and len(self.statements) > 1 else [expected]
        wanted = [parse(part)[0] if isinstance(part, str) else part for part in several]
        if self.relates or len(wanted) != len(self.statements):
            raise FormulaError(f"{len(self.statements)} expressions, {len(wanted)} values expected")
        read = scope if isinstance(scope, Scope) else Scope(scope)

        def expressions(evaluator: Evaluator, run: _Run) -> None:
            for number, (chain, value) in enumerate(zip(self.statements, wanted, strict=True)):
                assert isinstance(chain, Chain)
                for where in indices.places(evaluator, chain):
                    left = chain.first, where.value(chain.first)
                    right = value.first if isinstance(value, Chain) else chain, where.expected(value)
                    run.note((number, 0), compare("=", left, right, run.code, None))

        return self._passes(read, points, passes, wanted, expressions)

    def symbols_known(self, scope: Mapping[str, Any] | Scope) -> None:
        """Refuse symbols without a meaning."""
        read = scope if isinstance(scope, Scope) else Scope(scope)
        for part in (part for statement in self.statements for part in walk(statement)):
            if isinstance(part, Symbol):
                known(read, part)

    # running

    def _passes(
        self, scope: Scope, points: int, passes: Iterable[str], extra: Sequence[Any], body: Callable[[Evaluator, _Run], None]
    ) -> Checked:
        done: dict[str, int] = {}
        predicates = [p for p in scope.special.get(r"\iff", ()) if isinstance(p, Of)]
        nodes = [*self.statements, *scope.given, *(part for part in extra if isinstance(part, Node))]
        quantities = scope.used_by(*predicates, *(part for part in extra if isinstance(part, Of)))
        sampled = any(map(is_sampled, [*scope.used(nodes), *quantities]))
        with mpmath.workdps(DIGITS):
            numbers = self._numbers(scope, points if sampled else 1)
            for name in passes:
                run = _Run(scope, name == "code")
                for number in numbers:
                    with _named(self.latex, number):
                        body(Evaluator(scope, number, run.code, run.trail), run)
                    if run.code and not run.trail.code_calls:
                        break
                if run.code and not run.trail.code_calls:
                    continue
                self._touched(run, sampled)
                done[name] = run.comparisons
        return Checked(done, len(numbers))

    def _numbers(self, scope: Scope, points: int) -> list[int]:
        """Return the numbers of the points at which what is given holds."""
        if not scope.given:
            return list(range(points))
        found: list[int] = []
        for number in range(points * TRIALS):
            evaluator = Evaluator(scope, number)
            if all(isinstance(chain, Chain) and evaluator.true(chain) for chain in scope.given):
                found.append(number)
            if len(found) == points:
                return found
        raise ProvesNothing(f"what is given holds at {len(found)} of {points * TRIALS} points")

    def _relations(self, evaluator: Evaluator, run: _Run) -> None:
        predicates = run.scope.special.get(r"\iff")
        for number, statement in enumerate(self.statements):
            if isinstance(statement, Membership):
                for where in indices.places(evaluator, statement):
                    run.note((number, 0), belongs(where, statement))
            elif isinstance(statement, Chain) and predicates is not None:
                self._exactly_where(evaluator, run, number, predicates)
            elif isinstance(statement, Chain):
                for where in indices.places(evaluator, statement):
                    self._chain(where, run, number, statement)
                if run.scope.special.get(r"\leftarrow") == "in turn":
                    evaluator = updated(evaluator, statement)

    def _chain(self, evaluator: Evaluator, run: _Run, number: int, chain: Chain) -> None:
        parts = [("", chain.first), *chain.links]
        near = run.scope.special.get(r"\approx")
        for link, ((_, left), (relation, right)) in enumerate(pairwise(parts)):
            key = (number, link)
            if relation == r"\leftarrow":
                run.note(key, update(evaluator, left, right))
                continue
            sides = (left, evaluator.value(left)), (right, evaluator.value(right))
            if run.scope.special.get(r"\not"):
                run.note(key, refuted(relation, sides, run.code))
            else:
                run.note(key, compare(relation, *sides, run.code, near))

    def _exactly_where(self, evaluator: Evaluator, run: _Run, number: int, predicates: Sequence[Of]) -> None:
        chain = self.statements[number]
        if len(predicates) != len(self.statements) or not isinstance(chain, Chain):
            raise FormulaError(f"{len(self.statements)} rows, {len(predicates)} predicates")
        written, expected = evaluator.true(chain), bool(evaluator.quantity(predicates[number]))
        if written != expected:
            raise DoesNotHold(f"row {number + 1} is {written} where it should be {expected}")
        run.truths.setdefault(number, set()).add(written)
        run.note((number, 0), (1, True))

    def _touched(self, run: _Run, sampled: bool) -> None:
        """Refuse a run that left something untouched."""
        if not run.comparisons:
            raise ProvesNothing(f"nothing was compared in {self.latex!r}")
        if sampled and not all(run.alive.values()):
            raise ProvesNothing(f"both sides are the same constant or 0 at every point of {self.latex!r}")
        if any(found != {True, False} for found in run.truths.values()):
            raise ProvesNothing(f"a row of {self.latex!r} is always true or always false")
        if sampled:
            for node in {part for statement in self.statements for part in walk(statement)}:
                missing = _branches(node) - len(run.trail.covered.get(node, ()))
                if missing > 0:
                    raise ProvesNothing(f"{missing} branch of a {type(node).__name__} never occurred in {self.latex!r}")


def _branches(node: Node) -> int:
    if isinstance(node, Cases):
        return len(node.rows)
    return 2 if isinstance(node, Iverson) else len(node.arguments) if isinstance(node, Extreme) else 0


@contextmanager
def _named(latex: str, number: int) -> Iterator[None]:
    """Say at which point of which formula something went wrong."""
    try:
        yield
    except FormulaError as error:
        raise type(error)(f"{error} (point {number} of {latex!r})") from None
    except (ArithmeticError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise FormulaError(f"{type(error).__name__}: {error} (point {number} of {latex!r})") from error
