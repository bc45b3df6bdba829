"""The docstrings of the package, as the API page shows them, and how they are cut."""

import ast
import re
from typing import NamedTuple

from press import text as cut
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
    def module(self):
        """The module, which is the topic of short names such as [0.25](=sigmoid_maximum.slope_max)."""
        return self.name.split(".")[1]

    @property
    def formulas(self):
        """The formulas with their lines."""
        text = without(self.text, DOCTEST)
        return [(match[1] or match[2], self.line + line_at(text, match.start()) - 1) for match in cut.MATH.finditer(text)]

    @property
    def words(self):
        """The text without doctests, which the tests run, formulas, which the proofs execute, and addresses."""
        return without(self.text, DOCTEST, SECTION, cut.MATH, cut.ADDRESS)


def docstrings(root):
    """Return every docstring that the API page shows."""
    found = []
    for path in sorted((root / "src" / "dlnotes").glob("[!_]*.py")):
        place, module = path.relative_to(root).as_posix(), f"dlnotes.{path.stem}"
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
