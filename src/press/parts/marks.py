"""Bound numbers and marks of what a sentence rests on: invisible, until a reader asks what is proven."""

from press import text as cut
from press.parts.examples import anchor
from press.rules.numbers import Stated, mismatch, numbers_of, words


def expand(markdown, page, book):
    """Replace every binding by an element that names its proof, and every mark by an empty one."""

    def number(match):
        if match["name"] in book.declared.kinds:
            return match["text"]
        if mismatch(Stated(match["text"], 0, "bound", 0, match["name"]), page.topic, book.quantities):
            return unproven(match["text"])
        subject, _ = book.quantities.look_up(match["name"], page.topic)
        return f'<data class="number" value="{address(subject)}">{match["text"]}</data>'

    def mark(match):
        where = book.evidence(page, match["on"])
        return f'<data class="rests" value="{where}"></data>' if where else ""

    return cut.RESTS.sub(mark, cut.BOUND.sub(number, markdown))


def with_drafts(markdown, book):
    """Mark every number of a draft that nothing binds."""
    captions = [match.span() for pattern in (cut.FIGURE, cut.FENCE) for match in pattern.finditer(markdown)]
    for found in reversed(numbers_of(words(markdown), book.declared)):
        if found.how == "unbound" and not any(start <= found.start < end for start, end in captions):
            end = found.start + len(found.text)
            markdown = f"{markdown[:found.start]}{unproven(found.text)}{markdown[end:]}"
    return markdown


def unproven(text):
    """Return a number as a draft shows it."""
    return f'<data class="unproven">{text}</data>'


def address(subject):
    """Return the anchor of a subject's proof on the verification page."""
    kind, _, short = subject.partition("/")
    return anchor(short if kind == "examples" else subject)
