"""The built site as a reader sees it, in headless Chromium: run by ``pytest -m browser``."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from site_pages import language, twin

from complaints import hold
from press.book import ROOT

pytestmark = pytest.mark.browser
DARK = {"default": "light", "slate": "dark"}
WIDE = """() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  return wide <= 0 ? [] : [...document.querySelectorAll('body *')]
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .slice(0, 5).map(e => `${e.tagName.toLowerCase()}.${e.getAttribute('class') || ''}`);
}"""
VISIBLE = "elements => elements.filter(e => !e.checkVisibility()).map(e => e.outerHTML.slice(0, 120))"


@pytest.mark.parametrize("width", [360, 320])
def test_no_page_scrolls_sideways_on_a_phone(site, visit, width):
    phone = visit(viewport={"width": width, "height": 740})
    hold([f"{path} at {width} px: {wide} stick out" for path in site.pages if (wide := phone.open(path).evaluate(WIDE))])


def test_nothing_is_missing_and_nothing_leaves_the_host(site, visit, address):
    desk = visit()
    for path in site.pages:
        desk.open(path, until="networkidle")
    hold(desk.troubles + [f"{url} is on another host" for url in desk.requests if not url.startswith((address, "data:"))])


def test_everything_is_readable_without_javascript(site, visit):
    plain = visit(java_script_enabled=False)
    for path in site.pages:
        page = plain.open(path)
        assert page.locator("article").inner_text().strip(), path
        for kind in ("h1, h2, h3", "p.verified", "svg.figure", "math"):
            hidden = page.locator(f"article :is({kind})").evaluate_all(VISIBLE)
            folded = page.locator(f"article :is(details, .tabbed-block) :is({kind})").evaluate_all(VISIBLE)
            assert len(hidden) == len(folded), f"{path}: not visible without JavaScript: {hidden}"
        for block in page.locator("article .tabbed-block, article details").all():
            assert block.inner_text() is not None
        assert page.locator("article > .highlight pre").evaluate_all(VISIBLE) == [], path


def test_tabs_work_without_javascript(site, visit):
    plain = visit(java_script_enabled=False, viewport={"width": 1200, "height": 900})
    for path in (path for path, page in site.pages.items() if page.select(".tabbed-set")):
        page = plain.open(path)
        for number, label in enumerate(page.locator(".tabbed-set").first.locator(".tabbed-labels label").all()):
            label.click()
            assert page.locator(".tabbed-set").first.locator(".tabbed-block").nth(number).is_visible(), path


def test_copy_button_copies_the_program(site, visit):
    path = "activations/sigmoid/index.html"
    source = ((ROOT / "docs" / "examples") / "activations" / "sigmoid.py").read_text("utf-8")
    desk = visit(permissions=["clipboard-read", "clipboard-write"])
    page = desk.open(path)
    block = page.locator(".highlight", has_text="sigmoid(x)").filter(has_text="np.array([-1000.0").first
    block.hover()
    block.locator("button.md-clipboard, .md-code__button[data-md-type='copy']").first.click()
    page.wait_for_timeout(200)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.rstrip("\n") == source.rstrip("\n")


def test_language_switch_stays_on_the_page_and_leads_back(site, visit, address):
    desk = visit()
    for path in (path for path in site.pages if language(path) == "ko"):
        page = desk.open(path)
        for expected in (twin(path), path):
            page.locator("a.language-switch").click()
            page.wait_for_url(address + expected.removesuffix("index.html"))
            assert page.evaluate("document.documentElement.lang") == language(expected)
    hold(desk.troubles)


def test_palettes_switch_and_figures_follow(visit):
    desk = visit(color_scheme="light")
    page = desk.open("activations/sigmoid/index.html")
    curve = page.locator("svg.figure path[style*='--plot-1'], svg.figure path[stroke*='--plot-1']").first
    seen = {}
    for scheme in DARK:
        assert page.evaluate("document.body.dataset.mdColorScheme") == scheme
        stroke = curve.evaluate("e => getComputedStyle(e).stroke")
        assert stroke == page.evaluate(COLOUR_OF_PLOT_1)
        seen[scheme] = (stroke, page.evaluate("getComputedStyle(document.body).backgroundColor"))
        page.locator("form[data-md-component=palette] label:visible").click()
    assert len(set(seen.values())) == 2
    assert seen["default"][0] != seen["slate"][0]


COLOUR_OF_PLOT_1 = """() => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--plot-1)';
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}"""


def test_the_other_language_keeps_the_palette_and_the_section(visit):
    desk = visit(color_scheme="light")
    page = desk.open("activations/sigmoid/index.html")
    page.locator("label[for^=__palette]:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.goto(page.url.split("#")[0] + "#derivative")
    page.locator("a.language-switch").click()
    page.wait_for_url("**/en/activations/sigmoid/#derivative")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_the_chosen_framework_is_remembered(visit):
    desk = visit()
    page = desk.open("activations/sigmoid/index.html")
    page.locator(".tabbed-labels label", has_text="PyTorch").first.click()
    page = desk.open("activations/relu/index.html")
    page.wait_for_timeout(500)
    assert page.locator(".tabbed-block", has_text="torch").first.is_visible()


def test_dark_is_chosen_for_a_reader_who_prefers_it(visit):
    page = visit(color_scheme="dark").open("en/index.html")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_dark_does_not_wait_for_the_script_and_light_can_be_chosen_and_stays(visit):
    desk = visit(color_scheme="dark")
    desk.page.route("**/bundle.*.js", lambda route: route.abort())
    page = desk.open("en/index.html")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    page.unroute("**/bundle.*.js")
    page.reload()
    page.locator("label[for^=__palette]:visible").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"
    page = desk.open("en/network/index.html")
    assert page.evaluate("document.body.dataset.mdColorScheme") == "default"


@pytest.mark.parametrize("path", ["network/perceptron/index.html", "en/reference/api/index.html"])
def test_each_element_is_styled_about_once(visit, browser, path):
    """Left alone, the theme's script makes the browser style all of them four times more."""
    desk = visit(viewport={"width": 412, "height": 823})
    browser.start_tracing(page=desk.page, categories=["devtools.timeline"])
    page = desk.open(path)
    page.wait_for_timeout(1000)
    events = json.loads(browser.stop_tracing())["traceEvents"]
    styled = sum(event["args"].get("elementCount", 0) for event in events if event["name"] == "UpdateLayoutTree")
    assert 0 < styled < 2.5 * page.locator("*").count()


def test_formulas_use_the_site_own_font(visit, address):
    desk = visit()
    page = desk.open("en/activations/sigmoid/index.html")
    fonts = [url for url in desk.requests if url.endswith(".woff2")]
    assert fonts
    assert all(url.startswith(address) for url in fonts)
    assert page.evaluate("[...document.fonts].some(f => f.family.includes('Doc Math') && f.status == 'loaded')")
    assert "Doc Math" in page.locator("math").first.evaluate("e => getComputedStyle(e).fontFamily")


def one_line(text):
    """Return a text without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["ko", "en"])
def test_accessibility(site, visit, name, scheme):
    phone = visit(color_scheme=scheme, viewport={"width": 320, "height": 640})
    messages = []
    for path in (path for path in site.pages if language(path) == name):
        page = phone.open(path)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        messages += [
            f"{path} ({scheme}): {violation['id']}: {one_line(node['html'])[:160]}: {one_line(node['failureSummary'])[:300]}"
            for violation in found
            for node in violation["nodes"][:2]
        ]
    hold(messages)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_cheat_sheet_is_one_sheet_of_paper(visit, prefix):
    printed = visit().open(f"{prefix}reference/cheatsheet/index.html").pdf(format="A4", prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == 1


def test_page_not_found_is_useful(visit):
    desk = visit()
    page = desk.open("no/such/page/")
    assert page.locator("article a").count() >= 6
    page.locator("article a").first.click()
    page.wait_for_load_state()
    assert page.locator("h1").inner_text()


PROVEN = "en/activations/sigmoid/index.html"


def test_proofs_are_shown_by_a_switch_that_is_remembered(site, visit):
    desk = visit()
    page = desk.open(PROVEN)
    switch = page.get_by_role("button", name="Show proofs")
    numbers, claims = (len(site.pages[PROVEN].select(f"data.{kind}")) for kind in ("number", "rests"))
    assert numbers > 20
    assert claims > 5
    assert page.locator(".proof-link").count() == 0
    switch.focus()
    page.keyboard.press("Enter")
    assert switch.get_attribute("aria-pressed") == "true"
    assert page.locator(".proof-link").count() == numbers + claims
    page = desk.open("activations/relu/index.html")
    assert page.locator(".proof-link").count() > 20
    page.get_by_role("button", name="증명 표시").click()
    assert page.locator(".proof-link").count() == 0
    assert desk.open(PROVEN).locator(".proof-link").count() == 0
    hold(desk.troubles)


def test_a_number_leads_to_its_quantity_sources_and_error(visit):
    page = visit().open(PROVEN)
    page.get_by_role("button", name="Show proofs").click()
    page.locator("data.number[value=activations-sigmoid-maximum] .proof-link", has_text="1/4").first.click()
    page.wait_for_url("**/en/reference/verification/#activations-sigmoid-maximum")
    row = page.locator("#activations-sigmoid-maximum").locator("xpath=ancestor::p/following::table[1]")
    assert "sigmoid'(x), largest" in row.inner_text()
    assert "central differences in 50 digits" in row.inner_text()


def test_without_javascript_only_the_switch_is_missing(visit):
    page = visit(java_script_enabled=False).open(PROVEN)
    assert page.locator(".proof-switch").count() == 0
    assert page.locator("data.number").first.inner_text().strip()
