"""The glossary is a rule: the pages use its terms, not the forms that it says to avoid, and its numbers are proven."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

import glossary
import guard
import report

DOCS = Path(__file__).parents[2] / "docs"
KOREAN_PAGES = sorted((DOCS / "ko").rglob("*.md"))
NOT_JUDGED = (
    re.compile(r"‘[^’\n]*’"),               # how a name is read, or what else it is called
    re.compile(r"`[^`\n]*`"),
    re.compile(r"\A---\n.*?\n---\n", re.S),
    guard.FENCE,
    guard.MATH,
    *guard.NOT_PROSE,
)


def avoided():
    """Return each form to avoid with the term to use."""
    return {form: term["ko"] for term in glossary.terms() for form in term["avoid"].split("|") if form}


def complaints(place, text):
    """Return one message for each form to avoid in a Korean text."""
    for pattern in NOT_JUDGED:
        text = pattern.sub(guard.blank, text)
    found = []
    for form, term in avoided().items():
        for match in re.finditer(rf"(?<![가-힣A-Za-z]){re.escape(form)}", text):
            line = text.count("\n", 0, match.start()) + 1
            found.append(f"{place}:{line}: write {term} instead of {form} (docs/glossary.csv)")
    return found


@pytest.mark.parametrize("page", KOREAN_PAGES, ids=lambda page: page.relative_to(DOCS / "ko").as_posix())
def test_pages_use_the_terms_of_the_glossary(page):
    found = complaints(page.relative_to(DOCS.parent).as_posix(), page.read_text("utf-8"))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("sentence", ["손실이 줄도록 학습율을 낮춥니다.", "경사하강법입니다.", "에폭마다 셉니다."])
def test_a_form_to_avoid_is_found(sentence):
    assert complaints("page.md", f"\n{sentence}")[0].startswith("page.md:2: write ")


@pytest.mark.parametrize("text", ["연쇄 법칙(‘체인 룰’)", "`경사하강법`", "[법](x/경사하강법.md)", "경사 하강법", "학습률"])
def test_names_and_code_are_not_judged(text):
    assert complaints("page.md", text) == []


def test_terms_are_complete_and_unique():
    rows = glossary.terms()
    assert all(row[column] for row in rows for column in ("id", "en", "ko", "definition_ko", "definition_en"))
    assert len({row["id"] for row in rows}) == len(rows)
    assert {row["id"] for row in rows} > glossary.EVERYDAY


def test_the_numbers_in_definitions_are_proven_somewhere():
    proven = set().union(*(guard.proven_by(subject, report.current()) for subject in report.subjects()))
    numbers = [
        number
        for row in glossary.terms()
        for language in ("ko", "en")
        for number in guard.numbers_in_text(row[f"definition_{language}"])
    ]
    assert len(numbers) > 40
    assert guard.unproven(numbers, proven) == []
    assert guard.unproven(numbers, proven - {Decimal(0), Decimal("0.0")}) != []


def test_only_the_first_use_is_linked_and_the_longest_term_wins():
    linked = glossary.link_terms("<p>손실 함수는 손실이고, 손실 함수입니다. <code>손실</code></p>", "ko", "../")
    assert linked.count('href="../reference/glossary/#loss-function"') == 1
    assert linked.count('href="../reference/glossary/#loss"') == 1
    assert "<code>손실</code>" in linked
