"""A slip in a formula of a docstring does not pass: measured with mutants of all that are executed."""

import pytest

from press.formula.check import Formula
from press.formula.errors import FormulaError
from press.formula.mutate import mutants
from press.formula.page import Found, execute_as, spaced
from proofs.reference.docstrings import DOCSTRINGS, meaning

NOTICED = 0.97
POINTS = 24
# What is not noticed, because it is as true as the formula itself.
EQUIVALENT = {
    # f without its argument is the same quantity, which depends on x and alpha
    ("dlnotes.activations.leaky_relu", r"f = \begin{cases} x, & x > 0 \\ \alpha x, & x \le 0 \end{cases}"),
    ("dlnotes.activations.elu", r"f = \begin{cases} x, & x > 0 \\ \alpha (e^x - 1), & x \le 0 \end{cases}"),
    # where both sides are equal, the two bounds between which it decides are one
    ("dlnotes.optimizers.Adam", r"1 - \beta_1 \ge \sqrt{1 - \beta_2}"),
}


def executed(found):
    """Return the formulas of a docstring that are executed: those with a relation or with an expected value."""
    values = meaning(found.name).values
    latex = {spaced(latex) for latex, _ in found.formulas}
    return sorted(text for text in latex if text in values or Formula(text).relates)


def survives(mutant, latex, name):
    try:
        execute_as(mutant, Found(latex, False, 0, ""), meaning(name), POINTS, ("oracle",))
    except FormulaError:
        return False
    return True


@pytest.fixture(scope="module")
def measured():
    """Every mutant of every executed formula, and those that were not noticed."""
    tried, survivors = 0, []
    for name, found in DOCSTRINGS.items():
        for latex in executed(found):
            changes = mutants(latex)
            tried += len(changes)
            survivors += [(name, spaced(mutant)) for _, mutant in changes if survives(mutant, latex, name)]
    return tried, survivors


def test_nearly_every_slip_is_noticed(measured):
    tried, survivors = measured
    print(f"{tried - len(survivors)} of {tried} slips in the formulas of docstrings are noticed")
    assert tried > 500
    assert len(survivors) <= (1 - NOTICED) * tried, survivors


def test_what_is_not_noticed_is_equally_true(measured):
    _, survivors = measured
    assert set(survivors) == EQUIVALENT
