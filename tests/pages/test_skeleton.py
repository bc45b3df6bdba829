"""The Korean and the English page share one skeleton."""

import pytest

from complaints import hold
from pages.skeleton import differences, parts
from report import ROOT
from translations import pages

PAGES = sorted(page for page in pages("ko") if page.endswith(".md"))
PAGE = """---
title: A title
description: A description
notes: [C7]
---
# One { #one }

Here $x$ and $y$, then [a link](two.md#there) and a footnote[^a].

```python exec="on"
--8<-- "a/b.py"
# no heading
```

![alt](figures/a/b.py)

{{ note C7 }}

$$
x = \\text{words} + 1
$$

!!! tip "A tip"
    ## Two { #two }

=== "Keras"
    text

[^a]: A source.
"""


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_have_one_skeleton(page):
    ko, en = ((ROOT / "docs" / language / page).read_text("utf-8") for language in ("ko", "en"))
    hold(differences(f"docs/ko/{page}", ko, f"docs/en/{page}", en))


def test_every_part_is_seen():
    kinds = [part.kind for part in parts(PAGE)]
    assert kinds == ["heading", "code", "figure", "card", "formula", "box", "tab"]


def test_prose_may_differ():
    other = PAGE.replace("words", "말").replace("# One", "# 하나").replace("Here $x$ and $y$", "$y$와 $x$")
    assert differences("ko.md", PAGE, "en.md", other) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("# One { #one }", "# One", "b.md:6: the heading has no anchor"),
        ("{ #one }", "{ #eins }", "a.md:6: the heading '# #one' stands where b.md:6 has the heading '# #eins'"),
        ("# One {", "## One {", "b.md:6 has the heading '## #one'"),
        ('"a/b.py"', '"a/c.py"', "First difference: '--8<-- \"a/b.py\"' and '--8<-- \"a/c.py\"'"),
        ("figures/a/b.py", "figures/a/c.py", "the figure 'figures/a/b.py' stands where"),
        ("{{ note C7 }}", "", "a.md:17: the card 'note C7' stands where"),
        ("+ 1", "+ 2", "a.md:19: the formula 'x = \\text{} + 1' stands where b.md:19"),
        ("!!! tip", "!!! note", "the box '!!! tip' stands where"),
        ('=== "Keras"\n    text\n', "", "a.md:26: the tab '===' is missing at the end of b.md"),
        ("{{ note C7 }}", "{{ explorer softmax }}", "b.md:17 has the card 'explorer softmax'"),
        ("$y$", "y", "a.md:8: b.md lacks the inline formula '$y$'"),
        ("$y$", "$y$ or $y$", "b.md:8: a.md lacks the inline formula '$y$'"),
        ("two.md#there", "two.md", "a.md:8: b.md lacks the link 'two.md#there'"),
        ("footnote[^a]", "footnote", "b.md lacks the link '^a'"),
        ("notes: [C7]", "notes: [C8]", "a.md:1: 'notes' is ['C7'], but ['C8'] in b.md"),
        ("description: A description\n", "", "b.md:1: the front matter has no description"),
        ("title: A title", "title:", "b.md:1: the front matter has no title"),
    ],
)
def test_a_difference_is_named(old, new, expected):
    assert old in PAGE
    messages = differences("a.md", PAGE, "b.md", PAGE.replace(old, new))
    assert any(expected in message for message in messages), messages


def test_an_anchor_stands_once():
    doubled = PAGE + "\n## Again { #one }\n"
    assert "a.md:31: the anchor #one stands twice on this page" in differences("a.md", doubled, "b.md", doubled)[0]
