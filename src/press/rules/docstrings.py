"""Docstrings reach readers on the API page: their numbers are bound or doctests, their formulas are executed."""

import ast
import re
from typing import NamedTuple

from press import text as cut
from press.complaint import Complaint
from press.parts.formulas import key
from press.rules.formulas import states_something
from press.rules.numbers import of_text
from press.text import line_at, without

DOCTEST = re.compile(r"^ *>>> .*(?:\n *\S.*)*", re.M)
SECTION = re.compile(r"^ *-{3,} *$", re.M)


class Docstring(NamedTuple):
    """A public docstring: the file and the line on which it begins, and its name such as dlnotes.losses.hinge."""

    place: str
    line: int
    name: str
    text: str

    @property
    def formulas(self):
        """The formulas with their lines."""
        text = without(self.text, DOCTEST)
        return [(match[1] or match[2], self.line + line_at(text, match.start()) - 1) for match in cut.MATH.finditer(text)]


def docstrings(book):
    """Return every docstring that the API page shows."""
    found = []
    for path in sorted((book.root / "src" / "dlnotes").glob("[!_]*.py")):
        place, module = path.relative_to(book.root).as_posix(), f"dlnotes.{path.stem}"
        found += public(ast.parse(path.read_text("utf-8")), place, module)
    return found


def public(node, place, name):
    """Return the docstrings of a module, class or function and of what is public in it."""
    found = []
    first = node.body[0] if node.body else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        found.append(Docstring(place, first.lineno, name, first.value.value))
    for inner in node.body:
        if isinstance(inner, (ast.ClassDef, ast.FunctionDef)) and (not inner.name.startswith("_") or inner.name == "__call__"):
            found += public(inner, place, f"{name}.{inner.name}")
    return found


def of_book(book):
    """Check the numbers and the formulas of every docstring."""
    return [complaint for found in docstrings(book) for complaint in [*numbers(found, book), *formulas(found, book)]]


def numbers(found, book):
    """Check the numbers in a docstring's words; its doctests are run by the tests."""
    text = without(found.text, DOCTEST, SECTION, cut.MATH)
    return of_text(text, found.place, found.line - 1, found.name.split(".")[1], book)


def formulas(found, book):
    """Name every formula that states something and that no proof has executed."""
    executed = book.report["formulas"].get(found.name, {})
    return [
        Complaint(found.place, line, f"the proofs have not executed this formula of {found.name}: {key(latex)}. Say in "
                  f"tests/proofs/reference/test_api.py what its symbols mean.")
        for latex, line in found.formulas
        if states_something(latex) and key(latex) not in executed
    ]
