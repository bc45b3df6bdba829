"""The whole book: all pages of both languages, with the data that they share. It is read anew for every build."""

import csv
import json
import re
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace

import yaml

from press import mistakes, numbers, report
from press.docstrings import docstrings
from press.page import Page

ROOT = Path(__file__).parents[2]
LANGUAGES = {"ko": "한국어", "en": "English"}


class Book:
    """What one build knows."""

    def __init__(self, root=ROOT, drafts=False):
        self.root, self.drafts = Path(root), drafts
        self.unproven = ""          # why the report is not current, where drafts are shown all the same
        self.figures = {}           # what each figure computes, by its name

    @cached_property
    def pages(self):
        """Every page by (language, name)."""
        found = [
            Page(path, self.root, language)
            for language in LANGUAGES
            for path in sorted((self.root / "docs" / language).rglob("*"))
            if path.suffix in {".md", ".ipynb"}
        ]
        return {(page.language, page.name): page for page in found}

    def page_at(self, path):
        """Return the page in a file."""
        return next(page for page in self.pages.values() if page.path == Path(path))

    def found(self, names):
        """Return the pages that names mean: a file, or a page without suffix, which is one page in each language."""
        pages = list(self.pages.values())
        chosen = []
        for name in names:
            meant = [page for page in pages if page.name == name or page.path == Path(name).resolve()]
            if not meant:
                raise SystemExit(f"there is no page {name}: give a file, or a name such as activations/relu")
            chosen += meant
        return chosen

    @cached_property
    def report(self):
        """What the proofs have confirmed; they run first when it is not current. Drafts may be ahead of their proofs."""
        try:
            return report.current(self.root)
        except RuntimeError as error:
            if not self.drafts:
                raise
            self.unproven = str(error)
            return report.last(self.root)

    @cached_property
    def quantities(self):
        """The proven quantities by name."""
        return numbers.Quantities(self.report["subjects"])

    def confirmed(self, subject):
        """Return the values that a subject proves or takes as input, whatever their names."""
        values = {Decimal(number) for number in self.report["subjects"].get(subject, {}).get("confirmed", [])}
        program = self.root / "docs" / f"{subject}.py"
        return values | (numbers.signed(numbers.literals(program.read_text("utf-8"))) if program.exists() else set())

    @property
    def claims(self):
        """The claims that the proofs have held."""
        return self.report["claims"]

    @cached_property
    def waivers(self):
        """Why a sentence needs no evidence of its own: kinds with their reasons."""
        return yaml.load((self.root / "docs" / "claims.yml").read_text("utf-8"), yaml.CSafeLoader)

    def evidence(self, page, on):
        """Return the address of what a sentence rests on, relative to the verification page; nothing for a waiver."""
        name = on if "/" in on else f"{page.topic}/{on}"
        return f"claim-{name.replace('/', '-').replace('_', '-')}" if name in self.claims else on if on.startswith("#") else ""

    @cached_property
    def ledger(self):
        """The statements of the notes by id, in order."""
        entries = yaml.load((self.root / "docs" / "notes.yml").read_text("utf-8"), yaml.CSafeLoader)
        return {entry["id"]: entry for entry in entries}

    @cached_property
    def ledger_lines(self):
        """The line on which each statement begins."""
        text = (self.root / "docs" / "notes.yml").read_text("utf-8")
        return {match[1]: text.count("\n", 0, match.start()) + 1 for match in re.finditer(r"^- id: (\w+)", text, re.M)}

    @cached_property
    def answered(self):
        """The page, without suffix, that has the card of a statement: Korean pages lead, a rule holds the twins together."""
        cards = [(piece.text, page.name) for page in self.pages.values() for piece in page.cards if page.language == "ko"]
        return {note: name for note, name in cards if note in self.ledger}

    @cached_property
    def mistakes(self):
        """The published mistakes that are shown, by id, in order."""
        entries = yaml.load((self.root / "docs" / "mistakes.yml").read_text("utf-8"), yaml.CSafeLoader)
        return {entry["id"]: entry for entry in entries if "page" in entry}

    @cached_property
    def mistake_lines(self):
        """The line on which each mistake begins."""
        text = (self.root / "docs" / "mistakes.yml").read_text("utf-8")
        return {match[1]: text.count("\n", 0, match.start()) + 1 for match in re.finditer(r"^- id: ([\w-]+)", text, re.M)}

    @cached_property
    def mistake_words(self):
        """What is said of the mistakes, by language, to be read like a page."""
        return {language: mistakes.Words(self.root, language) for language in LANGUAGES}

    @cached_property
    def witnessed(self):
        """What the wrong and the right code of each mistake return, run now."""
        return {name: mistakes.witnessed(entry) for name, entry in self.mistakes.items()}

    @cached_property
    def glossary(self):
        """The rows of the glossary."""
        with (self.root / "docs" / "glossary.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    @cached_property
    def symbols(self):
        """What each symbol of a formula means, and where."""
        return yaml.load((self.root / "docs" / "symbols.yml").read_text("utf-8"), yaml.CSafeLoader)

    @cached_property
    def declared(self):
        """The kinds and patterns of numbers that state no result, each with its reason."""
        data = yaml.load((self.root / "docs" / "numbers.yml").read_text("utf-8"), yaml.CSafeLoader)
        return SimpleNamespace(
            kinds=data["kinds"], patterns=[re.compile(pattern) for pattern in data["patterns"]], reasons=data["patterns"]
        )

    @cached_property
    def frameworks(self):
        """The versions with which the programs of Keras and PyTorch were recorded."""
        return json.loads((self.root / "docs" / "examples" / "frameworks.json").read_text("utf-8"))

    @cached_property
    def docstrings(self):
        """The docstrings that the API page shows."""
        return docstrings(self.root)

    def loose_texts(self):
        """Return the texts that stand on no page of their own: of the statements, definitions, docstrings and mistakes."""
        truths = [text for note in self.answered for text in self.ledger[note].get("truth", {}).values()]
        definitions = [term[f"definition_{language}"] for term in self.glossary for language in LANGUAGES]
        told = [words.markdown for words in self.mistake_words.values()]
        return truths + definitions + [found.words for found in self.docstrings] + told
