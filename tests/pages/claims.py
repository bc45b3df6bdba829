"""Which statements of the ledger a page claims, by its front matter and by its cards."""

from guard import front_matter
from notes import CARD


def claim_complaints(place, name, markdown, ledger):
    """Return one message for each disagreement of a page's claims, its cards and the ledger."""
    claimed = front_matter(markdown).get("notes", [])
    cards = [match[1] for match in CARD.finditer(markdown)]
    assigned = [note for note, entry in ledger.items() if entry["page"] == name]
    return [
        *(f"{place}:1: 'notes' claims {note}, which docs/notes.yml does not have." for note in claimed if note not in ledger),
        *(f"{place}:1: 'notes' claims {note}, which docs/notes.yml gives to {ledger[note]['page']}: change one of them."
          for note in claimed if note in ledger and ledger[note]["page"] != name),
        *(f"{place}:1: docs/notes.yml gives {note} to this page: add it to 'notes' in the front matter and answer it."
          for note in assigned if note not in claimed),
        *(f"{place}:1: 'notes' claims {note}, but the page has no card: write {{{{ note {note} }}}}."
          for note in claimed if note not in cards),
        *(f"{place}: the card {note} stands on the page, but 'notes' in the front matter does not claim it."
          for note in cards if note not in claimed),
        *(f"{place}: the card {note} stands twice on the page." for note in set(cards) if cards.count(note) > 1),
    ]
