"""A slip in a formula does not pass: measured with mutants of every display formula."""

import re

import pytest

from press.formula.errors import FormulaError
from press.formula.mutate import mutants
from press.formula.page import execute_as, formulas_of, spaced
from proofs.formulas.pages import PAGES, meaning

NOTICED = 0.97
POINTS = 24
SIDES = re.compile(
    r"(&?\s*(?:=|<|>|\\leq?(?![a-z])|\\geq?(?![a-z])|\\approx|\\leftarrow|\\ne)|&|\\\\(?![a-z{])|,\s*\\q?quad|\\q?quad)"
)
SHELL = re.compile(r"\\(?:begin|end)\{aligned\}")


def holds(latex, found, page):
    """Tell whether a formula holds in the place of a page's formula."""
    try:
        execute_as(latex, found, meaning(page), POINTS, ("oracle",))
    except FormulaError:
        return False
    return True


def has_equal_sides(latex, found, page):
    """Tell whether a mutant changes no value: each side that differs equals the one that it replaces, as 1 * 3 equals 3.

    Such a mutant is no slip of the formula: by hand, a factor of 1 and a term of 0 may as well be left out.
    """
    ours, theirs = (SIDES.split(SHELL.sub("", text)) for text in (found.latex, latex))
    if len(ours) != len(theirs) or any(a != b for a, b in zip(ours[1::2], theirs[1::2], strict=True)):
        return False
    changed = [(a, b) for a, b in zip(ours[::2], theirs[::2], strict=True) if spaced(a) != spaced(b)]
    return all(holds(f"1 + ({a}) = 1 + ({b})", found, page) for a, b in changed)


@pytest.fixture(scope="module")
def measured():
    """Every mutant of every display formula that changes a value, and those that were not noticed."""
    tried, survivors, equal = 0, [], 0
    for page, path in PAGES.items():
        for found in formulas_of(path.read_text("utf-8")):
            changes = mutants(found.latex) if found.display else []
            tried += len(changes)
            alive = [latex for _, latex in changes if holds(latex, found, page)]
            same = [latex for latex in alive if has_equal_sides(latex, found, page)]
            equal += len(same)
            survivors += [f"{page}: {spaced(latex)}" for latex in alive if latex not in same]
    print(f"{tried} mutants, {equal} of equal value, {len(survivors)} not noticed")
    return tried - equal, survivors


def test_nearly_every_slip_is_noticed(measured):
    tried, survivors = measured
    assert tried > 500
    assert len(survivors) <= (1 - NOTICED) * tried, "\n".join(survivors)
