"""The ledger of the notes on the pages: ``{{ note C7 }}`` becomes a card, ``{{ notes }}`` the list of all statements."""

from press import text as cut
from press.wording import VERDICTS, WORDS


def expand(markdown, page, book):
    """Expand the markers of a page."""
    markdown = cut.CARD.sub(lambda match: card(book.ledger[match[1]], page.language), markdown)
    return markdown.replace("{{ notes }}", listing(book, page.language)) if "{{ notes }}" in markdown else markdown


def card(entry, language):
    """Return a card: what the notes say, the verdict, and what holds."""
    words = WORDS[language]
    title = f"{words['note']} {entry['id']} · {VERDICTS[entry['verdict']][language]}"
    lines = [f'!!! {entry["verdict"]} "{title}"', f'    <span id="note-{entry["id"]}"></span>{entry["says"][language]}', ""]
    if "truth" in entry:
        lines += [f"    **{words['truth'][entry['verdict']]}:** {qualified(entry, language)}"]
    return "\n".join(lines)


def qualified(entry, language):
    """Return what holds, its bound numbers named with the topic of the page that treats the statement."""
    topic = entry["page"].rpartition("/")[0]
    return cut.BOUND.sub(lambda match: with_topic(match, topic), entry["truth"][language])


def with_topic(match, topic):
    """Return a bound number whose name can be read on a page of any topic."""
    is_short = "." in match["name"] and "/" not in match["name"]
    minus, name = ("-", match["name"][1:]) if match["name"].startswith("-") else ("", match["name"])
    return f"[{match['text']}](={minus}{topic}/{name})" if is_short else match[0]


def listing(book, language):
    """Return all statements, note by note, with their verdicts and the pages that answer them."""
    words, pages = WORDS[language], book.answered
    parts = [words["count"].format(total=len(book.ledger), done=len(pages))]
    for letter in sorted({note[0] for note in book.ledger}):
        parts.append(f"## {words['notes_of'].format(letter)} {{ #note-{letter.lower()} }}")
        parts += [item(entry, pages.get(note), language) for note, entry in book.ledger.items() if note[0] == letter]
    return "\n\n".join(parts)


def item(entry, page, language):
    """Return one statement of the list; what holds is shown only where a page proves it."""
    words = WORDS[language]
    status = f"[{words['answer']}](../{page}.md#note-{entry['id']})" if page else f"*{words['open']}*"
    lines = [f"**{entry['id']}** · {VERDICTS[entry['verdict']][language]} · {status}", f": {entry['says'][language]}"]
    if page and "truth" in entry:
        lines += ["", f"    **{words['truth'][entry['verdict']]}:** {qualified(entry, language)}"]
    return "\n".join(lines)
