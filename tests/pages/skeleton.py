"""The skeleton of a page: what the Korean and the English page must share, whatever their prose says.

Headings with their anchors, code, figures, ledger cards, display formulas, admonitions and tabs stand in one order;
inline formulas, links and footnotes are compared without order, since the two languages order their words differently.
"""

import re
from collections import Counter
from itertools import zip_longest
from typing import NamedTuple

from guard import FENCE, MATH, blank, front_matter

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
INLINE_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
LINK = re.compile(r"(?<!!)\[(?:[^\[\]]|\[[^\]]*\])*\]\(([^)\s]+)[^)]*\)|\[(\^[\w-]+)\]")
WORDS_IN_FORMULA = re.compile(r"\\(text|textbf|textit)\{[^{}]*\}")
TITLE_OF_FENCE = re.compile(r'\s*title="[^"]*"')


class Part(NamedTuple):
    """One part of a skeleton and the line on which it stands."""

    kind: str
    key: str
    line: int

    def __str__(self):
        first = self.key.strip().splitlines()[0] if self.key.strip() else ""
        return f"the {self.kind} '{first}'"


def line_of(text, position):
    """Return the number of the line at a position."""
    return text.count("\n", 0, position) + 1


def formula_key(tex):
    """Return a formula without the words in it and without its layout in the source."""
    return " ".join(WORDS_IN_FORMULA.sub(r"\\\1{}", tex).split())


def heading_key(heading):
    """Return the level and the anchor of a heading: its words are prose."""
    anchor = ANCHOR.search(heading)
    return f"{heading.split()[0]} #{anchor[1] if anchor else ''}"


def key(kind, match):
    """Return what must be equal in both languages."""
    if kind == "heading":
        return heading_key(match[0])
    return formula_key(match[1]) if kind == "formula" else " ".join(match[1].split())


def fence_key(fence):
    """Return a fence's options and body: the same code stands on both pages; its title is prose."""
    lines = [line.removeprefix(fence["indent"]) for line in fence["body"].splitlines()]
    return "\n".join([f"```{TITLE_OF_FENCE.sub('', fence['info'])}", *lines])


def prose(markdown):
    """Return a page without front matter, comments and fences; lines keep their numbers."""
    text = re.sub(r"\A---\n.*?\n---\n", blank, markdown, flags=re.S)
    return re.sub(r"<!--.*?-->", blank, FENCE.sub(blank, text), flags=re.S)


def parts(markdown):
    """Return the ordered parts of a page."""
    found = [(match.start(), "code", fence_key(match)) for match in FENCE.finditer(markdown)]
    text = INLINE_CODE.sub(blank, prose(markdown))
    for kind, pattern in PARTS.items():
        found += [(match.start(), kind, key(kind, match)) for match in pattern.finditer(text)]
    return [Part(kind, name, line_of(markdown, start)) for start, kind, name in sorted(found)]


def loose_parts(markdown):
    """Return the parts whose order is free: inline formulas, links and footnotes."""
    text = INLINE_CODE.sub(blank, prose(markdown))
    links = [Part("link", match[1] or match[2], line_of(text, match.start())) for match in LINK.finditer(text)]
    without_display = PARTS["formula"].sub(blank, text)
    formulas = [
        Part("inline formula", formula_key(match[0]), line_of(text, match.start()))
        for match in MATH.finditer(without_display)
    ]
    return formulas + links


def anchor_complaints(place, markdown):
    """Return one message for each heading without an English anchor of its own."""
    headings = [part for part in parts(markdown) if part.kind == "heading"]
    anchors = [part.key.rpartition("#")[2] for part in headings]
    messages = [
        f"{place}:{part.line}: the heading has no anchor. End it with {{ #english-id }}, the same in both languages."
        for part, anchor in zip(headings, anchors, strict=True)
        if not ENGLISH_ID.fullmatch(anchor)
    ]
    return messages + [
        f"{place}:{part.line}: the anchor #{anchor} stands twice on this page. Give each heading its own."
        for number, (part, anchor) in enumerate(zip(headings, anchors, strict=True))
        if anchor and anchor in anchors[:number]
    ]


def order_complaint(here, ours, there, theirs):
    """Return the first place where the ordered parts differ; after it everything is shifted."""
    for our, their in zip_longest(ours, theirs):
        if our is None:
            return [f"{there}:{their.line}: {their} is missing at the end of {here}. Add it there, or remove it here."]
        if their is None:
            return [f"{here}:{our.line}: {our} is missing at the end of {there}. Add it there, or remove it here."]
        if our[:2] != their[:2]:
            return [
                f"{here}:{our.line}: {our} stands where {there}:{their.line} has {their}. Both languages need the "
                f"same headings, anchors, code, figures, cards and formulas in the same order: mend one of them."
                + difference_in_code(our, their)
            ]
    return []


def difference_in_code(our, their):
    """Name the first differing line of two fences that begin alike."""
    pairs = zip_longest(our.key.splitlines(), their.key.splitlines())
    line = next((pair for pair in pairs if pair[0] != pair[1]), None)
    return f" First difference: '{line[0]}' and '{line[1]}'." if our.kind == their.kind == "code" and line else ""


def loose_complaints(here, ours, there, theirs):
    """Return one message for each inline formula or link that one page has more often."""
    surplus = Counter(part[:2] for part in ours) - Counter(part[:2] for part in theirs)
    messages = []
    for part in ours:
        if surplus[part[:2]] > 0:
            surplus[part[:2]] -= 1
            messages.append(f"{here}:{part.line}: {there} lacks {part}. Add it there, or remove it here.")
    return messages


def meta_complaints(here, ours, there, theirs):
    """Return messages about the front matter."""
    messages = [
        f"{place}:1: the front matter has no {field}. Add one in the page's language."
        for place, meta in ((here, ours), (there, theirs))
        for field in ("title", "description")
        if not str(meta.get(field) or "").strip()
    ]
    if ours.get("notes", []) != theirs.get("notes", []):
        notes, other = ours.get("notes", []), theirs.get("notes", [])
        messages.append(f"{here}:1: 'notes' is {notes}, but {other} in {there}. Make them equal.")
    return messages


def differences(here, ours, there, theirs):
    """Return one message for each difference of two pages, each given by its name and its Markdown."""
    return [
        *meta_complaints(here, front_matter(ours), there, front_matter(theirs)),
        *anchor_complaints(here, ours),
        *anchor_complaints(there, theirs),
        *order_complaint(here, parts(ours), there, parts(theirs)),
        *loose_complaints(here, loose_parts(ours), there, loose_parts(theirs)),
        *loose_complaints(there, loose_parts(theirs), here, loose_parts(ours)),
    ]
