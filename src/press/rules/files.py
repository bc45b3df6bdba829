"""Every page has its twin; what a page shows exists, and what exists is shown."""

import re

from press.complaint import Complaint
from press.languages import other
from press.wording import EXPLORERS


def twins(book):
    """Name every page that exists in one language only."""
    return [
        Complaint(
            page.place.replace(f"docs/{page.language}/", f"docs/{other(page.language)}/", 1), 1,
            f"this page is missing: {page.place} exists, and every page needs its twin. Write it with the same headings, "
            f"anchors, examples and formulas.",
        )
        for page in book.pages.values()
        if (other(page.language), page.name) not in book.pages
    ]


def of_page(book, page):
    """Name the examples, figures and explorers that a page shows in vain."""
    shown = [("docs/examples", piece) for piece in page.examples] + [("docs/figures", piece) for piece in page.figures]
    missing = [
        Complaint(page.place, piece.line, f"{folder}/{piece.text}.py does not exist, but this page shows it. Write it, or "
                  f"mend the name.")
        for folder, piece in shown
        if not (book.root / folder / f"{piece.text}.py").exists()
    ]
    missing += [
        Complaint(page.place, number, f"still to be written: {line.strip()}")
        for number, line in enumerate(page.markdown.splitlines(), start=1)
        if "TODO" in line
    ]
    return missing + [
        Complaint(page.place, piece.line, f"there is no explorer {piece.text}. Add docs/explorers/{piece.text}.js and its words.")
        for piece in page.explorers
        if piece.text not in EXPLORERS
    ]


def in_nav(book):
    """Name every page that the nav lacks."""
    nav = (book.root / "mkdocs.yml").read_text("utf-8")
    return [
        Complaint(page.place, 1, f"the nav in mkdocs.yml lacks {page.path.name}: add the line '- {page.name}{page.path.suffix}'.")
        for page in book.pages.values()
        if page.language == "ko" and not re.search(rf"^ *- {re.escape(page.name + page.path.suffix)}$", nav, re.M)
    ]


def to_do(book):
    """Name every TODO in a program or a proof."""
    places = [*(book.root / "docs" / "examples").rglob("*.py"), *(book.root / "tests" / "proofs").rglob("test_*.py")]
    return [
        Complaint(path.relative_to(book.root).as_posix(), number, f"still to be written: {line.strip()}")
        for path in sorted(places)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if "TODO" in line
    ]


def of_subjects(book):
    """Name every program without output, output without program, and whatever no page of a language shows."""
    folder = book.root / "docs" / "examples"
    programs = {path.relative_to(book.root).with_suffix("").as_posix() for path in folder.rglob("*.py")}
    outputs = {path.relative_to(book.root).with_suffix("").as_posix() for path in folder.rglob("*.out")}
    found = [
        Complaint(f"{name}.py", 1, "it has no .out. Run make outputs and read the diff.") for name in programs - outputs
    ] + [Complaint(f"{name}.out", 1, "no example prints it. Delete it.") for name in outputs - programs]
    drawn = {path.relative_to(book.root).with_suffix("").as_posix() for path in (book.root / "docs" / "figures").rglob("*.py")}
    for language in ("ko", "en"):
        used = {f"docs/{name}" for page in book.pages.values() if page.language == language for name in page.subjects}
        found += [
            Complaint(f"{name}.py", 1, f"no page in docs/{language} shows it. Show it on its page, or delete it.")
            for name in (programs | drawn) - used
        ]
    return found
