"""The glossary is a rule: the pages use its terms, and the first use of a term leads to its entry."""

import markdown
import pytest

from press.parts.glossary import EVERYDAY, used_in
from press.rules.terms import of_page


@pytest.mark.parametrize("sentence", ["손실이 줄도록 학습율을 낮춥니다.", "경사하강법입니다.", "에폭마다 셉니다."])
def test_a_form_to_avoid_is_found(little, sentence):
    made = little({"ko/t/page": f"\n{sentence}"})
    assert str(of_page(made, made.pages["ko", "t/page"])[0]).startswith("docs/ko/t/page.md:2: write ")


@pytest.mark.parametrize("text", ["연쇄 법칙(‘체인 룰’)", "`경사하강법`", "[법](x/경사하강법.md)", "경사 하강법", "학습률"])
def test_names_and_code_are_not_judged(little, text):
    made = little({"ko/t/page": text})
    assert of_page(made, made.pages["ko", "t/page"]) == []


def test_terms_are_complete_and_unique(book):
    assert all(row[column] for row in book.glossary for column in ("id", "en", "ko", "definition_ko", "definition_en"))
    assert len({row["id"] for row in book.glossary}) == len(book.glossary)
    assert {row["id"] for row in book.glossary} > EVERYDAY


def converted(text, language, *words):
    """Convert Markdown with a link for each word."""
    lines = "\n".join(f'+[{word}]: g.md#{word.replace(" ", "-")} "d"' for word in words)
    options = {"press.markdown.terms": {"language": language}}
    return markdown.markdown(f"{text}\n\n{lines}\n", extensions=["press.markdown.terms"], extension_configs=options)


def test_only_the_first_use_is_linked_and_the_longest_term_wins():
    html = converted("손실 함수는 손실이고, 손실 함수입니다. `손실`", "ko", "손실", "손실 함수")
    assert html.count('href="g.md#손실-함수"') == 1
    assert html.count('href="g.md#손실"') == 1
    assert "<code>손실</code>" in html
    assert "손실</a>이고" in html


def test_headings_links_and_parts_of_words_are_passed_over():
    html = converted("# Loss\n\n[loss](x.md), glossy, Losses and **loss**.", "en", "loss")
    assert html.count('class="term"') == 1
    assert ">Losses</a>" in html


def test_a_page_names_only_terms_that_it_uses(book):
    assert [term["id"] for term in used_in("시그모이드는", "ko", book.glossary)] == ["sigmoid"]
