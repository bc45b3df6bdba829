"""Every formula can be shown; and the proofs have executed every one that states something."""

import re

from press.complaint import Complaint
from press.markdown.math import FormulaError, convert
from press.parts.formulas import key

STATES = re.compile(r"\d|=|[<>]|\\(?:leq?|geq?|neq?|approx|leftarrow|in)(?![a-zA-Z])")


def of_page(book, page):
    """Name every formula of a page that cannot be shown, or that nothing has executed."""
    executed = book.report["formulas"].get(page.name, {})
    found = []
    for formula in page.formulas:
        wrong = unshowable(formula)
        if wrong:
            found.append(Complaint(page.place, formula.line, f"this formula cannot be shown: {wrong}. Mend {formula.latex}"))
        elif (formula.display or STATES.search(formula.latex)) and key(formula.latex) not in executed:
            found.append(Complaint(
                page.place, formula.line,
                f"the proofs have not executed this formula: {key(formula.latex)}. Say in tests/proofs what its symbols mean.",
            ))
    return found


def unshowable(formula):
    """Return why a formula cannot be shown, or None."""
    try:
        convert(formula.latex, formula.display)
    except FormulaError as error:
        return str(error)
    return None
