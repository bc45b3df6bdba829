"""Search finds what people type: queries of learners, with typing errors, joined words and other names for a term."""

import csv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLACES = 3              # a hit is a page among the first three
WANTED = 0.95
ASK = """async (queries) => {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const index = new URL(config.base.replace(/\\/?$/, "/") + "search/search_index.json", location.href);
  const {config: settings, docs} = await (await fetch(index)).json();
  const worker = new Worker(new URL(config.search, location.href));
  const ask = message => new Promise(answer => {
    worker.onmessage = event => answer(event.data);
    worker.postMessage(message);
  });
  await ask({type: 0, data: {config: settings, docs, options: {suggest: true}}});
  const found = [];
  for (const query of queries) {
    const {data} = await ask({type: 2, data: query});
    found.push(data.items.map(pages => pages[0].location.split("#")[0]));
  }
  return found;
}"""

pytestmark = pytest.mark.browser


def queries():
    """Return the queries whose expected page exists."""
    with (Path(__file__).parent / "queries.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [row for row in rows if (ROOT / "docs" / "ko" / f"{row['expected_page']}.md").exists()]


def address_of(page):
    """Return the address of a page below its language's root."""
    return page.removesuffix("index") if page.endswith("index") else f"{page}/"


def test_what_people_type_finds_its_page(visit):
    asked, missed = queries(), []
    for language, root in (("ko", "index.html"), ("en", "en/index.html")):
        mine = [row for row in asked if row["lang"] == language]
        answers = visit().open(root).evaluate(ASK, [row["query"] for row in mine])
        for row, found in zip(mine, answers, strict=True):
            if address_of(row["expected_page"]) not in found[:PLACES]:
                missed.append(f"{row['query']}: {row['expected_page']} is not among {found[:PLACES]}")
    share = 1 - len(missed) / len(asked)
    print(f"hit@{PLACES}: {share:.1%} of {len(asked)} queries")
    assert len(asked) >= 20
    assert share >= WANTED, f"only {share:.1%} of {len(asked)} queries:\n" + "\n".join(missed)


def test_a_joined_word_finds_the_spaced_term(visit):
    found = visit().open("index.html").evaluate(ASK, ["경사하강법", "연쇄법칙", "옵티마이저"])
    assert all(found), found


def test_the_index_and_its_reader_wait_until_search_is_used(visit):
    desk = visit(viewport={"width": 1280, "height": 900})
    page = desk.open("activations/sigmoid/index.html", until="networkidle")
    assert not [url for url in desk.requests if "search" in url]
    page.keyboard.press("f")
    page.keyboard.type("경사하강법", delay=20)
    page.locator(".md-search-result__item").first.wait_for()
    assert [url for url in desk.requests if "search_index" in url]


@pytest.mark.parametrize("root", ["index.html", "en/index.html"])
def test_no_beginning_of_a_word_makes_the_search_fail(visit, root):
    one = visit()
    one.open(root).evaluate(ASK, [*"abcdefghijklmnopqrstuvwxyz0123456789가기나다라마바사아자차카타파하", "axis", "w1*x1"])
    assert one.troubles == []
