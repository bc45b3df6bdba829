"""What a marker on a page becomes. Each part takes Markdown and returns Markdown; `expand` is the order of all."""

from press.parts import api, examples, explorers, figures, formulas, glossary, marks, mistakes, notes, symbols, verification


def expand(markdown, page, book, executed=True):
    """Return a page's Markdown with nothing left to expand.

    Where `executed`, the programs stand in fences that markdown-exec runs; elsewhere their reviewed output stands there.
    """
    markdown = marks.with_drafts(markdown, book) if book.drafts else markdown
    markdown = formulas.expand(markdown, page, book)
    markdown = examples.expand(markdown, page, book, executed)
    markdown = figures.expand(markdown, page, book)
    markdown = symbols.expand(markdown, page, book)
    markdown = notes.expand(markdown, page, book)
    markdown = mistakes.expand(markdown, page, book)
    markdown = explorers.expand(markdown, page)
    markdown = api.expand(markdown, page, book)
    markdown = verification.expand(markdown, page, book)
    markdown = glossary.expand(markdown, page, book)
    markdown = marks.expand(markdown, page, book)
    return glossary.with_terms(markdown, page, book)
