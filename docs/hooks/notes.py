"""The ledger of the notes on the pages: ``{{ note C7 }}`` becomes a card, ``{{ notes }}`` the list of all statements."""

import re
from pathlib import Path

from mkdocs.exceptions import PluginError

from guard import data, front_matter, line_of
from wording import VERDICTS, WORDS

DOCS = Path(__file__).parents[1]
CARD = re.compile(r"^\{\{ note (\w+) \}\}$", re.M)


def ledger():
    """Return the entries of docs/notes.yml by id, in order."""
    return {entry["id"]: entry for entry in data(DOCS / "notes.yml")}


def answered(language):
    """Return the page that answers each entry, by the pages' front matter: id -> page without suffix."""
    folder = DOCS / language
    pages = {path: front_matter(path.read_text("utf-8")).get("notes", []) for path in sorted(folder.rglob("*.md"))}
    return {note: path.relative_to(folder).with_suffix("").as_posix() for path, notes in pages.items() for note in notes}


def card(entry, language):
    """Return a card: what the notes say, the verdict, and what holds."""
    words = WORDS[language]
    title = f"{words['note']} {entry['id']} · {VERDICTS[entry['verdict']][language]}"
    lines = [f'!!! {entry["verdict"]} "{title}"', f'    <span id="note-{entry["id"]}"></span>{entry["says"][language]}', ""]
    if "truth" in entry:
        lines += [f"    **{words['truth']}** {entry['truth'][language]}"]
    return "\n".join(lines)


def on_page_markdown(markdown, page, config, files):
    """Expand the markers of a page."""
    language = config.theme["language"]
    entries = ledger()

    def expand(match):
        if match[1] not in entries:
            source = Path(page.file.abs_src_path)
            place = f"{source.relative_to(DOCS.parent).as_posix()}:{line_of(source.read_text('utf-8'), match[0])}"
            raise PluginError(f"{place}: docs/notes.yml has no entry {match[1]}. Add it there, or mend the card.")
        return card(entries[match[1]], language)

    markdown = CARD.sub(expand, markdown)
    return markdown.replace("{{ notes }}", listing(entries, language)) if "{{ notes }}" in markdown else markdown


def listing(entries, language):
    """Return all statements, note by note, with their verdicts and the pages that answer them."""
    words = WORDS[language]
    pages = answered(language)
    done = sum(note in pages for note in entries)
    parts = [words["count"].format(total=len(entries), done=done, open=len(entries) - done)]
    for letter in sorted({note[0] for note in entries}):
        parts.append(f"## {words['notes_of'].format(letter)} {{ #note-{letter.lower()} }}")
        parts += [item(entry, pages.get(note), language) for note, entry in entries.items() if note[0] == letter]
    return "\n\n".join(parts)


def item(entry, page, language):
    """Return one statement of the list; what holds is shown only where a page proves it."""
    words = WORDS[language]
    status = f"[{words['answer']}](../{page}.md#note-{entry['id']})" if page else f"*{words['open']}*"
    lines = [f"**{entry['id']}** · {VERDICTS[entry['verdict']][language]} · {status}", f": {entry['says'][language]}"]
    if page and "truth" in entry:
        lines += ["", f"    **{words['truth']}** {entry['truth'][language]}"]
    return "\n".join(lines)
