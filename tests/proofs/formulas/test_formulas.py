"""Every display formula, and every inline formula with a relation or a number, is executed; Korean pages have the same ones."""

from pathlib import Path

import pytest

from press.formula.page import execute_page, spaced
from proofs.formulas.pages import DOCS, PAGES, meaning

HERE = Path(__file__).parent


@pytest.mark.parametrize("page", PAGES)
def test_every_formula_holds(page, executed):
    results = execute_page((DOCS / "en" / f"{page}.md").read_text("utf-8"), meaning(page))
    failures = [f"docs/en/{page}.md:{result.found.line}: {result.failure}" for result in results if result.failure]
    assert not failures, "\n".join(failures)
    executed[page] = {
        spaced(result.found.latex): {
            "comparisons": dict(result.checked.comparisons) if result.checked else {}, "declared": result.declared,
        }
        for result in results
        if result.checked or result.declared
    }


def test_every_meaning_belongs_to_a_page():
    modules = {path.relative_to(HERE).with_suffix("").as_posix() for path in HERE.glob("*/*.py")}
    assert modules <= {page.replace("-", "_") for page in PAGES}
