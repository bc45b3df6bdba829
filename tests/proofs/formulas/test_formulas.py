"""Every formula of every page, executed in the meaning that the page gives to its symbols."""

import importlib
from pathlib import Path

import pytest

from press.book import ROOT
from press.formula.page import execute_page, spaced

HERE = Path(__file__).parent
NAMES = sorted(path.relative_to(HERE).with_suffix("").as_posix() for path in HERE.glob("*/*.py"))


@pytest.mark.parametrize("name", NAMES)
def test_every_formula_of_a_page_holds(name, executed):
    meaning = importlib.import_module(f"proofs.formulas.{name.replace('/', '.')}").MEANING
    page = name.replace("_", "-")
    results = execute_page((ROOT / "docs" / "en" / f"{page}.md").read_text("utf-8"), meaning)
    failures = [f"docs/en/{page}.md:{result.found.line}: {result.failure}" for result in results if result.failure]
    assert not failures, "\n".join(failures)
    executed[page] = {
        spaced(result.found.latex): {
            "comparisons": dict(result.checked.comparisons) if result.checked else {},
            "declared": result.declared,
        }
        for result in results
        if result.checked or result.declared
    }
