"""An anchor stands where it becomes one: behind a heading, or close behind a link."""

import pytest

from press.rules import links


def named(little, line):
    """Return what is said of a page with one line."""
    book = little({"ko/a": f"---\ntitle: A\n---\n\n# One {{ #one }}\n\n{line}\n"})
    return [str(complaint) for complaint in links.of_page(book, book.pages["ko", "a"])]


@pytest.mark.parametrize("line", [
    "- He, [Rectifiers](https://arxiv.org/abs/1502.01852) (2015): what it is { #he-2015 }",
    "- He, [Rectifiers](https://arxiv.org/abs/1502.01852) { #he-2015 }",
    "A paragraph. { #here }",
])
def test_an_anchor_that_would_be_printed_is_named(little, line):
    messages = named(little, line)
    assert len(messages) == 1
    assert "docs/ko/a.md:7: the anchor" in messages[0]
    assert "would be printed as text" in messages[0]


@pytest.mark.parametrize("line", [
    "- He, [Rectifiers](https://arxiv.org/abs/1502.01852){ #he-2015 } (2015): what it is",
    "## Two { #two }",
    "In code it is `[x](y) { #z }`.",
])
def test_an_anchor_in_its_place_is_not(little, line):
    assert named(little, line) == []


def test_a_binding_that_nothing_reads_is_named(little):
    assert "docs/ko/a.md:7: this is no binding" in named(little, "Take [`s[:, 0]`](=name) of it.")[0]
    assert named(little, "Take [`(N, 1)`](=name) of it.") == []
