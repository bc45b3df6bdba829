"""A notebook page, tried on a site of one notebook in each language: executed, with MathML, with nothing from elsewhere."""

import re

import nbformat
import pytest
from site_pages import loads, parse, target, words
from tree import build, copy_tree

from press import report

NAV = re.compile(r"^nav:\n(?:  .*\n)+", re.M)
LAB = "labs/lab.ipynb"
PAGE = """---
title: {title}
description: A page in {title}.
---

# Home {{ #home }}

[lab](labs/lab.ipynb)
"""


def notebook():
    """Return a notebook with formulas and a result."""
    cells = [
        nbformat.v4.new_markdown_cell("# A lab\n\nInline $x^2$ here.\n\n$$\n\\frac{1}{1 + e^{-x}}\n$$"),
        nbformat.v4.new_code_cell("from dlnotes.activations import sigmoid\nprint(f'{sigmoid(0.0):.4f}')"),
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})


@pytest.fixture(scope="module")
def lab_site(tmp_path_factory, current_report):
    """The folder of a built site with one notebook."""
    root = copy_tree(tmp_path_factory.mktemp("labs") / "copy")
    for language in ("ko", "en"):
        folder = root / "docs" / language
        for page in folder.rglob("*.md"):
            page.unlink()
        (folder / "labs").mkdir(exist_ok=True)
        nbformat.write(notebook(), folder / LAB)
        (folder / "index.md").write_text(PAGE.format(title=language), "utf-8")
    settings = (root / "mkdocs.yml").read_text("utf-8")
    (root / "mkdocs.yml").write_text(NAV.sub(f"nav:\n  - index.md\n  - {LAB}\n", settings), "utf-8")
    report.save({name: value for name, value in report.last(root).items() if name != "digest"}, root)     # without formulas now
    status, printed = build(root, root / "site", DRAFTS="true")        # nearly all pages are gone, of which the rules complain
    assert status == 0, printed
    return root / "site"


@pytest.fixture(params=["labs/lab/index.html", "en/labs/lab/index.html"])
def lab(request, lab_site):
    """The place and the parsed page of the notebook in one language."""
    return request.param, parse(lab_site / request.param)


def test_the_notebook_was_executed(lab):
    assert "0.5000" in [line.strip() for line in lab[1].article.get_text().splitlines()]


def test_formulas_are_mathml(lab):
    _, page = lab
    assert [math.get("display") for math in page.article.find_all("math")] == [None, "block"]
    assert "x^2" not in words(page)
    assert "frac" not in words(page)
    assert "$" not in words(page)


def test_nothing_comes_from_elsewhere(lab):
    path, page = lab
    assert [address for address in loads(page) if target(path, address) is None] == []
    text = " ".join(script.get_text() for script in page.find_all("script")).lower()
    for name in ("mermaid", "mathjax", "require", "http:", "https:"):
        assert name not in text, f"{name} is left in a script of {path}"


def test_no_style_sheet_is_inlined(lab):
    assert page_weight(lab[1]) < 100_000


def page_weight(page):
    return len(str(page).encode())
