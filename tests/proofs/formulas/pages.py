"""The pages that hold formulas, and what their formulas mean."""

import importlib
from pathlib import Path

from press.formula.page import formulas_of

DOCS = Path(__file__).parents[3] / "docs"


def _named(path):
    return path.relative_to(DOCS / "en").with_suffix("").as_posix()


PAGES = {_named(path): path for path in sorted((DOCS / "en").rglob("*.md")) if formulas_of(path.read_text("utf-8"))}


def meaning(page):
    """Return the MEANING of a page's module: training/epochs-and-iterations is training/epochs_and_iterations.py."""
    module = page.replace("-", "_")
    assert (Path(__file__).parent / f"{module}.py").exists(), (
        f"docs/en/{page}.md holds formulas: say what its symbols mean in tests/proofs/formulas/{module}.py"
    )
    return importlib.import_module("proofs.formulas." + module.replace("/", ".")).MEANING
