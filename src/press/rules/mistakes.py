"""The mistakes that are shown: each does what it says, in both languages, and the page whose pitfall it is links to it."""

import re

from press.complaint import Complaint
from press.mistakes import same
from press.rules import claims, formulas, links, numbers, skeleton, terms

PLACE = "docs/mistakes.yml"
FIELDS = {"title", "wrong", "notice"}
PITFALLS = re.compile(r"^## [^\n]*#pitfalls \}$.*?(?=^## |\Z)", re.M | re.S)
READERS = (numbers.complaints, claims.of_page, formulas.of_page, links.of_page, terms.of_page)


def of_page(book, page):
    """Name each mistake to which a page's pitfalls must link and do not."""
    pitfalls = PITFALLS.search(page.prose)
    return [
        Complaint(page.place, 1, f"docs/mistakes.yml gives {name} to this page: link to reference/mistakes.md#{name} in its "
                  f"pitfalls.")
        for name, entry in book.mistakes.items()
        if entry["page"] == page.name and not (pitfalls and f"reference/mistakes.md#{name})" in pitfalls[0])
    ]


def of_book(book):
    """Run every witness, and read the words as the rules read a page."""
    korean, english = book.mistake_words["ko"], book.mistake_words["en"]
    return [
        *(Complaint(PLACE, book.mistake_lines[name], message) for name in book.mistakes for message in about(name, book)),
        *(complaint for words in (korean, english) for rule in READERS for complaint in rule(book, words)),
        *skeleton.loose_complaints(korean, english),
        *skeleton.loose_complaints(english, korean),
    ]


def about(name, book):
    """Return what is wrong with an entry."""
    entry, found = book.mistakes[name], []
    for kind, got in zip(("wrong", "right"), book.witnessed[name], strict=True):
        if not same(got, entry["witness"][kind]):
            found.append(f"{name}: the {kind} code returns {got}, not {entry['witness'][kind]}. Mend the code, or the witness.")
    if same(*book.witnessed[name]):
        found.append(f"{name}: the witness does not tell the wrong code from the right one. Choose another call.")
    planned = {page.name for page in book.pages.values()} | {note["page"] for note in book.ledger.values()}
    if entry["page"] not in planned:
        found.append(f"{name}: there is no page {entry['page']}. Name the page whose pitfall this is.")
    for language in ("ko", "en"):
        missing = FIELDS - {field for field, words in entry.get(language, {}).items() if str(words).strip()}
        if missing:
            found.append(f"{name}: {language} lacks {', '.join(sorted(missing))}. Write it in both languages.")
    return found
