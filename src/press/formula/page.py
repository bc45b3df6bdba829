r"""The formulas of a page, found and executed.

What they mean is said once for a page::

    MEANING = Meaning(
        {"x": Reals(-20, 20, extremes=(0,)), "y": Of(lambda x: oracle.sigmoid(x), code=activations.sigmoid)},
        sections={"pitfalls": {"x": Vector(3)}},
        formulas={r"y = \frac{1}{2}": {"x": 0}},
        values={"y(1-y)": Of(lambda x: oracle.sigmoid_slope(x), code=activations.sigmoid_derivative)},
    )

A new formula is executed with it at once, or fails with "what is q?".
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from press.formula.check import PASSES, POINTS, Checked, Formula
from press.formula.errors import FormulaError
from press.formula.scope import Scope

_FENCE = re.compile(r"^ *(`{3,}|~{3,})")
_HEADING = re.compile(r"^#{1,6} .*\{[^}]*#([\w-]+)[^}]*\}\s*$")
_FORMULA = re.compile(r"\$\$(.+?)\$\$|(?<![\\$\w])\$(?!\s)([^$]+?)(?<!\s)\$(?![\d$])", re.DOTALL)


@dataclass(frozen=True)
class Found:
    """A formula of a page: its LaTeX, whether it is displayed, its line, and the anchor of its section."""

    latex: str
    display: bool
    line: int
    section: str


@dataclass
class Meaning:
    r"""What the formulas of a page mean.

    Attributes
    ----------
    scope
        The meanings of the page's symbols, for all its formulas.
    sections, formulas
        What differs in the section of an anchor, and in a formula of exactly this LaTeX.
    values
        Expressions without a relation, and what they equal.
    declared
        Formulas that cannot be executed, with the reason.
    """

    scope: Mapping[str, Any]
    sections: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    formulas: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    values: Mapping[str, Any] = field(default_factory=dict)
    declared: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Bring the keys into the form in which formulas are looked up."""
        self.formulas = {spaced(latex): value for latex, value in self.formulas.items()}
        self.values = {spaced(latex): value for latex, value in self.values.items()}
        self.declared = {spaced(latex): value for latex, value in self.declared.items()}
        self._read: dict[tuple[str, str], Scope] = {}

    def scope_of(self, found: Found) -> Scope:
        """Return the scope of a formula: the page's, its section's, and its own."""
        own = spaced(found.latex) if spaced(found.latex) in self.formulas else ""
        key = (found.section if found.section in self.sections else "", own)
        if key not in self._read:
            self._read[key] = Scope({**self.scope, **self.sections.get(key[0], {}), **self.formulas.get(own, {})})
        return self._read[key]


@dataclass(frozen=True)
class Result:
    """What became of a formula: checked, declared with a reason, named only (a symbol), or a failure."""

    found: Found
    checked: Checked | None = None
    declared: str | None = None
    failure: FormulaError | None = None


def spaced(latex: str) -> str:
    """Return LaTeX with single spaces: how it is broken into lines says nothing."""
    return " ".join(latex.split())


def formulas_of(markdown: str) -> list[Found]:
    """Return the formulas of a page in order; fences, inline code and front matter hold none."""
    text = _without_code(markdown)
    anchors = [(0, "")]
    for match in re.finditer(r"^.*$", text, re.MULTILINE):
        if heading := _HEADING.match(match[0]):
            anchors.append((match.start(), heading[1]))
    found = []
    for match in _FORMULA.finditer(text):
        section = next(name for start, name in reversed(anchors) if start <= match.start())
        line = text.count("\n", 0, match.start()) + 1
        found.append(Found((match[1] or match[2]).strip(), match[1] is not None, line, section))
    return found


def _without_code(markdown: str) -> str:
    """Blank front matter, fences and inline code, and keep every line where it is."""
    front = re.match(r"---\n.*?\n---\n", markdown, re.DOTALL)
    head = front[0] if front else ""
    lines, fence = [], ""
    for line in markdown[len(head) :].split("\n"):
        mark = _FENCE.match(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence) and line.strip() == mark[1]:
            fence, line = "", ""
        lines.append("" if fence else line)
    blank = re.sub(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", lambda m: re.sub(r"[^\n]", " ", m[0]), "\n".join(lines), flags=re.DOTALL)
    return "\n" * head.count("\n") + blank


def execute(found: Found, meaning: Meaning, points: int = POINTS, passes: Iterable[str] = PASSES) -> Result:
    """Execute one formula of a page in the meaning of the page."""
    key = spaced(found.latex)
    if key in meaning.declared:
        return Result(found, declared=meaning.declared[key])
    try:
        return Result(found, checked=execute_as(found.latex, found, meaning, points, passes))
    except FormulaError as error:
        return Result(found, failure=error)


def execute_as(latex: str, found: Found, meaning: Meaning, points: int, passes: Iterable[str]) -> Checked | None:
    """Execute a formula, or a mutant of it, as the page's formula at its place."""
    formula, scope = Formula(latex), meaning.scope_of(found)
    if spaced(found.latex) in meaning.values:
        return formula.equals(meaning.values[spaced(found.latex)], scope, points, passes)
    if formula.relates:
        return formula.check(scope, points, passes)
    if found.display or formula.has_number:
        raise FormulaError(f"an expression without a proven value: {latex!r}")
    formula.symbols_known(scope)
    return None


def execute_page(markdown: str, meaning: Meaning) -> list[Result]:
    """Execute all formulas of a page; a formula that stands twice in one section is executed once."""
    done: dict[tuple[str, str], Result] = {}
    results = []
    for found in formulas_of(markdown):
        key = (spaced(found.latex), found.section if found.section in meaning.sections else "")
        if key not in done:
            done[key] = execute(found, meaning)
        results.append(Result(found, done[key].checked, done[key].declared, done[key].failure))
    return [*results, *_unused(meaning, results)]


def _unused(meaning: Meaning, results: list[Result]) -> Iterator[Result]:
    """Yield a failure for every formula that the meaning names and the page no longer has."""
    written = {spaced(result.found.latex) for result in results}
    sections = {result.found.section for result in results}
    for latex in (*meaning.formulas, *meaning.values, *meaning.declared):
        if latex not in written:
            yield Result(Found(latex, False, 0, ""), failure=FormulaError(f"the page has no formula {latex!r}"))
    for anchor in meaning.sections:
        if anchor not in sections:
            yield Result(Found("", False, 0, anchor), failure=FormulaError(f"no formula stands in the section {anchor!r}"))
