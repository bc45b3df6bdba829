"""The pages use the terms of the glossary, not the forms that it says to avoid."""

import re

from press import text as cut
from press.complaint import Complaint
from press.text import line_at, without

NAMED = re.compile(r"‘[^’\n]*’")               # how a name is read, or what else it is called


def avoided(book):
    """Return each form to avoid with the term to use."""
    return {form: term["ko"] for term in book.glossary for form in term["avoid"].split("|") if form}


def of_page(book, page):
    """Name every form to avoid in a Korean page."""
    if page.language != "ko":
        return []
    text = without(page.body, NAMED, cut.INLINE_CODE, cut.FENCE, cut.MATH, *cut.NOT_PROSE)
    return [
        Complaint(page.place, line_at(text, match.start()), f"write {term} instead of {form} (docs/glossary.csv).")
        for form, term in avoided(book).items()
        if form in text
        for match in re.finditer(rf"(?<![가-힣A-Za-z]){re.escape(form)}", text)
    ]
