"""Docstrings reach readers on the API page: their numbers are bound or doctests, their formulas are executed."""

from press.complaint import Complaint
from press.parts.formulas import key
from press.rules.formulas import states_something
from press.rules.numbers import of_text


def of_book(book):
    """Check the numbers and the formulas of every docstring."""
    return [complaint for found in book.docstrings for complaint in [*numbers(found, book), *formulas(found, book)]]


def numbers(found, book):
    """Check the numbers in a docstring's words; its doctests are run by the tests."""
    return of_text(found.words, found.place, found.line - 1, found.module, book)


def formulas(found, book):
    """Name every formula that states something and that no proof has executed."""
    executed = book.report["formulas"].get(found.name, {})
    return [
        Complaint(found.place, line, f"the proofs have not executed this formula of {found.name}: {key(latex)}. Say in "
                  f"tests/proofs/reference/api/{found.module}.py what its symbols mean.")
        for latex, line in found.formulas
        if states_something(latex) and key(latex) not in executed
    ]
