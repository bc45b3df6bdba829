"""Every display formula, and every inline formula with a relation or a number, is executed."""

import ast
from pathlib import Path

import pytest

from press.formula.page import execute_page
from proofs.formulas.pages import DOCS, PAGES, meaning

DECLARED = 0       # formulas that cannot be executed; each has a reason


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("page", PAGES)
def test_every_formula_holds(page, language):
    path = DOCS / language / f"{page}.md"
    results = execute_page(path.read_text("utf-8"), meaning(page))
    failures = [f"docs/{language}/{page}.md:{r.found.line}: {r.failure}" for r in results if r.failure]
    assert not failures, "\n".join(failures)
    assert sum(r.declared is not None for r in results) <= DECLARED


def test_every_module_belongs_to_a_page():
    folder = Path(__file__).parent
    modules = {p.relative_to(folder).with_suffix("").as_posix() for p in folder.glob("*/*.py")}
    assert modules == {page.replace("-", "_") for page in PAGES}


def test_the_mathematics_does_not_use_what_it_proves():
    tree = ast.parse((Path(__file__).parent / "mathematics.py").read_text("utf-8"))
    names = [a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names]
    names += [n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)]
    assert {name.split(".")[0] for name in names} == {"functools", "mpmath", "numpy"}
