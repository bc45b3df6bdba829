"""The ledger is complete, and every page answers in both languages what the ledger gives to it."""

from collections import Counter

import pytest
import yaml

from complaints import hold
from notes import DOCS, ledger
from pages.claims import claim_complaints
from wording import VERDICTS

ENTRIES = yaml.safe_load((DOCS / "notes.yml").read_text("utf-8"))
KINDS = {"definition", "formula", "number", "recipe", "claim", "code", "figure"}
PAGES = sorted(path for language in ("ko", "en") for path in (DOCS / language).rglob("*.md"))
PAGE = "---\nnotes: [C7]\n---\n# A page { #a-page }\n\n{{ note C7 }}\n"
LEDGER = {"C7": {"page": "a/page"}, "C8": {"page": "b/page"}}


def test_there_are_110_statements():
    assert len(ENTRIES) == 110


def test_ids_are_unique_and_without_gaps():
    ids = [entry["id"] for entry in ENTRIES]
    last = Counter(note[0] for note in ids)
    assert ids == [f"{letter}{number}" for letter in "ABCDE" for number in range(1, last[letter] + 1)]
    assert last["E"] == 15


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_an_entry_is_whole_in_both_languages(entry):
    assert entry["verdict"] in VERDICTS
    assert entry["kind"] in KINDS
    assert all(entry["says"][language].strip() for language in ("ko", "en"))
    if entry["verdict"] != "holds":
        assert "truth" in entry, f"docs/notes.yml, {entry['id']}: a verdict other than 'holds' needs a 'truth'"
    if "truth" in entry:
        assert all(entry["truth"][language].strip() for language in ("ko", "en"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(DOCS).as_posix())
def test_a_page_claims_what_the_ledger_gives_to_it(page):
    relative = page.relative_to(DOCS)
    name = relative.relative_to(relative.parts[0]).with_suffix("").as_posix()
    hold(claim_complaints(f"docs/{relative.as_posix()}", name, page.read_text("utf-8"), ledger()))


def test_a_page_that_keeps_its_claims():
    assert claim_complaints("p.md", "a/page", PAGE, LEDGER) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        ("a/page", "[C7]", "[C7, C99]", "p.md:1: 'notes' claims C99, which docs/notes.yml does not have."),
        ("a/page", "[C7]", "[C7, C8]", "'notes' claims C8, which docs/notes.yml gives to b/page"),
        ("a/page", "[C7]", "[]", "docs/notes.yml gives C7 to this page: add it to 'notes'"),
        ("a/page", "{{ note C7 }}", "", "'notes' claims C7, but the page has no card: write {{ note C7 }}"),
        ("a/page", "{{ note C7 }}", "{{ note C7 }}\n\n{{ note C8 }}", "the card C8 stands on the page, but 'notes'"),
        ("a/page", "{{ note C7 }}", "{{ note C7 }}\n\n{{ note C7 }}", "the card C7 stands twice"),
    ],
)
def test_a_broken_claim_is_named(name, old, new, expected):
    messages = claim_complaints("p.md", name, PAGE.replace(old, new), LEDGER)
    assert any(expected in message for message in messages), messages
