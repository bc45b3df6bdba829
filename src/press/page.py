"""A page, read once: its front matter, the pieces of its Markdown, and where each stands."""

import json
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import yaml

from press import text as cut
from press.text import line_at, without


class Piece(NamedTuple):
    """A piece of a page and the line on which it begins."""

    text: str
    line: int


class Formula(NamedTuple):
    """A formula, the line on which it begins, and whether it stands on a line of its own."""

    latex: str
    line: int
    display: bool


class Page:
    """One page in one language; `place` is how messages name it."""

    def __init__(self, path, root, language):
        self.path, self.language = Path(path), language
        self.place = self.path.relative_to(root).as_posix()
        self.name = self.path.relative_to(root / "docs" / language).with_suffix("").as_posix()
        self.topic = self.name.rpartition("/")[0]
        self.address = self.name.removesuffix("index") if self.path.stem == "index" else f"{self.name}/"
        self.depth = self.address.count("/")
        self.is_notebook = self.path.suffix == ".ipynb"

    @cached_property
    def markdown(self):
        """The page as it is written; of a notebook, its text cells."""
        text = self.path.read_text("utf-8")
        if not self.is_notebook:
            return text
        cells = json.loads(text)["cells"]
        return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")

    @cached_property
    def meta(self):
        """The front matter."""
        match = cut.FRONT_MATTER.match(self.markdown)
        return yaml.load(match[1], yaml.CSafeLoader) if match else {}

    @cached_property
    def body(self):
        """The page without front matter; every line keeps its number."""
        return without(self.markdown, cut.FRONT_MATTER)

    @cached_property
    def prose(self):
        """The page without front matter, comments and fences."""
        return without(self.body, cut.FENCE, cut.COMMENT)

    @cached_property
    def examples(self):
        """The names of the examples that the page shows, in order, with their lines."""
        return [Piece(match["name"], line_at(self.body, match.start("name"))) for match in cut.EXAMPLE.finditer(self.body)]

    @cached_property
    def figures(self):
        """The names of the figures that the page shows, in order, with their lines."""
        return [Piece(match["name"], line_at(self.prose, match.start())) for match in cut.FIGURE.finditer(self.prose)]

    @cached_property
    def subjects(self):
        """What the page shows and a proof must confirm: examples and figures, each once."""
        names = [f"examples/{piece.text}" for piece in self.examples] + [f"figures/{piece.text}" for piece in self.figures]
        return list(dict.fromkeys(names))

    @cached_property
    def cards(self):
        """The statements of the notes that have a card on the page."""
        return [Piece(match[1], line_at(self.prose, match.start())) for match in cut.CARD.finditer(self.prose)]

    @cached_property
    def explorers(self):
        """The explorers that the page asks for."""
        return [Piece(match[1], line_at(self.prose, match.start())) for match in cut.EXPLORER.finditer(self.prose)]

    @cached_property
    def formulas(self):
        """All formulas, display and inline, in order."""
        text = without(self.prose, cut.INLINE_CODE)
        return [formula(match, text) for match in cut.MATH.finditer(text)]

    def sources(self, root):
        """Return the files other than its own on which the page's look depends."""
        docs = root / "docs"
        shown = [docs / f"{name}{suffix}" for name in self.subjects for suffix in (".py", ".out")]
        return [*shown, *docs.glob("*.yml"), *docs.glob("*.csv"), *(root / "src" / "dlnotes").glob("*.py")]


def formula(match, text):
    """Return the formula that `match` found."""
    display = match[1] is not None
    latex = match[1] if display else match[2]
    start = match.start(1 if display else 2)
    return Formula(latex.strip(), line_at(text, start + len(latex) - len(latex.lstrip())), display)
