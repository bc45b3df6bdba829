"""What stands around expressions: derivatives, sums over an index, sets, cases."""

from press.formula.nodes import (
    Call,
    Cases,
    Chain,
    Extreme,
    Gradient,
    Interval,
    Matrix,
    Members,
    Node,
    Number,
    Over,
    Partial,
    Product,
    Shape,
    Symbol,
    walk,
)
from press.formula.reader import Reader

RELATIONS = {
    "=": "=", "<": "<", ">": ">", r"\lt": "<", r"\gt": ">", r"\le": r"\le", r"\leq": r"\le", r"\ge": r"\ge",
    r"\geq": r"\ge", r"\ne": r"\ne", r"\neq": r"\ne", r"\approx": r"\approx", r"\leftarrow": r"\leftarrow",
    r"\gets": r"\leftarrow", ":=": "=",
}  # fmt: skip
_OVER = {r"\sum": "sum", r"\prod": "prod", r"\lim": "lim"}
DIFFERENTIALS = ("d", r"\mathrm{d}")
_OTHERWISE = {"otherwise", "else", "그 외", "그 밖에", "그렇지 않으면", "나머지"}
_IF = {"if", "for", "when"}


class Constructs(Reader):
    """Derivatives, sums over an index, extremes, sets, and environments; expressions are left to the parser."""

    def chain(self) -> Chain:
        """Read parts with relations between them."""
        raise NotImplementedError

    def sum(self) -> Node:
        """Read terms."""
        raise NotImplementedError

    def product(self) -> Node:
        """Read factors."""
        raise NotImplementedError

    def factor(self) -> Node:
        """Read an atom with its exponents, primes and arguments."""
        raise NotImplementedError

    def listed(self) -> tuple[Node, ...]:
        """Read what commas separate."""
        parts = [self.sum()]
        while self.accept(","):
            parts.append(self.sum())
        return tuple(parts)

    # derivatives

    def partial_fraction(self) -> Node:
        r"""Read ``{\partial E}{\partial w}``, or an operator that applies to what follows."""
        self.take("{")
        sign = self.text or ""
        order = self.partial_sign(sign)
        over = None if self.text == "}" else self.factor()
        self.take("}")
        self.take("{")
        under: list[Symbol] = []
        while not self.accept("}"):
            under += self.partial_variable(sign)
        if len(under) != order:
            raise self.error(f"a derivative of order {order} by {len(under)} symbols")
        return Partial(self.operand() if over is None else over, tuple(under), sign)

    def operand(self) -> Node:
        """Read what an operator applies to: the rest of the product, if no operator makes that doubtful."""
        found = self.product()
        if isinstance(found, Product) and any(operator for operator, _ in found.factors):
            raise self.error("how far does the derivative reach? Write parentheses")
        return found

    def is_derivative(self) -> bool:
        r"""Tell whether a fraction is ``{\partial ..}{\partial ..}`` or ``{d ..}{d x}``."""
        if self.peek() == r"\partial":
            return True
        ahead = [t.text for t in self.tokens[self.at :]]
        if len(ahead) < 5 or ahead[1] not in DIFFERENTIALS or "}" not in ahead:
            return False
        bottom = ahead[ahead.index("}") + 1 :]
        return bottom[:2] == ["{", ahead[1]] and bottom[2:3] != ["}"]

    def partial_sign(self, sign: str = r"\partial") -> int:
        r"""Read ``\partial`` or ``\partial^2``; return the order."""
        self.take(sign)
        if not self.accept("^"):
            return 1
        order = self.braced(self.single)
        if not isinstance(order, Number):
            raise self.error("a derivative of unknown order")
        return int(order.text)

    def partial_variable(self, sign: str = r"\partial") -> list[Symbol]:
        """Read what a derivative is taken by, as often as it is."""
        self.take(sign)
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
        r"""Read ``\partial z / \partial x``."""
        order = self.partial_sign()
        over = self.factor()
        self.take("/")
        under = self.partial_variable()
        if len(under) != order:
            raise self.error(f"a derivative of order {order} by {len(under)} symbols")
        return Partial(over, tuple(under))

    def nabla(self) -> Node:
        r"""Read ``\nabla_w E``, or ``\nabla L(w)``: by the argument."""
        self.take()
        under = self.braced(lambda: self.superscripted(self.symbol_atom())) if self.accept("_") else None
        over = self.factor() if under is None else self.operand()
        if under is None and not (isinstance(over, Call) and len(over.arguments) == 1):
            raise self.error(r"\nabla by what? Write \nabla_w, or the argument")
        assert under is None or isinstance(under, Symbol)
        return Gradient(over, under)

    # over an index

    def over(self) -> Node:
        """Read a sum or product over an index."""
        return self.ranged(_OVER[self.take()])

    def ranged(self, kind: str) -> Node:
        """Read the range and the body of what runs over an index."""
        self.take("_")
        indices, low, condition = self.range()
        high = self.braced(self.sum) if self.accept("^") else None
        if kind == "lim":
            high = low
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
        """Read the indices, the lower end or None, and the condition or None."""
        if not self.accept("{"):
            return (self.index_atom(),), None, None
        letters = [self.index_atom()]
        while self.accept(","):
            letters.append(self.index_atom())
        low, condition = None, None
        if self.accept("=", r"\to"):
            low = self.sum()
        elif self.text in RELATIONS:
            links = []
            while self.text in RELATIONS:
                links.append((RELATIONS[self.take()], self.sum()))
            condition = Chain(Symbol(letters[-1]), tuple(links))
        self.take("}")
        return tuple(letters), low, condition

    def extreme(self) -> Node:
        """Read a maximum or minimum of a list, or over an index."""
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

    # sets

    def set(self) -> Shape | Members | Interval:
        r"""Read what stands after ``\in``."""
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

    # environments

    def cases(self) -> Node:
        """Read rows of a value and its condition."""
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
        """Read the relations of a case, or None for otherwise."""
        words = self.words()
        if words in _OTHERWISE:
            return None
        if words is not None and words not in _IF:
            raise self.error(f"unknown condition {words}")
        found = [self.chain()]
        while self.accept(",", r"\text{and}", r"\text{ and }"):
            found.append(self.chain())
        if not all(chain.links for chain in found):
            raise self.error("a condition needs a relation")
        return tuple(found)

    def words(self) -> str | None:
        """Read words between relations, or return None."""
        if self.text is None or not self.text.startswith(r"\text{"):
            return None
        return self.take()[6:-1].strip()

    def matrix(self) -> Node:
        """Read the rows of a matrix."""
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
