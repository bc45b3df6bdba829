"""The book, read once, and little books to break."""

import shutil

import pytest

from press.book import ROOT, Book

REPORT = {
    "subjects": {
        "examples/t/idea": {
            "checks": [{"quantity": "y", "source": "mpmath", "count": 3, "largest_error": 0.0}],
            "confirmed": ["0.25"],
            "quantities": {
                "y": {"shape": [3], "values": ["0.25", "-1.5", "469"], "state": "verified"},
                "W": {"shape": [2, 2], "values": ["1", "2", "3", "4"], "state": "verified"},
                "share": {"shape": [], "values": ["0.02659"], "state": "verified"},
                "guess": {"shape": [], "values": ["7"], "state": "computed"},
                "many": {"shape": [1000], "values": None, "state": "verified"},
            },
        },
        "facts/t/range": {"checks": [], "confirmed": [], "quantities": {
            "upper": {"shape": [], "values": ["1"], "state": "verified"},
        }},
    },
    "claims": {
        "t/plain": {"seeds": None, "ablation": False},
        "t/random": {"seeds": 20, "ablation": False},
        "t/ablated": {"seeds": 20, "ablation": True},
    },
    "formulas": {},
}


@pytest.fixture(scope="session")
def book():
    """The book of this site, with the report of its proofs, which run first when it is not current."""
    return Book()


@pytest.fixture
def little(tmp_path):
    """Make a book of the given pages, as {"ko/t/page": Markdown}, with a report of its own."""

    def make(pages):
        for folder in ("ko", "en", "examples/t", "figures"):
            (tmp_path / "docs" / folder).mkdir(parents=True, exist_ok=True)
        for data in ("numbers.yml", "claims.yml", "symbols.yml", "glossary.csv", "mistakes.yml", "notes.yml"):
            if (ROOT / "docs" / data).exists():
                shutil.copy(ROOT / "docs" / data, tmp_path / "docs" / data)
        for name, markdown in pages.items():
            path = tmp_path / "docs" / f"{name}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(markdown, "utf-8")
        made = Book(tmp_path)
        made.report = REPORT
        return made

    return make
