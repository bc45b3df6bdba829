"""No number stands in an output or on a page unless something proves it; and the guard reads numbers as people do."""

from decimal import Decimal

import pytest

import guard
import report as reports
from complaints import hold

PAGES = sorted(path for language in ("ko", "en") for path in (reports.ROOT / "docs" / language).rglob("*.md"))
OUTPUTS = sorted(reports.EXAMPLES.rglob("*.out"))


@pytest.fixture(scope="module")
def report():
    return reports.current()


def complaints_of(page, report, patterns):
    """Return the guard's messages for one page."""
    return guard.complaints_of_page(page.relative_to(reports.ROOT).as_posix(), page.read_text("utf-8"), report, patterns)


def test_every_number_of_every_page_is_proven(report):
    hold([message for page in PAGES for message in complaints_of(page, report, guard.declared())])


def test_every_number_of_every_output_is_proven(report):
    names = [path.relative_to(reports.EXAMPLES).with_suffix("").as_posix() for path in OUTPUTS]
    hold([message for name in names for message in guard.complaints_of_output(name, report)])


def test_every_declared_number_is_needed(report):
    patterns = guard.declared()
    idle = [
        pattern.pattern
        for pattern in patterns
        if not any(complaints_of(page, report, [other for other in patterns if other is not pattern]) for page in PAGES)
    ]
    hold([f"docs/numbers.yml: no page needs the pattern {pattern}: delete it." for pattern in idle])


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("x = -2.0", ["-2.0"]),
        ("x = −2.0", ["−2.0"]),
        ("x = +2.0", ["+2.0"]),
        ("a 2-2-2 network", ["2", "2", "2"]),
        ("x - 1 and (-1)", ["1", "-1"]),
        ("60,000 images, 1,234.5", ["60,000", "1,234.5"]),
        ("1,2", ["1", "2"]),
        ("about 25% or 12.5%.", ["25%", "12.5%"]),
        ("1.5e-06 and 2E3", ["1.5e-06", "2E3"]),
        ("x1, w_2, h1.5", []),
        ("네트워크는 0.25를 넘지 않습니다", ["0.25"]),
        ("It is 3. And 4.", ["3", "4"]),
    ],
)
def test_numbers_of_a_text(text, numbers):
    assert [number.text for number in guard.numbers_in_text(text)] == numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [("60,000", "60000"), ("12.5%", "0.125"), ("−2.0", "-2.0"), ("1.5e-06", "0.0000015"), ("+3", "3")],
)
def test_value_of_a_number(text, value):
    assert guard.value(text) == Decimal(value)


@pytest.mark.parametrize(
    ("printed", "proven", "agree"),
    [
        ("0.25", "0.25", True),
        ("0.2500", "0.25004999", True),
        ("0.2500", "0.2500501", False),
        ("0.25", "-0.25", False),
        ("1", "1", True),
        ("1", "0.99999", False),            # a whole number is exact
        ("10000", "10000.3", False),
        ("1.5e-06", "0.00000154", True),
        ("1.5e-06", "0.00000156", False),
        ("25%", "0.25", True),
        ("25%", "0.254", True),
        ("25%", "0.256", False),
        ("100%", "1", True),
        ("60,000", "60000", True),
        ("-0.0", "0", True),
    ],
)
def test_agreement_at_the_printed_precision(printed, proven, agree):
    assert guard.agrees(guard.value(printed), Decimal(proven)) is agree


@pytest.mark.parametrize(
    ("formula", "numbers"),
    [
        (r"$x^2 + y_1$", []),
        (r"$\frac{1}{2}$", []),                             # structure, not a result
        (r"$h = 0.25$", ["0.25"]),
        (r"$w = -0.25$", ["-0.25"]),
        (r"$n = 469$", ["469"]),
        (r"$n = 60{,}000$", ["60,000"]),
        (r"$1.5 \times 10^{-6}$", ["1.5e-6"]),
        (r"$3 \times 10^4$", ["3e4"]),
        (r"$\frac{2e^{-x}}{3}$", []),
        (r"$w_{11} + b^{(12)}$", []),
        ("$$\n0.5 - 0.25\n$$", ["0.5", "0.25"]),
    ],
)
def test_numbers_of_a_formula(formula, numbers):
    assert [number.text for number in guard.numbers_in_page(formula, [])] == numbers


@pytest.mark.parametrize(
    ("markdown", "numbers"),
    [
        ("| a | 0.5 |\n|---|--:|\n| b | 0.7 |", [("0.5", 1), ("0.7", 3)]),
        ("![peak 0.25](figures/a/b.py)", [("0.25", 1)]),
        ("---\ntitle: The 0.25\ndescription: Up to 7\n---\ntext 9", [("0.25", 1), ("7", 1), ("9", 5)]),
        ("[three](page-3.md#part-4) { #h-5 } <a id='6'>", []),
        ('```text\n0.5\n```', [("0.5", 2)]),
        ('```python exec="on"\n--8<-- "a/b5.py"\n```', []),
        ('```python exec="on"\nprint(0.5)\n```', [("0.5", 2)]),
        ('```python exec="on"\nimport inspect\nfrom dlnotes.losses import f1\nprint(inspect.getsource(f1))\n```', []),
        ("`0.5` in code", [("0.5", 1)]),
        ("{{ note C7 }}\n<!-- 12 -->", []),
    ],
)
def test_numbers_of_a_page(markdown, numbers):
    assert [(number.text, number.line) for number in guard.numbers_in_page(markdown, [])] == numbers


def test_inputs_are_the_literals_of_a_program_with_either_sign():
    assert guard.signed(guard.literals("x = -2.0; name = '7'; flag = True; y = 1e-3")) == {
        Decimal(text) for text in ("2.0", "-2.0", "0.001", "-0.001")
    }


def test_only_the_page_own_examples_prove_its_numbers(report):
    subject = "examples/activations/sigmoid_maximum"
    known = report["subjects"][subject]["confirmed"]
    assert guard.complaints("p.md", guard.numbers_in_text(f"x {float(known[0]):.6f}"), [subject], report) == []
    message = guard.complaints("p.md", guard.numbers_in_text("\nx 0.987654321"), [subject], report)
    assert message[0].startswith("p.md:2: nothing proves the number 0.987654321. Let an example of this page compute it")
    assert len(guard.complaints("p.md", guard.numbers_in_text("0.25"), [], report)) == 1


def test_what_a_card_says_holds_is_guarded(report, monkeypatch):
    markdown = (reports.ROOT / "docs/en/activations/sigmoid.md").read_text("utf-8")
    assert guard.complaints_of_page("page.md", markdown, report, guard.declared()) == []
    assert "0.25" in dict(guard.card_texts(markdown))["C8"]
    patterns = guard.declared()
    monkeypatch.setattr(guard, "data", lambda path: [{"id": "C8", "truth": {"en": "The largest slope is 0.26."}}])
    found = guard.complaints_of_page("page.md", markdown, report, patterns)
    assert [message[:66] for message in found] == ["docs/notes.yml, C8 on page.md:1: nothing proves the number 0.26. L"]
