"""The rules: each is a function of the book that returns complaints, and `check` asks them all."""

from press.rules import (
    claims,
    docstrings,
    files,
    formulas,
    links,
    mistakes,
    notes,
    numbers,
    programs,
    skeleton,
    symbols,
    terms,
)

OF_A_PAGE = (
    claims.of_page, files.of_page, formulas.of_page, links.of_page, mistakes.of_page, notes.of_page, numbers.complaints,
    symbols.of_page, terms.of_page,
)
OF_THE_BOOK = (
    files.twins, files.of_subjects, files.in_nav, files.to_do, skeleton.of_book, programs.of_book,
    claims.of_ledger, numbers.of_outputs, numbers.of_ledger, numbers.of_glossary, numbers.idle_declarations, symbols.idle,
    docstrings.of_book, mistakes.of_book,
)


def check(book, pages=None):
    """Return all complaints: those of the given pages, or of all pages and of all that stands on none."""
    found = [complaint for page in (pages or book.pages.values()) for rule in OF_A_PAGE for complaint in rule(book, page)]
    if pages is None:
        found += [complaint for rule in OF_THE_BOOK for complaint in rule(book)]
    return sorted(set(found))
