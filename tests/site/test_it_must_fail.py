"""Whatever is broken stops the build or the tests, with a message that names the place and says what to do.

Each test breaks a copy of the tree in one place. What a rule finds is asked of the rules; a build runs only where it is the
build that must stop.
"""

import pytest
from tree import build, change, copy_tree, proofs, run

from press import parts, report
from press.book import Book
from press.rules import check

EXAMPLE = "docs/examples/activations/sigmoid_maximum"
FIRST_PROOFS = "tests/proofs/test_activations.py"
PAGE = "activations/sigmoid.md"


@pytest.fixture
def copy(tmp_path, current_report):
    """A copy of the tree whose proofs have just passed."""
    return copy_tree(tmp_path / "copy")


def add(path, text):
    """Write `text` at the end of a file; return the number of its first line."""
    before = path.read_text("utf-8").rstrip("\n") + "\n\n"
    path.write_text(before + text + "\n", "utf-8", newline="\n")
    return before.count("\n") + 1


def fails(result, *expected):
    """Hold that a command failed and said all that was expected."""
    status, printed = result
    assert status != 0, f"it passed:\n{printed}"
    for text in expected:
        assert text in printed, f"{text!r} is not in:\n{printed}"


def refused(root, *expected):
    """Hold that the rules complain, and of what, with the proofs of the unbroken tree."""
    report.save({name: value for name, value in report.last(root).items() if name != "digest"}, root)
    found = "\n".join(map(str, check(Book(root))))
    for text in expected:
        assert text in found, f"{text!r} is not in:\n{found}"


def test_an_example_that_raises(copy):
    change(copy / f"{EXAMPLE}.py", "print(", "raise ValueError('broken')\nprint(")
    fails(proofs(copy, FIRST_PROOFS), "ValueError: broken", "sigmoid_maximum.py", "test_sigmoid_maximum")


def test_the_build_runs_the_proofs_again_and_stops(copy, tmp_path):
    for other in (copy / "tests" / "proofs").rglob("test_*.py"):
        if other != copy / FIRST_PROOFS:
            other.unlink()
    change(copy / f"{EXAMPLE}.py", "print(", "raise ValueError('broken')\nprint(")
    expected = ("the proofs in tests/proofs do not pass, so nothing is built", "ValueError: broken", "sigmoid_maximum.py")
    fails(build(copy, tmp_path / "site"), *expected)
    assert not (tmp_path / "site" / "index.html").exists()


def test_the_build_stops_at_every_complaint_of_both_languages(copy, tmp_path):
    lines = {language: add(copy / "docs" / language / PAGE, "It is 0.98761.") for language in ("ko", "en")}
    expected = [f"docs/{language}/{PAGE}:{line}: nothing binds the number 0.98761." for language, line in lines.items()]
    fails(build(copy, tmp_path / "site"), *expected)
    assert not (tmp_path / "site" / "index.html").exists()


def test_drafts_are_shown(copy):
    line = add(copy / "docs/ko" / PAGE, "값은 0.98761이고 [0.26](=sigmoid_maximum.slope_max)입니다.")
    book = Book(copy, drafts=True)
    page = book.pages["ko", "activations/sigmoid"]
    shown = parts.expand(page.body, page, book)
    assert '<data class="unproven">0.98761</data>이고 <data class="unproven">0.26</data>입니다.' in shown
    assert {f"docs/ko/{PAGE}:{line}"} == {str(complaint).split(": ")[0] for complaint in check(book)}


def test_a_changed_formula_in_the_package(copy):
    change(copy / "src/dlnotes/activations.py", "sigmoid(x) * sigmoid(-x)", "sigmoid(x) * sigmoid(x)")
    fails(
        proofs(copy, FIRST_PROOFS, "-k", "sigmoid_derivative"),
        "docs/examples/activations/sigmoid_derivative.py no longer prints docs/examples/activations/sigmoid_derivative.out",
        "mend it, or if the change is meant run pytest --update-outputs",
    )


def test_a_changed_formula_is_caught_even_when_the_outputs_are_rewritten(copy):
    change(copy / "src/dlnotes/activations.py", "sigmoid(x) * sigmoid(-x)", "sigmoid(x) * sigmoid(x)")
    fails(
        proofs(copy, FIRST_PROOFS, "-k", "sigmoid_derivative", "--update-outputs"),
        "examples/activations/sigmoid_derivative:",
        "central_difference says",
    )


def test_a_changed_digit_in_an_output(copy):
    change(copy / f"{EXAMPLE}.out", "0.25", "0.26")
    fails(proofs(copy, FIRST_PROOFS, "-k", "sigmoid_maximum"), f"{EXAMPLE}.py no longer prints {EXAMPLE}.out")


def test_numbers_that_nothing_binds(copy):
    page = copy / "docs/ko" / PAGE
    prose = add(page, "값은 0.98761입니다.")
    table = add(page, "| x | y |\n|---|---|\n| a | 0.98762 |") + 2
    caption = add(page, "![꼭대기는 0.98763](figures/activations/sigmoid.py)")
    change(page, "description: ", "description: 0.98765 ")
    change(copy / "docs/notes.yml", "truth:\n    ko: \"", "truth:\n    ko: \"0.98766 ")
    change(copy / "docs/glossary.csv", "텐서는 축의", "0.98767 텐서는 축의")
    refused(
        copy,
        *(f"docs/ko/{PAGE}:{line}: nothing binds the number 0.9876{digit}. Write [0.9876{digit}](=example.variable)"
          for digit, line in ((1, prose), (2, table), (3, caption), (5, 1))),
        "docs/glossary.csv:2: nothing binds the number 0.98767",
    )


def test_a_changed_digit_in_prose(copy):
    for language in ("ko", "en"):
        change(copy / "docs" / language / PAGE, "[0.00004540](", "[0.00004541](")
    refused(copy, f"docs/ko/{PAGE}:", f"docs/en/{PAGE}:", ": 0.00004541 is printed, but the proven value is 0.0000453")


def test_formulas(copy):
    bad = add(copy / "docs/ko" / PAGE, "$$\n\\frac{1}{\n$$") + 1
    unproven = add(copy / "docs/en" / PAGE, "$$\ny = 3 x\n$$") + 1
    refused(
        copy,
        f"docs/ko/{PAGE}:{bad}: this formula cannot be shown: 9: Expected closing token",
        f"docs/en/{PAGE}:{unproven}: the proofs have not executed this formula",
    )


def test_a_missing_twin(copy):
    (copy / "docs/en/training/more.md").write_text("# More { #more }\n", "utf-8")
    refused(copy, "docs/ko/training/more.md:1: this page is missing: docs/en/training/more.md exists")


def test_parts_in_one_language_only(copy):
    pages = {
        "index.md": ("ko", "## 더 { #more }", "the heading '## #more' is missing at the end of docs/en/index.md"),
        "training/epochs-and-iterations.md": ("en", "$$\nq = r\n$$", "the formula 'q = r' is missing at the end of docs/ko/"),
        "backpropagation/worked-example.md": (
            "en", "{{ example activations/sigmoid }}", "the card 'example activations/sigmoid' is missing at the end of docs/ko/",
        ),
    }
    expected = []
    for page, (language, text, message) in pages.items():
        expected.append(f"docs/{language}/{page}:{add(copy / 'docs' / language / page, text)}: {message}")
    change(copy / "docs/en" / PAGE, "{ #saturation }", "{ #saturated }")
    refused(copy, *expected, "has the heading '## #saturated'. Both languages need the same headings")


def test_a_card_of_a_statement_that_does_not_exist(copy):
    line = add(copy / "docs/ko" / PAGE, "{{ note Z9 }}")
    refused(copy, f"docs/ko/{PAGE}:{line}: docs/notes.yml has no entry Z9")


def test_a_mistake_whose_code_returns_something_else(copy):
    change(copy / "docs/mistakes.yml", "e = np.exp(x - x.max())", "e = np.exp(2 * x - x.max())")
    change(copy / "docs/en/activations/softmax.md", "(../reference/mistakes.md#softmax-global-max)", "(../reference/mistakes.md)")
    refused(
        copy,
        "softmax-global-max: the wrong code returns [[nan, nan], [nan, nan]], not [[0.5, 0.5], [nan, nan]]",
        "docs/en/activations/softmax.md:1: docs/mistakes.yml gives softmax-global-max to this page",
    )


def test_links_to_nothing(copy, tmp_path):
    add(copy / "docs/ko" / PAGE, "[없음](nowhere.md)")
    add(copy / "docs/en" / PAGE, "[none](../index.md#nowhere)")
    refused(copy, f"docs/ko/{PAGE}:", "leads to nowhere.md, which does not exist", "leads to ../index.md#nowhere, an anchor")


def test_a_figure_an_example_and_an_explorer_that_do_not_exist(copy):
    page = copy / "docs/ko" / PAGE
    figure = add(page, "![없음](figures/nowhere.py)")
    example = add(page, "{{ example activations/nowhere }}")
    explorer = add(page, "{{ explorer nowhere }}")
    refused(
        copy,
        f"docs/ko/{PAGE}:{figure}: docs/figures/nowhere.py does not exist, but this page shows it.",
        f"docs/ko/{PAGE}:{example}: docs/examples/activations/nowhere.py does not exist, but this page shows it.",
        f"docs/ko/{PAGE}:{explorer}: there is no explorer nowhere.",
    )


def test_an_example_that_no_page_uses(copy):
    for suffix, text in ((".py", 'print("nothing")\n'), (".out", "nothing\n")):
        (copy / f"docs/examples/activations/lonely{suffix}").write_text(text, "utf-8")
    refused(
        copy,
        "docs/examples/activations/lonely.py:1: no page in docs/ko shows it. Show it on its page, or delete it.",
        "docs/examples/activations/lonely.py:1: no page in docs/en shows it.",
    )


def test_an_example_that_nothing_proves(copy):
    """One example is left, and one proof, which is of something else."""
    kept = {copy / f"{EXAMPLE}.py", copy / f"{EXAMPLE}.out", copy / "tests/proofs/reference/test_verification.py"}
    for folder in ("docs/examples", "docs/figures", "tests/proofs"):
        for path in (copy / folder).rglob("*.*"):
            if path.suffix in {".py", ".out"} and path not in kept and path.name != "conftest.py":
                path.unlink()
    expected = ("the proofs in tests/proofs do not pass, so nothing is built", f"{EXAMPLE}.py has no proof: verify what it shows")
    fails(run(copy, "press", "check"), *expected)


def test_a_page_that_the_nav_lacks(copy):
    for language in ("ko", "en"):
        (copy / f"docs/{language}/training/more.md").write_text("# More { #more }\n", "utf-8")
    refused(copy, "docs/ko/training/more.md:1: the nav in mkdocs.yml lacks more.md: add the line '- training/more.md'")
