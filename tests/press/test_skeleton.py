"""The Korean and the English page share one skeleton."""

import pytest

from press.rules.skeleton import differences, parts

PAGE = """---
title: A title
description: A description
---
# One { #one }

Here $x$ and $y$, then [a link](two.md#there) and a footnote[^a], [2.5](=b.y).

```python exec="on"
import inspect
# no heading
```

{{ example a/b }}

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


def compared(little, ours, theirs):
    """Return what is said of two pages, as text."""
    book = little({"ko/a": ours, "en/a": theirs})
    return [str(complaint) for complaint in differences(book.pages["ko", "a"], book.pages["en", "a"])]


def test_every_part_is_seen(little):
    kinds = [part.kind for part in parts(little({"ko/a": PAGE}).pages["ko", "a"])]
    assert kinds == ["heading", "code", "card", "figure", "card", "formula", "box", "tab"]


def test_prose_may_differ(little):
    other = PAGE.replace("words", "말").replace("# One", "# 하나").replace("Here $x$ and $y$", "$y$와 $x$")
    assert compared(little, PAGE, other) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("# One { #one }", "# One", "en/a.md:5: the heading has no anchor"),
        ("{ #one }", "{ #eins }", "ko/a.md:5: the heading '# #one' stands where docs/en/a.md:5 has the heading '# #eins'"),
        ("# One {", "## One {", "docs/en/a.md:5 has the heading '## #one'"),
        ("# no heading", "# two", "First difference: '# no heading' and '# two'"),
        ("example a/b", "example a/c", "the card 'example a/b' stands where docs/en/a.md:14 has the card 'example a/c'"),
        ("figures/a/b.py", "figures/a/c.py", "the figure 'figures/a/b.py' stands where"),
        ("{{ note C7 }}", "", "ko/a.md:18: the card 'note C7' stands where"),
        ("+ 1", "+ 2", "ko/a.md:20: the formula 'x = \\text{} + 1' stands where docs/en/a.md:20"),
        ("!!! tip", "!!! note", "the box '!!! tip' stands where"),
        ('=== "Keras"\n    text\n', "", "ko/a.md:27: the tab '===' is missing at the end of docs/en/a.md"),
        ("{{ note C7 }}", "{{ explorer softmax }}", "docs/en/a.md:18 has the card 'explorer softmax'"),
        ("$y$", "y", "ko/a.md:7: docs/en/a.md lacks the inline formula '$y$'"),
        ("$y$", "$y$ or $y$", "en/a.md:7: docs/ko/a.md lacks the inline formula '$y$'"),
        ("two.md#there", "two.md", "ko/a.md:7: docs/en/a.md lacks the link 'two.md#there'"),
        ("footnote[^a]", "footnote", "docs/en/a.md lacks the link '^a'"),
        ("[2.5](=b.y)", "2.5", "ko/a.md:7: docs/en/a.md lacks the number '2.5 (=b.y)'"),
        ("[2.5](=b.y)", "[2.6](=b.y)", "en/a.md:7: docs/ko/a.md lacks the number '2.6 (=b.y)'"),
        ("description: A description\n", "", "en/a.md:1: the front matter has no description"),
        ("title: A title", "title:", "en/a.md:1: the front matter has no title"),
    ],
)
def test_a_difference_is_named(little, old, new, expected):
    assert old in PAGE
    messages = compared(little, PAGE, PAGE.replace(old, new))
    assert any(expected in message for message in messages), messages


def test_an_anchor_stands_once(little):
    doubled = PAGE + "\n## Again { #one }\n"
    assert "docs/ko/a.md:32: the anchor #one stands twice on this page" in compared(little, doubled, doubled)[0]
