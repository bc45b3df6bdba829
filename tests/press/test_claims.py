"""A sentence that claims something names what it rests on."""

import pytest

from press.rules.claims import claiming_text, of_page, sentences

FRAME = """---
title: a
---

# A {{ #a }}

{sentence}

## Why { #why }

$$
y = 2x
$$

## Words { #words }

Plain.

## Sources { #sources }

- Glorot, [Understanding](https://example.org/glorot) (2010) { #glorot-2010 }
- Hearsay { #hearsay }
"""


def complaints(little, sentence, language="en"):
    page = FRAME.replace("{sentence}", sentence).replace("{{", "{").replace("}}", "}")
    book = little({f"{language}/t/page": page})
    return [str(complaint) for complaint in of_page(book, book.pages[language, "t/page"])]


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It learns because the slope is large."),
        ("en", "The slope is always positive."),
        ("en", "It never diverges."),
        ("en", "No line separates them."),
        ("en", "Adam is faster here."),
        ("en", "Tanh is steeper than the sigmoid."),
        ("en", "Only the sign flips."),
        ("ko", "기울기가 크기 때문입니다."),
        ("ko", "덕분에 빨리 배웁니다."),
        ("ko", "기울기는 항상 양수입니다."),
        ("ko", "절대 0이 되지 않습니다."),
        ("ko", "어떤 직선도 두 클래스를 나누지 못합니다."),
        ("ko", "모든 층이 같습니다."),
        ("ko", "합은 늘 1입니다."),
        ("ko", "나눌 수 없습니다."),
        ("ko", "SGD보다 빠릅니다."),
        ("ko", "학습이 더 빠릅니다."),
        ("ko", "합은 늘 그대로이고\n부호만 바뀌는 까닭이 있습니다."),
    ],
)
def test_a_claim_without_evidence_is_named(little, language, sentence):
    found = complaints(little, sentence, language)
    assert len(found) == 1
    assert "nothing is named that this rests on" in found[0]
    assert found[0].startswith(f"docs/{language}/t/page.md:7: ")


@pytest.mark.parametrize("mark", ["#why", "page#why", "#glorot-2010", "plain", "t/plain", "ablated", "definition"])
def test_evidence_that_stands(little, mark):
    assert complaints(little, f"It learns because the slope is large.{{by {mark}}}") == []


@pytest.mark.parametrize(
    ("mark", "expected"),
    [
        ("nothing", "no proof holds the claim nothing"),
        ("#nowhere", "has the anchor #nowhere"),
        ("#words", "the section #words derives nothing"),
        ("#hearsay", "the source #hearsay has no address"),
        ("other#why", "there is no page other"),
        ("random", "gives a cause, but random holds no ablation"),
    ],
)
def test_evidence_that_does_not_stand(little, mark, expected):
    found = complaints(little, f"It learns because the slope is large.{{by {mark}}}")
    assert len(found) == 1
    assert expected in found[0]


def test_random_evidence_without_an_ablation_carries_a_comparison(little):
    assert complaints(little, "Adam is faster here.{by random}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A plain sentence.", "A yes-or-no question, other than that.", "![always](figures/t/a.py)", "`never` in code",
        "## Always { #always }", "Is it always so?", "**Why does it never end?**",
    ],
)
def test_what_claims_nothing(little, sentence):
    assert complaints(little, sentence) == []


def test_sentences_end_where_readers_end_them():
    text = "It is 0.25, always. See [never](x.md). So.\n\n- It is only one.{by a}\n- Two\n  lines because.{by b} {by c}\n\nNone"
    found = sentences(claiming_text(text), "en")
    assert [(sentence.text, sentence.marks) for sentence in found] == [
        ("It is 0.25, always.", ()), ("See [never] .", ()), ("- It is only one.", ("a",)),
        ("- Two lines because.", ("b", "c")), ("None", ()),
    ]
