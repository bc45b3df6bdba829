"""The guard: no number is printed in an output, in prose, in a table or in a caption unless something proves it.

A number is proven when, at its own printed precision, it is a value that a `verify` confirmed for an example or
figure of the page, or when it is an input: a numeric literal in the source of such an example.
"""

import ast
import re
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from report import EXAMPLES, FIGURES, ROOT

TOKEN = re.compile(
    r"(?:(?<![^\s(\[=|,:])[-+−])?"                     # a sign, unless it joins two numbers as in 2-2-2
    r"(?<![A-Za-z0-9_.])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[eE][-+]?\d+)?%?"
)
POWER = re.compile(r"(\d+(?:\.\d+)?)\s*\\times\s*10\^\{?(-?\d+)\}?")
FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^\n]*)\n(?P<body>.*?)^(?P=indent)```[ ]*$", re.M | re.S)
INCLUDE = re.compile(r'^\s*--8<-- "([^"\n]+)"\s*$', re.M)
FIGURE = re.compile(r"!\[[^\]]*\]\(figures/([\w/-]+)\.py\)")
SOURCE_LISTING = re.compile(r"^\s*(import inspect|from dlnotes\.\w+ import [\w, ]+|print\(inspect\.getsource\(\w+\)\))\s*$")
NOT_PROSE = (
    re.compile(r"<!--.*?-->", re.S),
    re.compile(r"\{\{.*?\}\}"),                         # markers that the hooks expand
    re.compile(r"(?<=\])\([^)\s]*\)"),                  # link targets
    re.compile(r"\{[:#.][^}\n]*\}|\{ [#.:][^}\n]*\}"),    # attribute lists
    re.compile(r"</?[a-z][^>]*>"),
    re.compile(r"https?://\S+"),
)
MATH = re.compile(r"\$\$.+?\$\$|(?<![\\$])\$[^$\n]+?\$", re.S)


class Number(NamedTuple):
    """A number as printed, and the line it stands on."""

    text: str
    line: int


def value(text):
    """Return the Decimal that a printed number stands for; its exponent is the printed precision."""
    number = Decimal(text.replace(",", "").replace("−", "-").rstrip("%"))
    return number.scaleb(-2) if text.endswith("%") else number


def agrees(printed, proven):
    """Tell whether `proven`, rounded to the precision of `printed`, is `printed`; whole numbers must be equal."""
    exponent = printed.as_tuple().exponent
    if exponent >= 0:
        return printed == proven
    return abs(printed - proven) <= Decimal(5).scaleb(exponent - 1)


@cache
def literals(source):
    """Return the numeric literals of a program: its inputs."""
    numbers = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {Decimal(repr(number)) for number in numbers if type(number) in (int, float)}


def signed(numbers):
    """Return `numbers` with either sign: -2.0 in a source is the literal 2.0 behind a minus."""
    return {sign * number for number in numbers for sign in (1, -1)}


def file_of(subject):
    """Return the program of an example or figure."""
    kind, _, name = subject.partition("/")
    return (EXAMPLES if kind == "examples" else FIGURES) / f"{name}.py"


def proven_by(subject, report):
    """Return the values that the example or figure `subject` proves or takes as input."""
    confirmed = report["subjects"].get(subject, {}).get("confirmed", [])
    return {Decimal(number) for number in confirmed} | signed(literals(file_of(subject).read_text("utf-8")))


def blank(match):
    """Replace a match by white space that keeps the line numbers."""
    return re.sub(r"[^\n]", " ", match[0])


def fence_without_listing(match):
    """Blank a fence that only includes files or lists the package's source; keep one with typed text."""
    typed = [line for line in INCLUDE.sub("", match["body"]).splitlines() if line.strip()]
    listing = "exec=" in match["info"] and all(SOURCE_LISTING.match(line) for line in typed)
    return blank(match) if listing or not typed else match[0]


def formula_numbers(match):
    """Keep of a formula the numbers that state a value: decimals, powers of ten, whole numbers from 10 on."""
    def wide(text, original):
        return text.ljust(len(original))

    formula = match[0].replace("{,}", ",")
    formula = POWER.sub(lambda power: wide(f" {power[1]}e{power[2]} ", power[0]), formula)
    formula = re.sub(r"[_^](?:\d|\{[^{}]*\})", lambda script: wide(" ", script[0]), formula)
    return re.sub(r"(?<![\d.,e])(?<!e-)\d(?![\d.,]|e-?\d)", " ", formula).replace("$", " ").replace("{", " ").replace("}", " ")


def data(path):
    """Return what a YAML file holds, reading it again only when it has changed."""
    return _read(path, path.stat().st_mtime_ns)


@cache
def _read(path, _changed):
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def declared(root=ROOT):
    """Return the patterns of docs/numbers.yml: numbers that state no result, each with its reason."""
    return [re.compile(entry["pattern"]) for entry in data(root / "docs" / "numbers.yml")]


def numbers_in_text(text):
    """Return every number of a plain text, such as an output."""
    return [Number(match[0], text.count("\n", 0, match.start()) + 1) for match in TOKEN.finditer(text)]


def front_matter(markdown):
    """Return a page's meta data."""
    match = re.match(r"---\n(.*?)\n---\n", markdown, re.S)
    return yaml.safe_load(match[1]) if match else {}


def numbers_in_page(markdown, patterns):
    """Return every number that a page's own words, tables, captions and formulas state."""
    text = re.sub(r"\A---\n.*?\n---\n", blank, markdown, flags=re.S)
    text = FENCE.sub(fence_without_listing, text)
    for pattern in (*NOT_PROSE, *patterns):
        text = pattern.sub(blank, text)
    meta = front_matter(markdown)
    title_and_description = f"{meta.get('title', '')} {meta.get('description', '')}"
    return numbers_in_text(title_and_description) + numbers_in_text(MATH.sub(formula_numbers, text))


def subjects_of_page(markdown):
    """Return the examples and figures that a page shows, in order."""
    found = [(match.start(), f"examples/{Path(match[1]).with_suffix('').as_posix()}") for match in INCLUDE.finditer(markdown)]
    found += [(match.start(), f"figures/{match[1]}") for match in FIGURE.finditer(markdown)]
    return list(dict.fromkeys(name for _, name in sorted(found)))


def unproven(numbers, proven):
    """Return the numbers that no proven value agrees with."""
    return [number for number in numbers if not any(agrees(value(number.text), known) for known in proven)]


def complaints(place, numbers, subjects, report):
    """Return one message for each number that none of `subjects` proves."""
    proven = set().union(*(proven_by(subject, report) for subject in subjects))
    return [
        f"{place}:{number.line}: nothing proves the number {number.text}. Let an example of this page compute it and "
        f"a test in tests/examples verify it, or declare it with its reason in docs/numbers.yml."
        for number in unproven(numbers, proven)
    ]


def complaints_of_page(place, markdown, report, patterns):
    """Return one message for each unproven number of a page, or for each example that the page shows in vain."""
    subjects = subjects_of_page(markdown)
    missing = [
        f"{place}:{line_of(markdown, subject.partition('/')[2])}: docs/{subject}.py does not exist, but this page shows "
        f"it. Write it, or mend the name."
        for subject in subjects
        if not file_of(subject).exists()
    ]
    if missing:
        return missing
    found = complaints(place, numbers_in_page(markdown, patterns), subjects, report)
    for note, text in card_texts(markdown):
        found += complaints(f"docs/notes.yml, {note} on {place}", numbers_in_text(text), subjects, report)
    return found


def card_texts(markdown):
    """Return what holds, in both languages, of each statement that a page answers; the statement is a quotation."""
    ledger = {entry["id"]: entry for entry in data(ROOT / "docs" / "notes.yml")}
    claimed = [note for note in front_matter(markdown).get("notes", []) if note in ledger]
    return [(note, text) for note in claimed for text in ledger[note].get("truth", {}).values()]


def line_of(markdown, text):
    """Return the number of the first line that holds a text."""
    return markdown[: markdown.index(text)].count("\n") + 1


def complaints_of_output(name, report):
    """Return one message for each unproven number of an example's output; only its own proofs count."""
    text = (EXAMPLES / f"{name}.out").read_text("utf-8")
    return complaints(f"docs/examples/{name}.out", numbers_in_text(text), [f"examples/{name}"], report)
