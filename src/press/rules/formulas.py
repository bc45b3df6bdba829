"""Every formula can be shown; and the proofs have executed every one that states something."""

from press.complaint import Complaint
from press.formula.check import Formula
from press.formula.errors import FormulaError as Unreadable
from press.markdown.math import FormulaError, convert
from press.parts.formulas import key


def of_page(book, page):
    """Name every formula of a page that cannot be shown, or that nothing has executed."""
    executed = book.report["formulas"].get(page.name, {})
    found = []
    for formula in page.formulas:
        wrong = unshowable(formula)
        if wrong:
            found.append(Complaint(page.place, formula.line, f"this formula cannot be shown: {wrong}. Mend {formula.latex}"))
        elif (formula.display or states_something(formula.latex)) and key(formula.latex) not in executed:
            found.append(Complaint(
                page.place, formula.line,
                f"the proofs have not executed this formula: {key(formula.latex)}. Say in tests/proofs what its symbols mean.",
            ))
    return found


def states_something(latex):
    """Tell whether a formula relates two sides or holds a number that is no index; what cannot be read does."""
    try:
        formula = Formula(latex)
    except Unreadable:
        return True
    return formula.relates or formula.has_number


def unshowable(formula):
    """Return why a formula cannot be shown, or None."""
    try:
        convert(formula.latex, formula.display)
    except FormulaError as error:
        return str(error)
    return None
