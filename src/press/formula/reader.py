"""The place of a parser among the tokens, and names with their indices."""

import re
from collections.abc import Callable

from press.formula.errors import FormulaError
from press.formula.nodes import Index, Node, Number, Symbol
from press.formula.tokens import Token

_LETTER = re.compile(r"[A-Za-z]|\\(?:[a-zA-Z]+)|\\(?:mathrm|operatorname|mathbb|mathbf|mathcal|boldsymbol|text)\{[^{}]*\}")
NAMED = re.compile(r"[A-Za-z]|\\(?:mathrm|operatorname|mathbb|mathbf|mathcal|boldsymbol|text)\{[^{}]*\}")
GREEK = re.compile(
    r"\\(?:alpha|beta|gamma|delta|epsilon|varepsilon|zeta|eta|theta|vartheta|iota|kappa|lambda|mu|nu|xi|pi|rho|sigma|tau|upsilon"
    r"|phi|varphi|chi|psi|omega|Gamma|Delta|Theta|Lambda|Xi|Pi|Sigma|Phi|Psi|Omega|ell|infty)"
)


class Reader:
    """A place among tokens, and what can be read without knowing expressions: names and their indices."""

    def __init__(self, latex: str, tokens: list[Token]) -> None:
        self.latex, self.tokens, self.at = latex, tokens, 0
        self.spans: list[tuple[str, list[tuple[int, int, int]]]] = []

    def atom(self) -> Node:
        """Read the smallest part; the parser knows which there are."""
        raise NotImplementedError

    @property
    def text(self) -> str | None:
        """The next token, or None at the end."""
        return self.tokens[self.at].text if self.at < len(self.tokens) else None

    @property
    def place(self) -> int:
        """Where the next token starts in the LaTeX."""
        return self.tokens[self.at].start if self.at < len(self.tokens) else len(self.latex)

    @property
    def before(self) -> int:
        """Where the last token ended."""
        return self.tokens[self.at - 1].end

    def peek(self, ahead: int = 1) -> str | None:
        """Return a token further on."""
        return self.tokens[self.at + ahead].text if self.at + ahead < len(self.tokens) else None

    def error(self, problem: str) -> FormulaError:
        """Return a complaint about the next token."""
        return FormulaError(f"{problem} at {self.place} of {self.latex!r}")

    def take(self, wanted: str | None = None) -> str:
        """Take the next token, which may have to be a certain one."""
        text = self.text
        if text is None:
            raise self.error(f"expected {wanted or 'more'}, but the formula ends")
        if wanted is not None and text != wanted:
            raise self.error(f"expected {wanted}, found {text}")
        self.at += 1
        return text

    def accept(self, *texts: str) -> bool:
        """Take the next token if it is one of these; tell whether it was."""
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
        """Read one digit or one letter."""
        text = self.take()
        if text[0].isdigit():
            return Number(text)
        if re.fullmatch(r"[A-Za-z]", text) or GREEK.fullmatch(text):
            return Symbol(text)
        self.at -= 1
        raise self.error(f"unknown notation {text}")

    # names

    def symbol_atom(self) -> Symbol:
        """Read a symbol and nothing else."""
        found = self.atom()
        if not isinstance(found, Symbol):
            raise self.error("expected a symbol")
        return found

    def accented(self) -> Symbol:
        """Read a symbol under a hat or the like."""
        accent = self.take()
        inner = self.braced(self.atom)
        if not isinstance(inner, Symbol) or inner.above:
            raise self.error(f"{accent} over something that is no symbol")
        return self.subscripted(f"{accent}{{{inner.latex}}}")

    def difference(self) -> Symbol:
        r"""Read ``\Delta``, and with the name that follows ``\Delta w``: one symbol."""
        name = self.take()
        if self.text is not None and (re.fullmatch("[A-Za-z]", self.text) or GREEK.fullmatch(self.text)):
            name = f"{name} {self.take()}"
        return self.subscripted(name)

    def subscripted(self, name: str) -> Symbol:
        """Read the indices of a name."""
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
        """Read indices after ``_``."""
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
        """Read one index, such as ``i`` or ``l+1``."""
        terms = [(1, self.index_atom())]
        while self.text in ("+", "-"):
            sign = -1 if self.take() == "-" else 1
            terms.append((sign, self.index_atom()))
        return Index(tuple(terms))

    def index_atom(self) -> str:
        """Read a letter, name or number of an index."""
        text = self.take()
        if not (text.isdigit() or _LETTER.fullmatch(text)):
            self.at -= 1
            raise self.error(f"unknown index {text}")
        return text
