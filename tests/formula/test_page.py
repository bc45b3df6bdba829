"""The formulas of a page are found, and none of them escapes."""

import pytest

from press.formula.meanings import Of, Reals
from press.formula.page import Meaning, execute_page, formulas_of

PAGE = r"""---
title: costs $5 = 6$
---

# Page { #top }

Inline $x$ and `code $1 = 2$`, `` a ` $1 = 2$ ``, 5 $ and 6 $, \$1 = 2\$ too.

```python
"$1 = 2$"
```

## Section { #section }

$$
y = x + 1
$$

Broken over $y - 1
= x$ a line; the value $2x$.
"""
SCOPE = {"x": Reals(), "y": Of(lambda x: x + 1)}


def failures(page, **parts):
    return [str(r.failure) for r in execute_page(page, Meaning(**{"scope": SCOPE, **parts})) if r.failure]


def test_formulas_are_found_with_their_places():
    found = formulas_of(PAGE)
    assert [(f.latex, f.display, f.line, f.section) for f in found] == [
        ("x", False, 7, "top"),
        ("y = x + 1", True, 15, "section"),
        ("y - 1\n= x", False, 19, "section"),
        ("2x", False, 20, "section"),
    ]


def test_every_formula_with_a_relation_is_executed_and_values_are_asked_for():
    assert failures(PAGE) == ["an expression without a proven value: '2x'"]
    assert failures(PAGE, values={"2x": Of(lambda x: x + x)}) == []
    results = execute_page(PAGE, Meaning(SCOPE, values={"2x": Of(lambda x: x + x)}))
    assert [r.checked.comparisons["oracle"] if r.checked else None for r in results] == [None, 24, 24, 24]


@pytest.mark.parametrize(
    ("formula", "complaint"),
    [("$q$", "what is q"), ("$q = 1$", "what is q"), ("$y = x$", "does not hold"), ("$$ x $$", "without a proven value"),
     (r"$x \foo y$", "unknown notation"), ("$2$", "without a proven value")],
)  # fmt: skip
def test_a_new_formula_is_executed_or_fails(formula, complaint):
    (failure,) = failures(f"# T {{ #t }}\n\n{formula}\n")
    assert complaint in failure


def test_a_section_and_a_formula_may_have_meanings_of_their_own():
    page = "# A { #a }\n\n$x = 1$\n\n# B { #b }\n\n$x = 2$ and $x = 3$\n"
    assert len(failures(page)) == 3
    assert failures(page, sections={"a": {"x": 1}, "b": {"x": 2}}, formulas={"x = 3": {"x": 3}}) == []


def test_what_is_declared_is_not_executed_but_named():
    page = "# A { #a }\n\n$1 = 2$\n"
    (result,) = execute_page(page, Meaning(SCOPE, declared={"1 = 2": "what a beginner writes"}))
    assert result.declared == "what a beginner writes"
    assert result.failure is result.checked is None


@pytest.mark.parametrize(
    "parts",
    [{"formulas": {"a = b": {}}}, {"values": {"3": 3}}, {"declared": {"1 = 2": "gone"}}, {"sections": {"gone": {}}}],
)
def test_a_meaning_of_what_is_not_on_the_page_is_a_failure(parts):
    assert len(failures("# A { #a }\n\n$x$\n", **parts)) == 1
