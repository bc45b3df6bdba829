"""A page answers the statements of the notes that the ledger gives to it, each by one card."""

from collections import Counter

from press.complaint import Complaint


def of_page(book, page):
    """Hold a page's cards against the ledger."""
    stands = Counter(piece.text for piece in page.cards)
    found = [
        Complaint(page.place, piece.line, complaint)
        for piece in page.cards
        if (complaint := about_card(piece.text, page.name, stands, book.ledger))
    ]
    return found + [
        Complaint(page.place, 1, f"docs/notes.yml gives {note} to this page: answer it, under its card {{{{ note {note} }}}}.")
        for note, entry in book.ledger.items()
        if entry["page"] == page.name and note not in stands
    ]


def about_card(note, name, stands, ledger):
    """Return what is wrong with a card, or None."""
    if note not in ledger:
        return f"docs/notes.yml has no entry {note}. Add it there, or mend the card."
    if ledger[note]["page"] != name:
        return f"docs/notes.yml gives {note} to {ledger[note]['page']}: change one of them."
    return f"the card {note} stands twice on the page: keep one." if stands[note] > 1 else None
