"""Every link within the book leads to a page, and to an anchor that stands on it."""

import posixpath
import re

from press import text as cut
from press.complaint import Complaint
from press.text import line_at, without

LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\((?P<to>[^)\s=:][^)\s:]*)\)")
ANCHOR = re.compile(r"\{[^{}\n]*#([\w-]+)[^{}\n]*\}")


def of_page(book, page):
    """Name every link to a page or an anchor that does not exist."""
    text = without(page.prose, cut.INLINE_CODE)
    return [
        Complaint(page.place, line_at(text, match.start()), message)
        for match in LINK.finditer(text)
        if (message := wrong(match["to"], page, book))
    ]


def wrong(to, page, book):
    """Return what is wrong with a link, or None."""
    path, _, anchor = to.partition("#")
    if path.startswith("figures/"):
        return None
    name = posixpath.normpath(posixpath.join(page.topic, path)).rpartition(".")[0] if path else page.name
    target = book.pages.get((page.language, name))
    if target is None:
        return f"this link leads to {to}, which does not exist. Mend it."
    if anchor and anchor not in anchors(target, book):
        return f"this link leads to {to}, an anchor that {target.place} does not have. Mend it."
    return None


def anchors(page, book):
    """Return the anchors of a page, those of its markers included."""
    found = set(ANCHOR.findall(page.prose)) | {f"note-{piece.text}" for piece in page.cards}
    if "{{ glossary }}" in page.prose:
        found |= {term["id"] for term in book.glossary}
    return found
