"""The ledger is complete, and every page answers what it gives to it."""

from collections import Counter

import pytest

from press.rules import notes
from press.wording import VERDICTS

KINDS = {"definition", "formula", "number", "recipe", "claim", "code", "figure"}


def test_all_110_statements_are_answered(book):
    assert len(book.ledger) == 110
    assert book.answered.keys() == book.ledger.keys()
    for language in ("ko", "en"):
        shown = {piece.text for page in book.pages.values() if page.language == language for piece in page.cards}
        assert shown >= book.ledger.keys(), language


def test_ids_are_unique_and_without_gaps(book):
    last = Counter(note[0] for note in book.ledger)
    assert list(book.ledger) == [f"{letter}{number}" for letter in "ABCDE" for number in range(1, last[letter] + 1)]
    assert last["E"] == 15


def test_an_entry_is_whole_in_both_languages(book):
    for note, entry in book.ledger.items():
        assert entry["verdict"] in VERDICTS, note
        assert entry["kind"] in KINDS, note
        assert all(entry["says"][language].strip() for language in ("ko", "en")), note
        assert entry["verdict"] == "holds" or "truth" in entry, f"{note}: a verdict other than 'holds' needs a 'truth'"
        assert all(text.strip() for text in entry.get("truth", {"": "-"}).values()), note


@pytest.mark.parametrize(
    ("name", "cards", "expected"),
    [
        ("activations/sigmoid", "C7 C8 C9 D12", []),
        ("activations/sigmoid", "C7 C8 C9 D12 Z9", ["docs/notes.yml has no entry Z9"]),
        ("activations/sigmoid", "C7 C8 C9 D12 C15", ["docs/notes.yml gives C15 to activations/tanh: change one of them"]),
        ("activations/sigmoid", "C7 C8 C9", ["docs/notes.yml gives D12 to this page: answer it"]),
        ("activations/sigmoid", "C7 C7 C8 C9 D12", ["the card C7 stands twice", "the card C7 stands twice"]),
    ],
)
def test_cards_are_held_against_the_ledger(little, name, cards, expected):
    made = little({f"ko/{name}": "\n\n".join(f"{{{{ note {card} }}}}" for card in cards.split())})
    found = [str(complaint) for complaint in notes.of_page(made, made.pages["ko", name])]
    assert len(found) == len(expected)
    assert all(text in complaint for text, complaint in zip(expected, found, strict=True)), found
