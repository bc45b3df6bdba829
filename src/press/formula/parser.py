"""A recursive-descent parser of our LaTeX notation.

From loose to tight: statement, chain of relations, sum, product, factor (with exponents, primes, arguments), atom.
What it does not know it refuses, with the place; it never guesses.
"""

from press.formula.constructs import RELATIONS, Constructs
from press.formula.errors import FormulaError
from press.formula.nodes import (
    Bracket,
    Call,
    Chain,
    Dots,
    Entry,
    Iverson,
    Members,
    Membership,
    Node,
    Number,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Transpose,
)
from press.formula.reader import GREEK, NAMED
from press.formula.tokens import statements_of, tokens_of

OPERATORS = {r"\cdot": r"\cdot", r"\times": r"\times", r"\odot": r"\odot", "/": "/"}
FUNCTIONS = {
    r"\exp", r"\log", r"\ln", r"\tanh", r"\cosh", r"\sinh", r"\sin", r"\cos", r"\tan", r"\operatorname{sign}",
}  # fmt: skip
DOTS = {r"\cdots", r"\dots", r"\ldots"}
PAIRS = {r"\lceil": (r"\rceil", "ceil"), r"\lfloor": (r"\rfloor", "floor"), r"\lvert": (r"\rvert", "abs"),
          r"\lVert": (r"\rVert", "norm")}  # fmt: skip
ENDS = {")", "]", "}", r"\}", "+", "-", ",", ";", "&", r"\\", r"\mid", r"\in", r"\quad", r"\qquad"}
ENDS |= set(RELATIONS) | {close for close, _ in PAIRS.values()}
ACCENTS = {r"\hat", r"\bar", r"\tilde", r"\vec", r"\widehat", r"\overline"}


def parse(latex: str) -> list[Node]:
    """Return the statements of a formula: chains (of relations, or a single expression) and memberships."""
    return Parsed(latex).statements


def symbol(latex: str) -> Symbol:
    """Return the symbol that a key of a scope writes."""
    parser = _Parser(latex, tokens_of(latex))
    found = parser.atom()
    if not isinstance(found, Symbol):
        raise FormulaError(f"{latex} is not a symbol")
    found = parser.superscripted(found)
    if parser.text is not None:
        raise FormulaError(f"{latex} is not a symbol")
    return found


class Parsed:
    """A formula read: its statements, and the spans of its products' factors and its sums' terms (for mutants)."""

    def __init__(self, latex: str) -> None:
        self.spans: list[tuple[str, list[tuple[int, int, int]]]] = []
        self.statements: list[Node] = []
        self._waiting: list[Chain] = []
        for tokens in statements_of(tokens_of(latex)):
            parser = _Parser(latex, tokens)
            self._add(parser.statement(), latex[tokens[0].start :])
            self.spans += parser.spans
        if self._waiting and self.statements:
            raise FormulaError(f"a part without a relation ends {latex!r}")
        self.statements += self._waiting
        if not self.statements:
            raise FormulaError("an empty formula")

    def _add(self, statement: Chain | Membership, rest: str) -> None:
        """Add a statement; parts without a relation wait for what says something of them."""
        if isinstance(statement, Membership):
            waiting = tuple(part.first for part in self._waiting)
            self.statements.append(Membership((*waiting, *statement.parts), statement.where))
            self._waiting = []
        elif not statement.links:
            self._waiting.append(statement)
        elif self._waiting:
            raise FormulaError(f"a part without a relation stands before {rest!r}")
        else:
            self.statements.append(statement)


_READERS = {
    "(": "group", "[": "square", "{": "brace", r"\frac": "fraction", r"\dfrac": "fraction", r"\tfrac": "fraction",
    r"\sqrt": "root", r"\partial": "partial", r"\nabla": "nabla", r"\sum": "over", r"\prod": "over", r"\lim": "over",
    r"\max": "extreme", r"\min": "extreme", r"\arg": "extreme", r"\begin{cases}": "cases", r"\begin{pmatrix}": "matrix",
    r"\begin{bmatrix}": "matrix", r"\Delta": "difference",
}  # fmt: skip


class _Parser(Constructs):
    """Statements, chains, sums, products, factors and atoms."""

    # statements

    def statement(self) -> Chain | Membership:
        chain = self.chain()
        if not chain.links and self.accept(r"\in"):
            statement: Chain | Membership = Membership((chain.first,), self.set())
        else:
            statement = chain
        if self.text is not None:
            raise self.error(f"did not expect {self.text}")
        return statement

    def chain(self) -> Chain:
        first, links = self.sum(), []
        while self.text in RELATIONS:
            links.append((RELATIONS[self.take()], self.sum()))
        return Chain(first, tuple(links))

    # sums and products

    def sum(self) -> Node:
        terms: list[tuple[int, Node]] = []
        spans: list[tuple[int, int, int]] = []
        while not terms or self.text in ("+", "-"):
            before = self.place
            sign = -1 if self.text == "-" else 1
            if not self.accept("+", "-") and terms:
                break
            start = self.place
            terms.append((sign, Dots() if self.dots_end() else self.product()))
            spans.append((before, start, self.before))
        if len(terms) == 1 and terms[0][0] == 1:
            return terms[0][1]
        self.spans.append(("term", spans))
        return Sum(tuple(terms))

    def dots_end(self) -> bool:
        """Take dots that stand alone in a sum."""
        if self.text in DOTS and (self.peek() in ENDS or self.peek() is None):
            self.at += 1
            return True
        return False

    def product(self) -> Node:
        start = self.place
        factors = [("", self.factor())]
        spans = [(start, start, self.before)]
        while self.text is not None and self.text not in ENDS and not self.text.startswith((r"\end", r"\text")):
            before = self.place
            operator = OPERATORS[self.take()] if self.text in OPERATORS else ""
            if not operator and len(factors) > 1 and factors[-1][0] == "/":
                raise self.error("a / b c has two readings: write a fraction or parentheses")
            start = self.place
            factors.append((operator, self.signed() if operator else self.factor()))
            spans.append((before, start, self.before))
        if len(factors) == 1:
            return factors[0][1]
        self.spans.append(("factor", spans))
        return Product(tuple(factors))

    def signed(self) -> Node:
        return Sum(((-1, self.factor()),)) if self.accept("-") else self.factor()

    def factor(self) -> Node:
        if self.text in DOTS:
            self.take()
            return Dots()
        if self.text in FUNCTIONS:
            return self.function()
        start, base = self.place, self.atom()
        if isinstance(base, Symbol):
            base = self.applied(self.superscripted(base), start)
        if not isinstance(base, Symbol) and self.accept("_"):
            base = Entry(base, self.indices())
        return self.raised(base)

    def applied(self, base: Symbol, start: int) -> Node:
        """Read the primes and arguments of a symbol, if there are any."""
        primes = self.primes()
        middle = self.place
        if self.text == "(":
            call = Call(base, self.parenthesized(), primes)
            self.spans.append(("factor", [(start, start, middle), (middle, middle, self.before)]))
            return call
        if self.text == "[" and base.name in (r"\mathbb{E}", r"\operatorname{E}"):
            self.take()
            call = Call(base, self.listed(), primes)
            self.take("]")
            return call
        if primes:
            raise self.error(f"{base.latex} has a prime but no argument")
        return base

    def primes(self) -> int:
        count = 0
        while self.accept("'"):
            count += 1
        return count

    def raised(self, base: Node) -> Node:
        while self.accept("^"):
            top = self.accept(r"\top") or self.braced_top()
            base = Transpose(base) if top else Power(base, self.braced(self.sum))
        return base

    def braced_top(self) -> bool:
        if self.text == "{" and self.peek() == r"\top" and self.peek(2) == "}":
            self.at += 3
            return True
        return False

    def parenthesized(self) -> tuple[Node, ...]:
        self.take("(")
        parts = self.listed()
        self.take(")")
        return parts

    def function(self) -> Node:
        r"""Read ``\log x``, ``\tanh^2(x)``, ``\log_2 n``: the argument is one factor."""
        head = self.subscripted(self.take())
        primes = self.primes()
        exponent = self.braced(self.sum) if self.accept("^") else None
        if self.text == "(":
            value: Node = Call(head, self.parenthesized(), primes)
            if exponent is None:
                return self.raised(value)
        else:
            value = Call(head, (self.factor(),), primes)
            if self.text is not None and self.text not in ENDS | set(OPERATORS) and not self.text.startswith(r"\end"):
                raise self.error(f"how far does the argument of {head.latex} reach? Write parentheses")
        return value if exponent is None else Power(value, exponent)

    # atoms

    def atom(self) -> Node:
        text = self.text
        if text is None:
            raise self.error("expected a value, but the formula ends")
        if text[0].isdigit():
            return Number(self.take().replace("{,}", ""))
        if text in PAIRS:
            return self.pair()
        if text in _READERS:
            found: Node = getattr(self, _READERS[text])()
            return found
        if text in ACCENTS:
            return self.accented()
        if NAMED.fullmatch(text) or GREEK.fullmatch(text) or text in FUNCTIONS:
            return self.subscripted(self.take())
        raise self.error(f"unknown notation {text}")

    def group(self) -> Node:
        parts = self.parenthesized()
        return parts[0] if len(parts) == 1 else Members(parts)

    def brace(self) -> Node:
        self.take("{")
        inner = self.sum()
        self.take("}")
        return inner

    def square(self) -> Node:
        self.take("[")
        chain = self.chain()
        self.take("]")
        return Iverson(chain) if chain.links else chain.first

    def pair(self) -> Node:
        close, kind = PAIRS[self.take()]
        inner = self.sum()
        self.take(close)
        if kind != "norm" or not self.accept("_"):
            return Bracket(kind, inner)
        order = self.braced(self.single)
        return Bracket(kind, inner, order.text if isinstance(order, Number) else self.named(order))

    def named(self, node: Node) -> str:
        if not isinstance(node, Symbol):
            raise self.error("expected a symbol")
        return node.latex

    def root(self) -> Node:
        self.take()
        if self.text == "[":
            raise self.error("unknown notation \\sqrt[")
        return Bracket("sqrt", self.braced(self.sum))

    def fraction(self) -> Node:
        self.take()
        if self.text == "{" and self.is_derivative():
            return self.partial_fraction()
        top = self.braced(self.sum)
        return Quotient(top, self.braced(self.sum))
