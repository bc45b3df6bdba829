"""Every example and figure is used by a page in both languages, and every example keeps the rules."""

from pathlib import Path

import pytest

import report
from complaints import hold
from guard import subjects_of_page
from pages.programs import id_complaints, program_complaints

EXAMPLES = sorted(report.EXAMPLES.rglob("*.py"))
PAGES = sorted(path for language in ("ko", "en") for path in (report.ROOT / "docs" / language).rglob("*.md"))


def place(path):
    """Return the path as messages name it."""
    return path.relative_to(report.ROOT).as_posix()


def used(language):
    """Return the examples and figures that the pages of one language show."""
    folder = report.ROOT / "docs" / language
    return {name for page in folder.rglob("*.md") for name in subjects_of_page(page.read_text("utf-8"))}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_every_example_and_figure_is_on_a_page(language):
    unused = sorted(report.subjects() - used(language))
    hold([f"docs/{name}.py: no page in docs/{language} shows it. Show it on its page, or delete it." for name in unused])


def test_every_example_has_an_output_and_every_output_an_example():
    missing = [f"{place(path)}: it has no .out: run pytest --update-outputs and read the diff."
               for path in EXAMPLES if not path.with_suffix(".out").exists()]
    left_over = [f"{place(path)}: no example prints it. Delete it."
                 for path in sorted(report.EXAMPLES.rglob("*.out")) if not path.with_suffix(".py").exists()]
    hold(missing + left_over)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_keeps_the_rules(path):
    hold(program_complaints(place(path), path.stem, path.read_text("utf-8")))


def test_the_id_of_a_fence_is_its_example():
    hold([message for page in PAGES for message in id_complaints(place(page), page.read_text("utf-8"))])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import scipy", "x.py:1: imports scipy; only dlnotes, numpy may be imported here."),
        ("from keras import ops", "x.py:1: imports keras"),
        ("from . import other", "x.py:1: imports ."),
        ("\nprint(1, 2, sep=', ')", "x.py:2: print(..., sep=...)"),
        ("print(1, file=f)", "x.py:1: print(..., file=...)"),
        ("import numpy as np\nnp.random.seed(0)", "x.py:2: np.random.seed is global random state"),
        ("x = 1\n" * 25, "x.py:25: 25 lines are too many"),
    ],
)
def test_a_broken_rule_is_named(source, expected):
    assert expected in program_complaints("x.py", "x", source)[0]


def test_frameworks_are_allowed_by_name():
    assert program_complaints("x.py", Path("a/x_keras.py").stem, "import keras") == []
    assert program_complaints("x.py", "x_pytorch", "import keras")[0].startswith("x.py:1: imports keras")


@pytest.mark.parametrize("options", ["", 'id="a/c"'])
def test_a_wrong_id_is_named(options):
    page = f'text\n\n```python exec="on" {options}\n--8<-- "a/b.py"\n```\n'
    assert id_complaints("p.md", page) == [
        'p.md:3: write id="a/b", the name of the included example, into this fence.'
    ]
