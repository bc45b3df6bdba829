"""Every link within the book leads to a page, and to an anchor that stands on it; every anchor is one for a reader too."""

import posixpath
import re

from press import text as cut
from press.complaint import Complaint
from press.text import line_at, without

LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\((?P<to>[^)\s=:][^)\s:]*)\)")
PRINTED = re.compile(r"^(?! *#).*\S[ ]+(\{[^{}\n]*#[\w-]+[^{}\n]*\})", re.M)          # not behind a heading, nor close to a link
ANCHOR = re.compile(r"\{[^{}\n]*#([\w-]+)[^{}\n]*\}")
PRINTS = "the anchor {} would be printed as text. Write it close behind the link of the source, without a space."
UNREAD = "this is no binding, for its text holds a bracket. Write the text without one, or leave the binding out."


def of_page(book, page):
    """Name every link to a page or an anchor that does not exist, and every anchor that would be printed."""
    text = without(page.prose, cut.INLINE_CODE)
    broken = [(match, wrong(match["to"], page, book)) for match in LINK.finditer(text)]
    broken += [(match, UNREAD) for match in re.finditer(r"\]\(=", without(page.prose, cut.FENCE, cut.BOUND))]
    printed = [(match, PRINTS.format(match[1])) for match in PRINTED.finditer(without(text, cut.RESTS, cut.MATH))]
    return [Complaint(page.place, line_at(text, match.start()), message) for match, message in broken + printed if message]


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
    if "{{ mistakes }}" in page.prose:
        found |= set(book.mistakes)
    return found
