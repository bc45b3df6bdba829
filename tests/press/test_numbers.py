"""A number is bound to what it states; and a changed digit is noticed."""

from decimal import Decimal

import pytest

from press import numbers
from press.rules.numbers import mismatch, numbers_of, of_text, texts


@pytest.mark.parametrize(
    ("text", "found"),
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
def test_numbers_of_a_text(text, found):
    assert [number.text for number in numbers.in_text(text)] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [("60,000", "60000"), ("12.5%", "0.125"), ("−2.0", "-2.0"), ("1.5e-06", "0.0000015"), ("+3", "3")],
)
def test_value_of_a_number(text, value):
    assert numbers.value(text) == Decimal(value)


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
    assert numbers.agrees(printed, Decimal(proven)) is agree


@pytest.mark.parametrize(
    "text",
    [
        "It is [0.25](=idea.y[0]) and [-1.5](=idea.y[1]), so [1.5](=-idea.y[1]).",
        "[469](=idea.y[2]) steps, [469](=t/idea.y[-1]) again, [1](=range.upper) at most",
        "the shape [`(2, 2)`](=idea.W.shape) with [4](=idea.W.size) numbers and [2](=idea.W.ndim) axes",
        "[2](=idea.W.shape[0]) rows, [2](=idea.W.shape[-1]) columns",
        "[3](=idea.W[1][0]), [3](=idea.W[1,0]), the row [3 and 4](=idea.W[1])",
        "[2.7%](=idea.share), [3%](=idea.share), [0.03](=idea.share), [about 0](=idea.share)",
        "[1/4](=idea.y[0]) and [0.250](=idea.y[0])",
        "[30](=analogy) minutes, [2-2-2](=name)",
        "shown (1986), not a result",
        "x1, w_2",
        "| a | [0.25](=idea.y[0]) |\n|---|--:|",
        "![peak [0.25](=idea.y[0])](figures/a/b.py)",
        "[three](page-3.md#part-4) { #h-5 } <a id='6'>, $7x = 8$, https://x.org/9",
        "```python exec=\"on\"\nimport inspect\nfrom dlnotes.losses import f1\nprint(inspect.getsource(f1))\n```",
        "{{ note C7 }}\n<!-- 12 -->",
    ],
)
def test_what_is_bound_or_states_no_result(little, text):
    book = little({"ko/t/page": f"---\ntitle: a\n---\n{text}\n"})
    page = book.pages["ko", "t/page"]
    assert [complaint for part, offset in texts(page) for complaint in of_text(part, page.place, offset, "t", book)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\nIt is 0.25.", "docs/ko/t/page.md:5: nothing binds the number 0.25. Write [0.25](=example.variable)"),
        ("`0.5` in code", "nothing binds the number 0.5"),
        ("```text\n0.5\n```", "nothing binds the number 0.5"),
        ("[0.26](=idea.y[0])", "0.26 is printed, but the proven value is 0.25 (idea.y[0] of examples/t/idea)."),
        ("[468](=idea.y[2])", "468 is printed, but the proven value is 469"),
        ("[1/3](=idea.y[0])", "1/3 is printed, but the proven value is 0.25"),
        ("[`(2, 3)`](=idea.W.shape)", "3 is printed, but the proven value is 2"),
        ("[1.5](=idea.y[1])", "1.5 is printed, but the proven value is -1.5"),
        ("[3](=idea.share)", "3 is printed, but the proven value is 0.02659"),
        ("[1 and 2](=idea.y[0])", "states 2 numbers, but the quantity has 1"),
        ("[7](=idea.guess)", "computes guess, but its proof does not verify it"),
        ("[7](=idea.nothing)", "examples/t/idea has no nothing. It has y, W, share, guess, many"),
        ("[7](=nowhere.y)", "no example, fact or figure is named nowhere"),
        ("[7](=idea.y[3])", "idea.y[3] is outside the array of shape (3,)"),
        ("[7](=idea.y[0][0])", "has more indices than the 1 axes of the array"),
        ("[2](=idea.W[0].size)", "asks for the size of a part"),
        ("[7](=idea.many[0])", "names too many numbers"),
        ("[7](=idea)", "idea is no name of a quantity"),
        ("[7](=u/idea.y)", "no example, fact or figure is named idea"),
    ],
)
def test_what_is_wrong_is_named(little, text, expected):
    book = little({"ko/t/page": f"---\ntitle: a\n---\n{text}\n"})
    page = book.pages["ko", "t/page"]
    found = [str(complaint) for part, offset in texts(page) for complaint in of_text(part, page.place, offset, "t", book)]
    assert len(found) == 1
    assert expected in found[0]


def test_the_title_and_the_description_are_read(little):
    book = little({"ko/t/page": "---\ntitle: The 0.25\ndescription: Up to 7\n---\ntext 9"})
    page = book.pages["ko", "t/page"]
    found = [number for part, _ in texts(page) for number in numbers_of(part, book.declared)]
    assert [number.text for number in found] == ["0.25", "7", "9"]


def test_inputs_are_what_was_typed():
    source = (
        "a = 2\nb = -a\nx = np.array([a, 0.5])\ny = f(x)\nfit(learning_rate=0.1, x=a)\nfor i in range(3):\n    c = 1\n"
        "z = x @ x\ncount = 0\ncount += 1\nd = 2 * 3"
    )
    names, keywords = numbers.inputs(source)
    assert names == {"a", "b", "x", "c", "d"}
    assert keywords == {"learning_rate": 0.1}


def changed(text):
    """Return a number with each of its digits changed in turn."""
    for place, character in enumerate(text):
        if character.isdigit():
            yield f"{text[:place]}{(int(character) + 1) % 10}{text[place + 1:]}"


def everything_stated(book):
    """Return (number, topic) of every number of every page, card, definition and docstring."""
    found = [
        (number, page.topic)
        for page in book.pages.values()
        for part, _ in texts(page)
        for number in numbers_of(part, book.declared)
    ]
    for entry in (book.ledger[note] for note in book.answered):
        for text in entry.get("truth", {}).values():
            found += [(number, entry["page"].rpartition("/")[0]) for number in numbers_of(text, book.declared)]
    found += [(number, text.module) for text in book.docstrings for number in numbers_of(text.words, book.declared)]
    definitions = [term[f"definition_{language}"] for term in book.glossary for language in ("ko", "en")]
    return found + [(number, "") for text in definitions for number in numbers_of(text, book.declared)]


def test_a_changed_digit_is_noticed(book):
    stated = everything_stated(book)
    bound = [(number, topic) for number, topic in stated if number.how == "bound"]
    tried = noticed = 0
    for number, topic in bound:
        for text in changed(number.text):
            tried += 1
            noticed += mismatch(number._replace(text=text), topic, book.quantities) is not None
    declared = [number for number, _ in stated if number.how == "declared"]
    kinds = {name: sum(number.name == name for number in declared) for name in sorted({number.name for number in declared})}
    print(f"{noticed} of {tried} changed digits of {len(bound)} bound numbers are noticed; {len(declared)} declared: {kinds}")
    assert tried > 1000
    assert noticed / tried >= 0.99
    by_kind = [number for number in declared if number.name in book.declared.kinds]
    assert len(by_kind) <= 0.1 * len(stated)
