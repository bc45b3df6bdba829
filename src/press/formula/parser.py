"""A recursive-descent parser of our LaTeX notation.

From loose to tight: statement, chain of relations, sum, product, factor (with exponents, primes, arguments), atom.
What it does not know it refuses, with the place; it never guesses.
"""

import re
from collections.abc import Callable

from press.formula.errors import FormulaError
from press.formula.nodes import (
    Bracket,
    Call,
    Cases,
    Chain,
    Dots,
    Extreme,
    Gradient,
    Index,
    Interval,
    Iverson,
    Matrix,
    Members,
    Membership,
    Node,
    Number,
    Over,
    Partial,
    Power,
    Product,
    Quotient,
    Shape,
    Sum,
    Symbol,
    Transpose,
    walk,
)
from press.formula.tokens import Token, statements_of, tokens_of

RELATIONS = {
    "=": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": r"\le", r"\leq": r"\le", r"\ge": r"\ge",
    r"\geq": r"\ge", r"\ne": r"\ne", r"\neq": r"\ne", r"\approx": r"\approx", r"\leftarrow": r"\leftarrow",
}  # fmt: skip
OPERATORS = {r"\cdot": r"\cdot", r"\times": r"\times", r"\odot": r"\odot", "/": "/"}
FUNCTIONS = {
    r"\exp", r"\log", r"\ln", r"\tanh", r"\cosh", r"\sinh", r"\sin", r"\cos", r"\tan", r"\operatorname{sign}",
}  # fmt: skip
DOTS = {r"\cdots", r"\dots", r"\ldots"}
_PAIRS = {r"\lceil": (r"\rceil", "ceil"), r"\lfloor": (r"\rfloor", "floor"), r"\lvert": (r"\rvert", "abs"),
          r"\lVert": (r"\rVert", "norm")}  # fmt: skip
_OVER = {r"\sum": "sum", r"\prod": "prod"}
_OTHERWISE = {"otherwise", "else", "그 외", "그 밖에", "그렇지 않으면", "나머지"}
_IF = {"if", "for", "when"}
_ENDS = {")", "]", "}", r"\}", "+", "-", ",", ";", "&", r"\\", r"\mid", r"\in", r"\quad", r"\qquad"}
_ENDS |= set(RELATIONS) | {close for close, _ in _PAIRS.values()}
_LETTER = re.compile(r"[A-Za-z]|\\(?:[a-zA-Z]+)|\\(?:mathrm|operatorname|mathbb|mathbf|mathcal|text)\{[^{}]*\}")
_ACCENTS = {r"\hat", r"\bar", r"\tilde", r"\vec", r"\widehat", r"\overline"}
_GREEK = re.compile(
    r"\\(?:alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon"
    r"|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|ell|infty)"
)


def parse(latex: str) -> list[Node]:
    """Return the statements of a formula: chains (of relations, or a single expression) and memberships."""
    return Parsed(latex).statements


def symbol(latex: str) -> Symbol:
    """Return the symbol that a key of a scope writes."""
    parser = _Parser(latex, tokens_of(latex), [])
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
        waiting: list[Node] = []
        for tokens in statements_of(tokens_of(latex)):
            statement = _Parser(latex, tokens, self.spans).statement()
            if isinstance(statement, Membership):
                statement = Membership((*(part.first for part in waiting), *statement.parts), statement.where)
                waiting = []
            elif waiting and statement.links:
                raise FormulaError(f"a part without a relation stands before {latex[tokens[0].start :]!r}")
            if isinstance(statement, Chain) and not statement.links:
                waiting.append(statement)
            else:
                self.statements.append(statement)
        if waiting and self.statements:
            raise FormulaError(f"a part without a relation ends {latex!r}")
        self.statements += waiting
        if not self.statements:
            raise FormulaError("an empty formula")


class _Parser:
    def __init__(self, latex: str, tokens: list[Token], spans: list[tuple[str, list[tuple[int, int, int]]]]) -> None:
        self.latex, self.tokens, self.spans = latex, tokens, spans
        self.at = 0

    # tokens

    @property
    def text(self) -> str | None:
        return self.tokens[self.at].text if self.at < len(self.tokens) else None

    @property
    def place(self) -> int:
        return self.tokens[self.at].start if self.at < len(self.tokens) else len(self.latex)

    @property
    def before(self) -> int:
        return self.tokens[self.at - 1].end

    def peek(self, ahead: int = 1) -> str | None:
        return self.tokens[self.at + ahead].text if self.at + ahead < len(self.tokens) else None

    def error(self, problem: str) -> FormulaError:
        return FormulaError(f"{problem} at {self.place} of {self.latex!r}")

    def take(self, wanted: str | None = None) -> str:
        text = self.text
        if text is None:
            raise self.error(f"expected {wanted or 'more'}, but the formula ends")
        if wanted is not None and text != wanted:
            raise self.error(f"expected {wanted}, found {text}")
        self.at += 1
        return text

    def accept(self, *texts: str) -> bool:
        if self.text in texts:
            self.at += 1
            return True
        return False

    def braced(self, rule: Callable[[], Node]) -> Node:
        """Read ``{...}`` by a rule, or one token: a number of one digit or a symbol, as LaTeX does."""
        if self.accept("{"):
            inner = rule()
            self.take("}")
            return inner
        if self.text is not None and re.fullmatch(r"\d\d.*", self.text):
            raise self.error(f"LaTeX takes only the first digit of {self.text}: write braces")
        return self.single()

    def single(self) -> Node:
        text = self.take()
        if text[0].isdigit():
            return Number(text)
        if re.fullmatch(r"[A-Za-z]", text) or _GREEK.fullmatch(text):
            return Symbol(text)
        self.at -= 1
        raise self.error(f"unknown notation {text}")

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

    def set(self) -> Shape | Members | Interval:
        if self.accept(r"\mathbb{R}"):
            if not self.accept("^"):
                return Shape(())
            product = self.braced(self.sum)
            return Shape(tuple(f for _, f in product.factors) if isinstance(product, Product) else (product,))
        if self.accept(r"\{"):
            members = self.listed()
            self.take(r"\}")
            return Members(members)
        if self.text not in ("(", "["):
            raise self.error(f"unknown set {self.text}")
        opened, ends = self.take(), self.listed()
        if len(ends) != 2 or self.text not in (")", "]"):
            raise self.error("an interval has two ends")
        return Interval(*ends, opened + self.take())

    def listed(self) -> tuple[Node, ...]:
        parts = [self.sum()]
        while self.accept(","):
            parts.append(self.sum())
        return tuple(parts)

    # sums and products

    def sum(self) -> Node:
        terms, spans = [], []
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
        if self.text in DOTS and (self.peek() in _ENDS or self.peek() is None):
            self.at += 1
            return True
        return False

    def product(self) -> Node:
        start = self.place
        factors = [("", self.factor())]
        spans = [(start, start, self.before)]
        while self.text is not None and self.text not in _ENDS and not self.text.startswith((r"\end", r"\text")):
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
        start = self.place
        base: Node = self.atom()
        primes = 0
        if isinstance(base, Symbol):
            base = self.superscripted(base)
            while self.accept("'"):
                primes += 1
        if isinstance(base, Symbol) and self.text == "(":
            middle = self.place
            base = Call(base, self.parenthesized(), primes)
            self.spans.append(("factor", [(start, start, middle), (middle, middle, self.before)]))
        elif isinstance(base, Symbol) and self.text == "[" and base.name in (r"\mathbb{E}", r"\operatorname{E}"):
            self.take()
            base = Call(base, self.listed(), primes)
            self.take("]")
        elif primes:
            raise self.error(f"{base.latex} has a prime but no argument")
        return self.raised(base)

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
        primes = 0
        while self.accept("'"):
            primes += 1
        exponent = self.braced(self.sum) if self.accept("^") else None
        if self.text == "(":
            value: Node = Call(head, self.parenthesized(), primes)
            if exponent is None:
                return self.raised(value)
        else:
            value = Call(head, (self.factor(),), primes)
            if self.text is not None and self.text not in _ENDS | set(OPERATORS) and not self.text.startswith(r"\end"):
                raise self.error(f"how far does the argument of {head.latex} reach? Write parentheses")
        return value if exponent is None else Power(value, exponent)

    # atoms

    def atom(self) -> Node:
        text = self.text
        if text is None:
            raise self.error("expected a value, but the formula ends")
        if text[0].isdigit():
            return Number(self.take().replace("{,}", ""))
        if text in _PAIRS:
            return self.pair()
        readers = {
            "(": self.group, "[": self.square, "{": self.brace, r"\frac": self.fraction, r"\dfrac": self.fraction,
            r"\tfrac": self.fraction, r"\sqrt": self.root, r"\partial": self.partial, r"\nabla": self.nabla,
            r"\sum": self.over, r"\prod": self.over, r"\max": self.extreme, r"\min": self.extreme, r"\arg": self.extreme,
            r"\begin{cases}": self.cases, r"\begin{pmatrix}": self.matrix, r"\begin{bmatrix}": self.matrix,
        }  # fmt: skip
        if text in readers:
            return readers[text]()
        if text in _ACCENTS:
            return self.accented()
        if re.fullmatch(r"[A-Za-z]|\\(?:mathrm|operatorname|mathbb|mathbf|mathcal|text)\{[^{}]*\}", text):
            return self.subscripted(self.take())
        if _GREEK.fullmatch(text) or text in FUNCTIONS:
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
        close, kind = _PAIRS[self.take()]
        inner = self.sum()
        self.take(close)
        if kind != "norm" or not self.accept("_"):
            return Bracket(kind, inner)
        order = self.braced(self.single)
        return Bracket(kind, inner, order.text if isinstance(order, Number) else order.name)

    def root(self) -> Node:
        self.take()
        if self.text == "[":
            raise self.error("unknown notation \\sqrt[")
        return Bracket("sqrt", self.braced(self.sum))

    def accented(self) -> Symbol:
        accent = self.take()
        inner = self.braced(self.atom)
        if not isinstance(inner, Symbol) or inner.above:
            raise self.error(f"{accent} over something that is no symbol")
        return self.subscripted(f"{accent}{{{inner.latex}}}")

    def subscripted(self, name: str) -> Symbol:
        below = self.indices() if self.accept("_") else ()
        if self.text == "^" and self.peek() == "*":
            self.at += 2
            name += "^*"
        return Symbol(name, below)

    def superscripted(self, base: Symbol) -> Symbol:
        r"""Take a layer's ``^{(l)}``, before or after the indices below."""
        if not (self.text == "^" and self.peek() == "{" and self.peek(2) == "(") or base.name == "e":
            return base
        start, self.at = self.at, self.at + 3
        try:
            above = (self.index(),)
            self.take(")")
            self.take("}")
        except FormulaError:
            self.at = start
            return base
        below = self.indices() if not base.below and self.accept("_") else base.below
        return Symbol(base.name, below, above)

    def indices(self) -> tuple[Index, ...]:
        if not self.accept("{"):
            if self.text is not None and re.fullmatch(r"\d\d.*", self.text):
                raise self.error(f"LaTeX takes only the first digit of {self.text}: write braces")
            return (Index(((1, self.index_atom()),)),)
        found = [self.index()]
        while not self.accept("}"):
            self.accept(",")
            found.append(self.index())
        return tuple(found)

    def index(self) -> Index:
        terms = [(1, self.index_atom())]
        while self.text in ("+", "-"):
            sign = -1 if self.take() == "-" else 1
            terms.append((sign, self.index_atom()))
        return Index(tuple(terms))

    def index_atom(self) -> str:
        text = self.take()
        if not (text.isdigit() or _LETTER.fullmatch(text)):
            self.at -= 1
            raise self.error(f"unknown index {text}")
        return text

    def fraction(self) -> Node:
        self.take()
        if self.text == "{" and self.peek() == r"\partial":
            return self.partial_fraction()
        top = self.braced(self.sum)
        return Quotient(top, self.braced(self.sum))

    # derivatives

    def partial_fraction(self) -> Node:
        self.take("{")
        order = self.partial_sign()
        over = None if self.text == "}" else self.factor()
        self.take("}")
        self.take("{")
        under: list[Symbol] = []
        while not self.accept("}"):
            under += self.partial_variable()
        if len(under) != order:
            raise self.error(f"a derivative of order {order} by {len(under)} symbols")
        return Partial(self.factor() if over is None else over, tuple(under))

    def partial_sign(self) -> int:
        self.take(r"\partial")
        if not self.accept("^"):
            return 1
        order = self.braced(self.single)
        if not isinstance(order, Number):
            raise self.error("a derivative of unknown order")
        return int(order.text)

    def partial_variable(self) -> list[Symbol]:
        self.take(r"\partial")
        found = self.atom()
        if not isinstance(found, Symbol):
            raise self.error("a derivative by something that is no symbol")
        found = self.superscripted(found)
        if not self.accept("^"):
            return [found]
        times = self.braced(self.single)
        if not isinstance(times, Number):
            raise self.error("a derivative of unknown order")
        return [found] * int(times.text)

    def partial(self) -> Node:
        order = self.partial_sign()
        over = self.factor()
        self.take("/")
        under = self.partial_variable()
        if len(under) != order:
            raise self.error(f"a derivative of order {order} by {len(under)} symbols")
        return Partial(over, tuple(under))

    def nabla(self) -> Node:
        self.take()
        if not self.accept("_"):
            raise self.error(r"\nabla of what? Write \nabla_w")
        under = self.braced(lambda: self.superscripted(self.symbol_atom()))
        if not isinstance(under, Symbol):
            raise self.error("a gradient by something that is no symbol")
        return Gradient(self.factor(), under)

    def symbol_atom(self) -> Symbol:
        found = self.atom()
        if not isinstance(found, Symbol):
            raise self.error("expected a symbol")
        return found

    # over an index

    def over(self) -> Node:
        return self.ranged(_OVER[self.take()])

    def ranged(self, kind: str) -> Node:
        self.take("_")
        indices, low, condition = self.range()
        high = self.braced(self.sum) if self.accept("^") else None
        if (low is None) != (high is None):
            raise self.error("a range needs both ends, or none")
        return self.unambiguous(Over(kind, indices, low, high, condition, self.product()))

    def unambiguous(self, over: Over) -> Over:
        """Refuse a product (not a sum) over an index whose last factor does not hold the index."""
        if over.kind != "sum" and isinstance(over.body, Product):
            last = {text for part in _symbols(over.body.factors[-1][1]) for text in part}
            if not last & set(over.indices):
                raise self.error("how far does this reach? Write parentheses")
        return over

    def range(self) -> tuple[tuple[str, ...], Node | None, Chain | None]:
        if not self.accept("{"):
            return (self.index_atom(),), None, None
        letters = [self.index_atom()]
        while self.accept(","):
            letters.append(self.index_atom())
        low, condition = None, None
        if self.accept("="):
            low = self.sum()
        elif self.text in RELATIONS:
            links = []
            while self.text in RELATIONS:
                links.append((RELATIONS[self.take()], self.sum()))
            condition = Chain(Symbol(letters[-1]), tuple(links))
        self.take("}")
        return tuple(letters), low, condition

    def extreme(self) -> Node:
        prefix = "arg" if self.accept(r"\arg") else ""
        kind = prefix + self.take().removeprefix("\\")
        if kind.removeprefix("arg") not in ("max", "min"):
            raise self.error(f"unknown notation {kind}")
        if self.text == "_":
            return self.ranged(kind)
        closing = {"(": ")", r"\{": r"\}"}.get(self.text or "")
        if closing is None or prefix:
            raise self.error(f"{kind} of what? Write parentheses or an index")
        self.take()
        arguments = self.listed()
        self.take(closing)
        return Extreme(kind, arguments)

    # environments

    def cases(self) -> Node:
        self.take()
        rows = []
        while self.text != r"\end{cases}":
            value = self.sum()
            self.accept(",")
            self.take("&")
            rows.append((value, self.conditions()))
            if not self.accept(r"\\"):
                break
        self.take(r"\end{cases}")
        return Cases(tuple(rows))

    def conditions(self) -> tuple[Chain, ...] | None:
        words = self.words()
        if words in _OTHERWISE:
            return None
        if words is not None and words not in _IF:
            raise self.error(f"unknown condition {words}")
        found = [self.chain()]
        while self.accept(",") or self.words() == "and":
            found.append(self.chain())
        if not all(chain.links for chain in found):
            raise self.error("a condition needs a relation")
        return tuple(found)

    def words(self) -> str | None:
        if self.text is None or not self.text.startswith(r"\text{"):
            return None
        return self.take()[6:-1].strip()

    def matrix(self) -> Node:
        end = self.take().replace("begin", "end")
        rows = [[self.sum()]]
        while not self.accept(end):
            if self.accept("&"):
                rows[-1].append(self.sum())
            else:
                self.take(r"\\")
                if self.text != end:
                    rows.append([self.sum()])
        if len({len(row) for row in rows}) != 1:
            raise self.error("rows of different lengths")
        return Matrix(tuple(tuple(row) for row in rows))


def _symbols(node: Node) -> list[list[str]]:
    """Return the letters of every index in a node."""
    return [[text for i in (*s.below, *s.above) for _, text in i.terms] for s in walk(node) if isinstance(s, Symbol)]
