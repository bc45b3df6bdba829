"""The pages that hold formulas, and what their formulas mean."""

import importlib
import importlib.util
from pathlib import Path

from press.formula.page import formulas_of

DOCS = Path(__file__).parents[3] / "docs"


def _named(path):
    return path.relative_to(DOCS / "en").with_suffix("").as_posix()


PAGES = {_named(path): path for path in sorted((DOCS / "en").rglob("*.md")) if formulas_of(path.read_text("utf-8"))}


def meaning(page):
    """Return the MEANING of a page: of its proofs, such as activations/test_relu.py, or of its module in this folder."""
    topic, _, name = page.replace("-", "_").rpartition("/")
    proofs = f"proofs.{topic}.test_{name}"
    if importlib.util.find_spec(f"proofs.{topic}") and importlib.util.find_spec(proofs):
        found = getattr(importlib.import_module(proofs), "MEANING", None)
        if found is not None:
            return found
    module = Path(__file__).parent / topic / f"{name}.py"
    assert module.exists(), f"docs/en/{page}.md has formulas: say what its symbols mean, by MEANING in test_{name}.py"
    return importlib.import_module(f"proofs.formulas.{topic}.{name}").MEANING
