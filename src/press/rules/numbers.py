"""Every number on a page, a card, in a definition and in an output is bound, proven or declared."""

import re
from typing import NamedTuple

from press import numbers as numeric
from press import text as cut
from press.complaint import Complaint
from press.text import blank, line_at, without

UNBOUND = (
    "nothing binds the number {}. Write [{}](=example.variable) with the quantity that it states (press bind proposes one), "
    "or declare it, as docs/numbers.yml says."
)
TYPED_LISTING = re.compile(r"^\s*(import inspect|from dlnotes\.\w+ import [\w, ]+|print\(inspect\.getsource\(\w+\)\))\s*$")


class Stated(NamedTuple):
    """A number in its place: bound by name, declared by kind or pattern, in a formula, or none of these."""

    text: str
    line: int
    how: str            # "bound", "declared" or "unbound"
    start: int          # where it begins in the text
    name: str = ""


def complaints(book, page):
    """Check every number of a page's own words."""
    return [
        complaint
        for text, offset in texts(page)
        for complaint in of_text(text, page.place, offset, page.topic, book)
    ]


def texts(page):
    """Return the texts of a page that state numbers, each with the number of lines before it."""
    head = "\n".join(f"{page.meta.get('title', '')} {page.meta.get('description', '')}".splitlines())
    return [(head, 0), (words(page.body), 0)]


def words(markdown):
    """Return Markdown without what is no prose: includes, markers, addresses, formulas. Typed code stays."""
    text = cut.FENCE.sub(lambda match: blank(match) if is_listing(match) else match[0], markdown)
    bound = cut.BOUND.sub(lambda match: match[0].replace("](=", "]\0="), text)      # shielded: its name is no link target
    return without(bound, *cut.NOT_PROSE, cut.MATH).replace("]\0=", "](=")


def is_listing(fence):
    """Tell whether a fence holds no typed program: only the source of the package, executed."""
    typed = [line for line in fence["body"].splitlines() if line.strip()]
    return "exec=" in fence["info"] and all(TYPED_LISTING.match(line) for line in typed)


def of_text(text, place, lines_before, topic, book):
    """Check one text; `place` is where messages send the author."""
    found = []
    for number in numbers_of(text, book.declared):
        line = lines_before + number.line
        if number.how == "unbound":
            found.append(Complaint(place, line, UNBOUND.format(number.text, number.text)))
        elif number.how == "bound":
            message = mismatch(number, topic, book.quantities)
            found += [Complaint(place, line, message)] if message else []
    return found


def mismatch(number, topic, quantities):
    """Return what is wrong with a bound number, or None."""
    try:
        subject, proven = quantities.look_up(number.name, topic)
    except numeric.UnknownQuantity as error:
        return f"{number.text} is bound to {number.name}, but {error}."
    wrong = numeric.disagreement(number.text.replace("`", ""), proven)
    return wrong and f"{wrong} ({number.name} of {subject}). Mend the number, or name another quantity."


def numbers_of(text, declared):
    """Return every number of a text, in order, with how it is accounted for."""
    found = []

    def take(pattern, how, name=""):
        for match in pattern.finditer(text):
            found.append(Stated(match[0], line_at(text, match.start()), how, match.start(), name))

    for match in cut.BOUND.finditer(text):
        how = "declared" if match["name"] in declared.kinds else "bound"
        found.append(Stated(match["text"], line_at(text, match.start()), how, match.start(), match["name"]))
    text = cut.BOUND.sub(blank, text)
    for pattern in declared.patterns:
        take(pattern, "declared", pattern.pattern)
        text = pattern.sub(blank, text)
    take(numeric.TOKEN, "unbound")
    return sorted(found, key=lambda number: number.start)


def of_outputs(book):
    """Check every number of every recorded output: only the example's own proofs and inputs count."""
    found = []
    for path in sorted((book.root / "docs" / "examples").rglob("*.out")):
        name = path.relative_to(book.root / "docs" / "examples").with_suffix("").as_posix()
        place = path.relative_to(book.root).as_posix()
        proven = book.confirmed(f"examples/{name}")
        found += [
            Complaint(place, number.line, f"nothing proves the number {number.text}. Verify it in tests/proofs.")
            for number in numeric.in_text(path.read_text("utf-8"))
            if not any(numeric.agrees(number.text, known) for known in proven)
        ]
    return found


def of_ledger(book):
    """Check what holds according to the ledger, in both languages; the statements themselves are quotations."""
    lines = book.ledger_lines
    return [
        complaint
        for note, entry in book.ledger.items()
        if note in book.answered
        for language in ("ko", "en")
        for complaint in of_text(cut_math(entry.get("truth", {}).get(language, "")), "docs/notes.yml",
                                 lines[note] - 1, entry["page"].rpartition("/")[0], book)
    ]


def cut_math(text):
    """Return a text without its formulas, which another rule reads."""
    return cut.MATH.sub(blank, text)


def of_glossary(book):
    """Check the numbers in the definitions of the glossary."""
    return [
        complaint
        for row, term in enumerate(book.glossary, start=2)
        for language in ("ko", "en")
        for complaint in of_text(cut_math(term[f"definition_{language}"]), "docs/glossary.csv", row - 1, "", book)
    ]


def idle_declarations(book):
    """Name every pattern and kind in docs/numbers.yml that no text needs."""
    used = {
        number.name
        for page in book.pages.values()
        for text, _ in texts(page)
        for number in numbers_of(text, book.declared)
    }
    used |= {number.name for text in book.loose_texts() for number in numbers_of(text, book.declared)}
    known = [*book.declared.kinds, *(pattern.pattern for pattern in book.declared.patterns)]
    return [Complaint("docs/numbers.yml", 1, f"nothing needs {name}: delete it.") for name in known if name not in used]
