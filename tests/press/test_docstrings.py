"""What a docstring states is asked for: numbers in its words, and formulas."""

import pytest

from press.docstrings import docstrings
from press.formula.mutate import mutants
from press.parts.formulas import key
from press.rules.docstrings import of_book

MODULE = '''r"""A module."""


def f(x):
    r"""Return the value.

    TEXT
    """


def _hidden(x):
    """Return 7."""
'''


@pytest.fixture
def complaints(little, tmp_path):
    """Make a book with a module whose function has the given text in its docstring, and ask the rule."""

    def ask(text):
        book = little({})
        (tmp_path / "src" / "dlnotes").mkdir(parents=True)
        (tmp_path / "src" / "dlnotes" / "t.py").write_text(MODULE.replace("TEXT", text), "utf-8")
        book.report = {**book.report, "formulas": {"dlnotes.t.f": {r"\sigma(0) = \frac{1}{2}": {}}}}
        return [str(complaint) for complaint in of_book(book)]

    return ask


@pytest.mark.parametrize(
    "text",
    [
        "It is [0.25](=idea.y[0]), [469](=t/idea.y[-1]) at most.",
        r"The formula $\sigma(0) = \frac{1}{2}$ of $x$ and $y_i - t_i$.",
        "Examples\n    --------\n    >>> print(f(0.5))\n    0.25",
        "See A and B (arXiv 1502.01852), equation 1, and C (2010), section 2.2.",
        "An array x1, w_2 in float64.",
        "A (1998), <https://doi.org/10.24432/C50P49>, license CC BY 4.0.",
    ],
)
def test_what_is_proven_is_not_complained_of(complaints, text):
    assert complaints(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is 0.25.", "src/dlnotes/t.py:7: nothing binds the number 0.25."),
        ("It is ``x = 3``.", "src/dlnotes/t.py:7: nothing binds the number 3."),
        ("It is [0.26](=idea.y[0]).", "src/dlnotes/t.py:7: 0.26 is printed, but the proven value is 0.25"),
        ("See section 2.2 and 4 more.", "nothing binds the number 4"),
        ("See <https://doi.org/10.24432/C50P49> and 4 more.", "nothing binds the number 4"),
        (r"So $\sigma(0) = \frac{1}{3}$.", r"t.py:7: the proofs have not executed this formula of dlnotes.t.f: \sigma(0) ="),
        (r"So $\frac{1}{n}$.", "tests/proofs/reference/api/t.py"),
        (r"So $\unknown{x} y$.", "have not executed"),
    ],
)
def test_what_is_not_proven_is_named(complaints, text, expected):
    found = complaints(text)
    assert found
    assert expected in found[0]


def test_the_docstrings_are_those_of_the_api_page(book):
    found = {text.name: text for text in docstrings(book.root)}
    assert {"dlnotes.losses", "dlnotes.losses.hinge", "dlnotes.network.Perceptron.__call__"} <= found.keys()
    assert not [name for name in found if "._" in name.replace(".__call__", "")]
    hinge = found["dlnotes.losses.hinge"]
    source = (book.root / hinge.place).read_text("utf-8").splitlines()
    assert source[hinge.line - 1].strip() == f'r"""{hinge.text.splitlines()[0]}'
    assert all(latex in source[line - 1] for latex, line in hinge.formulas)


def test_a_changed_formula_was_not_executed(book):
    """A slip after the proofs have run asks for them again, unless the changed formula is another that they executed."""
    tried = noticed = 0
    for text in book.docstrings:
        executed = book.report["formulas"].get(text.name, {})
        for latex in executed:
            for _, mutant in mutants(latex):
                tried += 1
                noticed += key(mutant) not in executed
    assert tried > 500
    assert noticed >= 0.99 * tried
