"""Published mistakes on their page: an entry that does not do what it says, or is told in one language only, is refused."""

import pytest

from press.mistakes import result
from press.parts import mistakes as part
from press.rules import mistakes

LINES = {
    "id": "- id: sign",
    "topic": "  topic: losses",
    "wrong": '  wrong: "def f(x): return -x"',
    "right": '  right: "def f(x): return x"',
    "witness": "  witness: {call: f(2.0), wrong: -2.0, right: 2.0}",
    "seen": "  seen: 'someone/notebooks: loss.py (class Loss)'",
    "mended": "  mended: 'no'",
    "page": "  page: losses/hinge",
    "ko": "  ko:\n    title: 부호\n    wrong: >-\n      부호가 틀렸습니다.\n    notice: 부호를 보세요.",
    "en": "  en:\n    title: A sign\n    wrong: >-\n      The sign is wrong.\n    notice: Look at the sign.",
}
PITFALLS = "# A {{ #a }}\n\n## Pitfalls {{ #pitfalls }}\n\n{}\n\n## Then {{ #then }}\n\n{}\n"
LINK = "[A sign](../reference/mistakes.md#sign)"


@pytest.fixture
def told(little, tmp_path):
    """Make a book of one mistake, with other lines for some of its own."""

    def make(pages=(), **changes):
        made = little({"en/reference/mistakes": "{{ mistakes }}", **dict(pages)})
        (tmp_path / "docs" / "mistakes.yml").write_text("\n".join((LINES | changes).values()) + "\n", "utf-8")
        return made

    return make


def complaints(book):
    return [str(complaint) for complaint in mistakes.of_book(book)]


def test_an_entry_that_does_what_it_says(told):
    assert complaints(told()) == []


@pytest.mark.parametrize(
    ("field", "text", "expected"),
    [
        ("wrong", '  wrong: "def f(x): return -x * x"', "1: sign: the wrong code returns -4.0, not -2.0"),
        ("wrong", '  wrong: "def f(x): return -y"', "1: sign: the wrong code returns raises NameError, not -2.0"),
        ("right", '  right: "def f(x): return x +"', "1: sign: the right code returns raises SyntaxError, not 2.0"),
        ("witness", "  witness: {call: f(0.0), wrong: -0.0, right: 0.0}", "1: sign: the witness does not tell"),
        ("page", "  page: losses/hinges", "1: sign: there is no page losses/hinges"),
        ("ko", "  ko: {title: 부호, wrong: 부호입니다.}", "1: sign: ko lacks notice"),
        ("ko", "  ko: {title: 부호, wrong: 부호입니다., notice: ' '}", "1: sign: ko lacks notice"),
        ("en", "  en: {title: A, wrong: B is 7., notice: C.}", "14: nothing binds the number 7"),
        ("en", "  en:\n    title: A\n    wrong: >-\n      B.\n      It never ends.\n    notice: C.",
         "18: nothing is named that this"),
        ("en", "  en: {title: A, wrong: B is $y = 7$., notice: C.}", "14: the proofs have not executed this formula"),
        ("en", "  en: {title: A, wrong: 'B, as [here](../losses/none.md).', notice: C.}", "14: this link leads to"),
        ("ko", "  ko: {title: 경사하강법, wrong: 나., notice: 다.}", "9: write 경사 하강법 instead of 경사하강법"),
        ("ko", "  ko: {title: 가, wrong: '[7](=count)개입니다.', notice: 다.}", "lacks the number '7 (=count)'"),
    ],
)
def test_a_broken_entry_is_refused(told, field, text, expected):
    found = complaints(told(**{field: text}))
    assert any(f"docs/mistakes.yml:{expected}" in line or expected in line for line in found), found


def test_a_title_may_say_never(told):
    assert complaints(told(en="  en: {title: It never ends, wrong: B., notice: C.}")) == []


@pytest.mark.parametrize(("pitfalls", "after", "linked"), [(LINK, "", True), ("", LINK, False), ("", "", False)])
def test_the_page_links_to_its_mistake_from_its_pitfalls(told, pitfalls, after, linked):
    book = told({"en/losses/hinge": PITFALLS.format(pitfalls, after)})
    found = [str(complaint) for complaint in mistakes.of_page(book, book.pages["en", "losses/hinge"])]
    assert found == [] if linked else "link to reference/mistakes.md#sign in its pitfalls" in found[0]


def test_what_the_page_shows(told):
    shown = part.expand("{{ mistakes }}", told().pages["en", "reference/mistakes"], told())
    assert "### A sign { #sign }" in shown
    assert "```text\nf(2.0)\nWrong code: -2\nRight code: 2\n```" in shown
    assert "A public repository, `loss.py`. Not mended when it was looked up." in shown
    assert "someone" not in shown


def test_an_organization_is_named(told):
    book = told(seen="  seen: 'keras-team/keras: keras/metrics.py'", mended="  mended: '2018-09-11'")
    assert "keras-team/keras, `keras/metrics.py`. 2018-09-11에 고쳐졌습니다." in part.listing(book, "ko")


def test_what_runs_is_the_code_itself():
    assert result("def f(x): return np.sqrt(x)", "f(np.array([4.0, -1.0])).tolist()[0]") == 2.0
    assert result("def f(): raise KeyError", "f()") == "raises KeyError"


def test_the_site_tells_two_dozen_on_all_topics(book):
    assert len(book.mistakes) >= 24
    assert {entry["topic"] for entry in book.mistakes.values()} == set(part.ORDER)
    assert all(entry["mended"] in {"no", "yes", "gone", "unknown"} or entry["mended"][:2] == "20"
               for entry in book.mistakes.values())
