"""Bound numbers and marks of what a sentence rests on: invisible, until a reader asks what is proven."""

import html

from press import text as cut
from press.parts.examples import anchor


def expand(markdown, page, book):
    """Replace every binding by an element that names its proof, and every mark by an empty one."""

    def number(match):
        if match["name"] in book.declared.kinds:
            return match["text"]
        try:
            subject, _ = book.quantities.look_up(match["name"], page.topic)
        except LookupError:
            return f'<data class="unproven" value="{html.escape(match["name"])}">{match["text"]}</data>'
        return f'<data class="number" value="{address(subject)}">{match["text"]}</data>'

    def mark(match):
        where = book.evidence(page, match["on"])
        return f'<data class="rests" value="{where}"></data>' if where else ""

    return cut.RESTS.sub(mark, cut.BOUND.sub(number, markdown))


def address(subject):
    """Return the anchor of a subject's proof on the verification page."""
    kind, _, short = subject.partition("/")
    return anchor(short if kind == "examples" else subject)
