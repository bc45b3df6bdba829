"""A slip in a formula does not pass: measured with mutants of every display formula."""

import pytest

from press.formula.errors import FormulaError
from press.formula.mutate import mutants
from press.formula.page import execute_as, formulas_of, spaced
from proofs.formulas.pages import PAGES, meaning

NOTICED = 0.97
POINTS = 24
# What is not noticed, because it is as true as the formula itself.
EQUIVALENT = {
    # e^0 is e^{-0}
    r"\frac{e^x}{e^{-0} + e^x} = \frac{1}{1 + e^{-x}} = \sigma(x)",
    # f without its argument is the same quantity, which depends on x and alpha
    r"f = \begin{cases} x, & x > 0 \\ \alpha x, & x \le 0 \end{cases}",
}


def survives(latex, found, page):
    try:
        execute_as(latex, found, meaning(page), POINTS, ("oracle",))
    except FormulaError:
        return False
    return True


@pytest.fixture(scope="module")
def measured():
    """Every mutant of every display formula, and those that were not noticed."""
    tried, survivors = 0, []
    for page, path in PAGES.items():
        for found in formulas_of(path.read_text("utf-8")):
            changes = mutants(found.latex) if found.display else []
            tried += len(changes)
            survivors += [spaced(latex) for _, latex in changes if survives(latex, found, page)]
    return tried, survivors


def test_nearly_every_slip_is_noticed(measured):
    tried, survivors = measured
    assert tried > 500
    assert len(survivors) <= (1 - NOTICED) * tried, "\n".join(survivors)


def test_what_is_not_noticed_is_equally_true(measured):
    _, survivors = measured
    assert set(survivors) <= EQUIVALENT
