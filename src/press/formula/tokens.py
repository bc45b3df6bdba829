"""LaTeX cut into tokens, and a formula cut into its statements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from press.formula.errors import FormulaError

_SKIPPED = r"\s+|\\[,;:! ]|~|\\(?:left|right|displaystyle|textstyle|[bB]ig{1,2}[lr]?|limits|nolimits)(?![A-Za-z])"
_READ = (
    r"\\\\|:=|\\text\{[^{}]*\}|\\(?:begin|end)\{[a-z]+\*?\}|\\(?:mathrm|operatorname|mathbb|mathbf|mathcal|boldsymbol)\{[^{}]*\}"
    r"|\\[A-Za-z]+|\\[{}|]|\d+(?:\{,\}\d{3})*(?:\.\d+)?|."
)
_TOKEN = re.compile(f"(?:{_SKIPPED})|({_READ})", re.DOTALL)
_ALIGNED = ("aligned", "align", "align*", "split", "gathered")
_OPEN = {"(", "[", "{", r"\{", r"\lceil", r"\lfloor", r"\lvert", r"\lVert"}
_CLOSE = {")", "]", "}", r"\}", r"\rceil", r"\rfloor", r"\rvert", r"\rVert"}
SEPARATORS = {",", ";", r"\quad", r"\qquad"}


@dataclass(frozen=True)
class Token:
    """One token and where it stands in the LaTeX."""

    text: str
    start: int
    end: int


def tokens_of(latex: str) -> list[Token]:
    """Return the tokens of a formula; spaces and sizes say nothing and are left out."""
    return [Token(m[1], m.start(1), m.end(1)) for m in _TOKEN.finditer(latex) if m[1]]


def _split(tokens: list[Token], separators: set[str]) -> Iterator[list[Token]]:
    """Cut at separators that stand in no bracket and no environment."""
    part: list[Token] = []
    depth = 0
    for token in tokens:
        depth += (token.text in _OPEN or token.text.startswith(r"\begin")) - (
            token.text in _CLOSE or token.text.startswith(r"\end")
        )
        if depth == 0 and token.text in separators:
            yield part
            part = []
        else:
            part.append(token)
    yield part


def _inside(tokens: list[Token]) -> list[Token] | None:
    """Return what an environment of aligned rows holds, or None if the formula is no such environment."""
    if not tokens or tokens[0].text not in {rf"\begin{{{name}}}" for name in _ALIGNED}:
        return None
    if tokens[-1].text != tokens[0].text.replace("begin", "end"):
        raise FormulaError(f"after {tokens[0].text} the formula must end with its \\end, found {tokens[-1].text}")
    return tokens[1:-1]


def _rows(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield one equation of aligned rows after the other; a row whose left cell is empty goes on with the one above."""
    columns: dict[int, list[Token]] = {}
    for row in _split(tokens, {r"\\"}):
        cells = [[t for t in cell if t.text not in (r"\quad", r"\qquad")] for cell in _split(row, {"&"})]
        for number in range(0, len(cells), 2):
            left, right = cells[number], cells[number + 1] if number + 1 < len(cells) else []
            if left and number in columns:
                yield columns.pop(number)
            above = columns.get(number, [])
            if above and right and above[-1].text in SEPARATORS:
                above.pop()
            columns[number] = above + left + right
    yield from columns.values()


def statements_of(tokens: list[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each statement of a formula: rows, columns, and what commas separate."""
    inside = _inside(tokens)
    for row in [tokens] if inside is None else _rows(inside):
        for part in _split(row, SEPARATORS):
            if part and part[-1].text == ".":
                part.pop()
            if part:
                yield part
