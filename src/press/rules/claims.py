"""A sentence that says why, always, never, better or only names what it rests on, by a mark behind it.

``{by #anchor}`` names a section with an executed formula, or a source in the list at the end of the page;
``{by softmax#loss}`` does so on another page of the topic; ``{by saturated_gate}`` a claim that the proofs hold;
``{by definition}`` and the other kinds of docs/claims.yml say that the sentence claims nothing that could be tested.
A claim that proofs hold over random seeds carries a "because" only with an ablation.
"""

import re
from typing import NamedTuple

from press import text as cut
from press.complaint import Complaint
from press.text import blank, line_at, without

CAUSE = {
    "ko": re.compile(r"때문|덕분|탓(에|이)|까닭"),
    "en": re.compile(r"\b(because|since|so\s+that|therefore|due\s+to|thanks\s+to|is\s+why|reason)\b", re.I),
}
COMPARED = "빠르|빠릅|빠른|빨|느리|느립|느린|크|큰|커|작|좋|나쁘|낫|나은|높|낮|많|적|잘|정확|안전|안정|쉽|일찍|가파|예민"
STRONG = {
    "ko": re.compile(
        r"항상|언제나|절대(?! 오차)|결코|반드시|전혀|모든 |(?<![가-힣])늘 |수 없|무엇이든|아무리|가장|오직|뿐"
        rf"|어떤 [^.\n]{{1,20}}(?:도|든)(?![가-힣])|보다 [^.\n]{{0,12}}(?:{COMPARED})|더 (?:{COMPARED})"
    ),
    "en": re.compile(
        r"\b(always|never|(?<!-)no(?![-.])|none|nothing|better|worse|best|worst|faster|slower|only|cannot|every)\b"
        r"|\b(?!other\b|rather\b)(?:\w+er|more|less)\b[^.\n]{0,30}\bthan\b"
        r"|\b(?:the most|most of|the least|(?!(?:t|r|requ|sugg|inter|for|hon)est\b)\w+est)\b", re.I,
    ),
}
SENTENCE = re.compile(
    r"(?:[^.?!\n]|[.?!](?![\s*)\"”’]|\{by|$)|\n(?!\s*\n|\s*[-|#!?=]))+"       # up to a full stop, a blank line or a new item
    r"(?:[.?!][*)\"”’]*)?(?:\s?\{by [^{}\n]+\})*"
)
ITEM_ANCHOR = r"\{{[^}}\n]*#{}(?![\w-])[^}}\n]*\}}"


class Sentence(NamedTuple):
    """A sentence that claims something, the line on which it begins, and what its marks name."""

    text: str
    line: int
    marks: tuple
    is_cause: bool


def of_page(book, page):
    """Ask every sentence of a page that claims something for what it rests on."""
    return [
        Complaint(page.place, sentence.line, message)
        for sentence in sentences(claiming_text(page.body), page.language)
        for message in about(sentence, book, page)
    ]


def of_ledger(book):
    """Ask what holds of the answered statements for what it rests on, as if it stood on the page that treats them."""
    return [
        Complaint("docs/notes.yml", book.ledger_lines[note], message)
        for note, name in book.answered.items()
        for language, truth in book.ledger[note].get("truth", {}).items()
        if (language, name) in book.pages
        for sentence in sentences(claiming_text(truth), language)
        for message in about(sentence, book, book.pages[language, name])
    ]


def claiming_text(markdown):
    """Return Markdown in which only sentences are left, with their marks."""
    shielded = cut.RESTS.sub(lambda match: match[0].replace("{by", "\0by"), markdown)
    text = without(shielded, cut.FENCE, cut.COMMENT, cut.MARKER, cut.FIGURE, cut.DISPLAY, cut.INLINE_CODE, cut.ATTRIBUTES)
    text = cut.BOUND.sub(lambda match: match["text"].ljust(len(match[0])), text)
    text = re.sub(r"(?m)^ *(#{1,6} .*|\|.*|(?:!!!|\?\?\?\+?|===) .*)$", blank, without(text, cut.LINK_TARGET, cut.TAG))
    return text.replace("\0by", "{by")


def sentences(text, language):
    """Return the sentences that claim something, marked or not."""
    found = []
    for match in SENTENCE.finditer(text):
        words = cut.RESTS.sub("", match[0])
        if words.rstrip("*_ )").endswith("?"):         # a question claims nothing
            continue
        is_cause = bool(CAUSE[language].search(words))
        marks = tuple(mark["on"].strip() for mark in cut.RESTS.finditer(match[0]))
        if is_cause or marks or STRONG[language].search(words):
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            found.append(Sentence(" ".join(words.split()), line_at(text, start), marks, is_cause))
    return found


def about(sentence, book, page):
    """Return what is wrong with what a sentence rests on."""
    if not sentence.marks:
        return [
            f"nothing is named that this rests on: '{sentence.text[:60]}'. Write {{by claim}} behind it, with a claim of the "
            f"proofs, {{by #anchor}} of a derivation or a source, or a kind of docs/claims.yml."
        ]
    return [message for mark in sentence.marks if (message := about_mark(mark, sentence, book, page))]


def about_mark(mark, sentence, book, page):
    """Return what is wrong with one mark, or None."""
    if mark in book.waivers:
        return None
    if "#" in mark:
        return about_anchor(mark, book, page)
    claim = book.claims.get(mark if "/" in mark else f"{page.topic}/{mark}")
    if claim is None:
        return f"no proof holds the claim {mark}. Hold it in tests/proofs by claim(...), or mend the name."
    if sentence.is_cause and claim["seeds"] and not claim["ablation"]:
        return f"'{sentence.text[:60]}' gives a cause, but {mark} holds no ablation: change that one thing and nothing else."
    return None


def about_anchor(mark, book, page):
    """Return what is wrong with a derivation or source that is named, or None."""
    name, _, anchor = mark.partition("#")
    place = book.pages.get((page.language, name if "/" in name else f"{page.topic}/{name}".lstrip("/"))) if name else page
    if place is None:
        return f"there is no page {name}, on which this is said to rest. Mend the name."
    heading = re.search(rf"^(#+) .*{ITEM_ANCHOR.format(anchor)}\s*$", place.prose, re.M)
    if heading:
        rest = place.prose[heading.end():]
        end = re.search(rf"^#{{1,{len(heading[1])}}} ", rest, re.M)
        return None if "$" in rest[: end.start() if end else None] else f"the section {mark} derives nothing: it has no formula."
    item = re.search(rf"^ *- .*{ITEM_ANCHOR.format(anchor)}.*$", cut.RESTS.sub("", place.prose), re.M)
    if item:
        return None if "](http" in item[0] else f"the source {mark} has no address."
    return f"nothing on {place.place} has the anchor {mark}, on which this is said to rest. Mend the name."

