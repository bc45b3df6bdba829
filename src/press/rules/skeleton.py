"""The skeleton of a page: what the Korean and the English page must share, whatever their prose says.

Headings with their anchors, code, figures, ledger cards, display formulas, admonitions and tabs stand in one order;
inline formulas, links and footnotes are compared without order, since the two languages order their words differently.
"""

import re
from collections import Counter
from itertools import zip_longest
from typing import NamedTuple

from press.complaint import Complaint
from press.numbers import TOKEN
from press.text import BOUND, FENCE, INLINE_CODE, MATH, RESTS, blank, line_at, without

PARTS = {
    "heading": re.compile(r"^(#{1,6}) +[^\n]*$", re.M),
    "figure": re.compile(r"!\[[^\]]*\]\(([^)\s]+)\)"),
    "card": re.compile(r"^ *\{\{ *([^}]*?) *\}\}", re.M),
    "formula": re.compile(r"\$\$(.+?)\$\$", re.S),
    "box": re.compile(r"^ *((?:!!!|\?\?\?\+?) +[\w-]+)", re.M),
    "tab": re.compile(r"^ *(===!?) ", re.M),
}
ANCHOR = re.compile(r"\{[^}]*#([\w-]+)[^}]*\}\s*$")
ENGLISH_ID = re.compile(r"[a-z][a-z0-9-]*")
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)[^)]*\)|\[(\^[\w-]+)\]")
WORDS_IN_FORMULA = re.compile(r"\\(text|textbf|textit)\{[^{}]*\}")
TITLE_OF_FENCE = re.compile(r'\s*title="[^"]*"')


class Part(NamedTuple):
    """One part of a skeleton and the line on which it stands."""

    kind: str
    key: str
    line: int

    def __str__(self):
        """Return what a message calls the part."""
        first = self.key.strip().splitlines()[0] if self.key.strip() else ""
        return f"the {self.kind} '{first}'"


def formula_key(tex):
    """Return a formula without the words in it and without its layout in the source."""
    return " ".join(WORDS_IN_FORMULA.sub(r"\\\1{}", tex).split())


def heading_key(heading):
    """Return the level and the anchor of a heading: its words are prose."""
    anchor = ANCHOR.search(heading)
    return f"{heading.split()[0]} #{anchor[1] if anchor else ''}"


def bound_key(match):
    """Return what both languages state: the same number, bound to the same quantity; words around it may differ."""
    return f"{' '.join(TOKEN.findall(match['text']))} (={match['name']})"


def key(kind, match):
    """Return what must be equal in both languages."""
    if kind == "heading":
        return heading_key(match[0])
    return formula_key(match[1]) if kind == "formula" else " ".join(match[1].split())


def fence_key(fence):
    """Return a fence's options and body: the same code stands on both pages; its title is prose."""
    lines = [line.removeprefix(fence["indent"]) for line in fence["body"].splitlines()]
    return "\n".join([f"```{TITLE_OF_FENCE.sub('', fence['info'])}", *lines])


def parts(page):
    """Return the ordered parts of a page."""
    found = [(match.start(), "code", fence_key(match)) for match in FENCE.finditer(page.body)]
    text = without(page.prose, INLINE_CODE)
    text = BOUND.sub(lambda match: match["text"].ljust(len(match[0])), text)
    for kind, pattern in PARTS.items():
        found += [(match.start(), kind, key(kind, match)) for match in pattern.finditer(text)]
    return [Part(kind, name, line_at(page.body, start)) for start, kind, name in sorted(found)]


def loose_parts(page):
    """Return the parts whose order is free: inline formulas, bound numbers, links and footnotes."""
    text = without(page.prose, INLINE_CODE)
    numbers = [Part("number", bound_key(match), line_at(page.prose, match.start())) for match in BOUND.finditer(page.prose)]
    text = without(text, BOUND, RESTS)
    links = [Part("link", match[1] or match[2], line_at(text, match.start())) for match in LINK.finditer(text)]
    without_display = PARTS["formula"].sub(blank, text)
    formulas = [
        Part("inline formula", formula_key(match[0]), line_at(text, match.start()))
        for match in MATH.finditer(without_display)
    ]
    return formulas + links + numbers


def of_book(book):
    """Hold every page against its twin."""
    pairs = [(page, book.pages.get(("en", name))) for (language, name), page in book.pages.items() if language == "ko"]
    return [complaint for ko, en in pairs if en and not ko.is_notebook for complaint in differences(ko, en)]


def differences(ours, theirs):
    """Return the differences of two pages."""
    return [
        *meta_complaints(ours),
        *meta_complaints(theirs),
        *anchor_complaints(ours),
        *anchor_complaints(theirs),
        *order_complaint(ours, theirs),
        *loose_complaints(ours, theirs),
        *loose_complaints(theirs, ours),
    ]


def meta_complaints(page):
    """Name what the front matter lacks."""
    return [
        Complaint(page.place, 1, f"the front matter has no {field}. Add one in the page's language.")
        for field in ("title", "description")
        if not str(page.meta.get(field) or "").strip()
    ]


def anchor_complaints(page):
    """Name each heading without an English anchor of its own."""
    headings = [part for part in parts(page) if part.kind == "heading"]
    anchors = [part.key.rpartition("#")[2] for part in headings]
    found = [
        Complaint(page.place, part.line, "the heading has no anchor. End it with { #english-id }, the same in both languages.")
        for part, anchor in zip(headings, anchors, strict=True)
        if not ENGLISH_ID.fullmatch(anchor)
    ]
    return found + [
        Complaint(page.place, part.line, f"the anchor #{anchor} stands twice on this page. Give each heading its own.")
        for number, (part, anchor) in enumerate(zip(headings, anchors, strict=True))
        if anchor and anchor in anchors[:number]
    ]


def order_complaint(ours, theirs):
    """Return the first place where the ordered parts differ; after it everything is shifted."""
    for our, their in zip_longest(parts(ours), parts(theirs)):
        if our is None or their is None:
            (here, part), there = ((theirs, their), ours) if our is None else ((ours, our), theirs)
            message = f"{part} is missing at the end of {there.place}. Add it there, or remove it here."
            return [Complaint(here.place, part.line, message)]
        if our[:2] != their[:2]:
            message = (
                f"{our} stands where {theirs.place}:{their.line} has {their}. Both languages need the same headings, anchors, "
                f"code, figures, cards and formulas in the same order: mend one of them." + difference_in_code(our, their)
            )
            return [Complaint(ours.place, our.line, message)]
    return []


def difference_in_code(our, their):
    """Name the first differing line of two fences that begin alike."""
    pairs = zip_longest(our.key.splitlines(), their.key.splitlines())
    line = next((pair for pair in pairs if pair[0] != pair[1]), None)
    return f" First difference: '{line[0]}' and '{line[1]}'." if our.kind == their.kind == "code" and line else ""


def loose_complaints(ours, theirs):
    """Name each inline formula, bound number or link that one page has more often."""
    mine = loose_parts(ours)
    surplus = Counter(part[:2] for part in mine) - Counter(part[:2] for part in loose_parts(theirs))
    found = []
    for part in mine:
        if surplus[part[:2]] > 0:
            surplus[part[:2]] -= 1
            found.append(Complaint(ours.place, part.line, f"{theirs.place} lacks {part}. Add it there, or remove it here."))
    return found
