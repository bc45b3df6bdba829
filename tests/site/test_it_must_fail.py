"""Whatever is broken stops the build or the tests, with a message that names the place and says what to do.

Each test breaks a copy of the tree in one place and runs the real command on it.
"""

import pytest
from tree import build, change, copy_tree, proofs

EXAMPLE = "docs/examples/activations/sigmoid_maximum"
FIRST_PROOFS = "tests/examples/test_activations.py"
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


def test_an_example_that_raises(copy):
    change(copy / f"{EXAMPLE}.py", "print(", "raise ValueError('broken')\nprint(")
    fails(proofs(copy, FIRST_PROOFS), "ValueError: broken", "sigmoid_maximum.py", "test_sigmoid_maximum")


def test_the_build_runs_the_proofs_again_and_stops(copy, tmp_path):
    for other in (copy / "tests" / "examples").glob("test_*.py"):
        if other.name != "test_activations.py":
            other.unlink()
    change(copy / f"{EXAMPLE}.py", "print(", "raise ValueError('broken')\nprint(")
    expected = ("the proofs in tests/examples do not pass, so nothing is built", "ValueError: broken", "sigmoid_maximum.py")
    fails(build(copy, tmp_path / "site"), *expected)
    assert not (tmp_path / "site" / "index.html").exists()


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
        "mpmath says",
    )


def test_a_changed_digit_in_an_output(copy):
    change(copy / f"{EXAMPLE}.out", "0.25", "0.26")
    fails(proofs(copy, FIRST_PROOFS, "-k", "sigmoid_maximum"), f"{EXAMPLE}.py no longer prints {EXAMPLE}.out")


def test_numbers_that_nothing_proves(copy, tmp_path):
    page = copy / "docs/ko" / PAGE
    prose = add(page, "값은 0.98761입니다.")
    table = add(page, "| x | y |\n|---|---|\n| a | 0.98762 |") + 2
    caption = add(page, "![꼭대기는 0.98763](figures/activations/sigmoid.py)")
    formula = add(page, "$$\nx = 0.98764\n$$") + 1
    change(page, "description: ", "description: 0.98765 ")
    fails(
        build(copy, tmp_path / "site"),
        *(f"docs/ko/{PAGE}:{line}: nothing proves the number 0.9876{digit}. Let an example of this page compute it"
          for digit, line in enumerate((prose, table, caption, formula, 1), start=1)),
        "or declare it with its reason in docs/numbers.yml",
    )


def test_a_changed_digit_in_prose(copy):
    for language, old in (("ko", "0.00004540"), ("en", "0.00004540")):
        change(copy / "docs" / language / PAGE, old, "0.00004541")
    fails(
        proofs(copy, "tests/pages/test_numbers.py", "-k", "every_page"),
        f"docs/ko/{PAGE}:", f"docs/en/{PAGE}:", ": nothing proves the number 0.00004541.",
    )


def test_a_formula_that_does_not_parse(copy, tmp_path):
    line = add(copy / "docs/ko" / PAGE, "$$\n\\frac{1}{\n$$")
    fails(build(copy, tmp_path / "site"), f"docs/ko/{PAGE}:{line + 1}: bad formula: 9: Expected closing token")


def test_a_missing_twin(copy, tmp_path):
    (copy / "docs/en/training/more.md").write_text("# More { #more }\n", "utf-8")
    expected = "docs/ko/training/more.md is missing: docs/en/training/more.md exists, and every page needs its twin."
    fails(build(copy, tmp_path / "site"), expected)


def test_parts_in_one_language_only(copy):
    pages = {
        "index.md": ("ko", "## 더 { #more }", "the heading '## #more' is missing at the end of docs/en/index.md"),
        "training/epochs-and-iterations.md": ("en", "$$\nq = r\n$$", "the formula 'q = r' is missing at the end of docs/ko/"),
        "backpropagation/worked-example.md": (
            "en", '```python exec="on" id="activations/sigmoid"\n--8<-- "activations/sigmoid.py"\n```',
            "the code '```python exec=\"on\" id=\"activations/sigmoid\"' is missing at the end of docs/ko/",
        ),
    }
    expected = []
    for page, (language, text, message) in pages.items():
        expected.append(f"docs/{language}/{page}:{add(copy / 'docs' / language / page, text)}: {message}")
    change(copy / "docs/en" / PAGE, "{ #saturation }", "{ #saturated }")
    expected.append("has the heading '## #saturated'. Both languages need the same headings")
    fails(proofs(copy, "tests/pages/test_skeleton.py"), *expected, "Add it there, or remove it here.")


def test_a_statement_that_no_page_claims(copy):
    for language in ("ko", "en"):
        change(copy / "docs" / language / PAGE, "C9, D12", "C9")
    fails(
        proofs(copy, "tests/pages/test_notes.py"),
        f"docs/ko/{PAGE}:1: docs/notes.yml gives D12 to this page: add it to 'notes' in the front matter and answer it.",
        f"docs/en/{PAGE}: the card D12 stands on the page, but 'notes' in the front matter does not claim it.",
    )


def test_a_card_of_a_statement_that_does_not_exist(copy, tmp_path):
    line = add(copy / "docs/ko" / PAGE, "{{ note Z9 }}")
    fails(build(copy, tmp_path / "site"), f"docs/ko/{PAGE}:{line}: docs/notes.yml has no entry Z9")


def test_links_to_nothing(copy, tmp_path):
    add(copy / "docs/ko" / PAGE, "[없음](nowhere.md)")
    add(copy / "docs/en" / PAGE, "[none](../index.md#nowhere)")
    fails(
        build(copy, tmp_path / "site"),
        f"'{PAGE}' contains a link 'nowhere.md', but the target 'activations/nowhere.md' is not found",
        f"'{PAGE}' contains a link '../index.md#nowhere', but the doc 'index.md' does not contain an anchor '#nowhere'",
        "in strict mode",
    )


def test_a_figure_and_an_example_that_do_not_exist(copy, tmp_path):
    page = copy / "docs/ko" / PAGE
    figure = add(page, "![없음](figures/nowhere.py)")
    example = add(page, '```python exec="on"\n--8<-- "activations/nowhere.py"\n```') + 1
    fails(
        build(copy, tmp_path / "site"),
        f"docs/ko/{PAGE}:{figure}: docs/figures/nowhere.py does not exist, but this page shows it.",
        f"docs/ko/{PAGE}:{example}: docs/examples/activations/nowhere.py does not exist, but this page shows it.",
    )


def test_an_example_that_no_page_uses(copy):
    for suffix, text in ((".py", 'print("nothing")\n'), (".out", "nothing\n")):
        (copy / f"docs/examples/activations/lonely{suffix}").write_text(text, "utf-8")
    fails(
        proofs(copy, "tests/pages/test_examples.py"),
        "docs/examples/activations/lonely.py: no page in docs/ko shows it. Show it on its page, or delete it.",
        "docs/examples/activations/lonely.py: no page in docs/en shows it.",
    )


def test_an_example_that_nothing_proves(copy, tmp_path):
    change(copy / "tests/examples/test_activations.py", "def test_sigmoid_maximum", "def not_a_test_of_sigmoid_maximum")
    fails(
        build(copy, tmp_path / "site"),
        "the proofs in tests/examples do not pass, so nothing is built",
        f"{EXAMPLE}.py has no proof: verify what it shows by a test in tests/examples.",
    )
