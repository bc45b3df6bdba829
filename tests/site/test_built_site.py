"""The built site: two languages of the same pages, nothing from elsewhere, everything in its place."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from site_pages import HOME, in_style, language, loads, parse, target, twin, words
from tree import ADDRESS, PUBLISHED, build

from complaints import hold
from press.book import ROOT, Book

SWITCH = "a.language-switch"


@pytest.fixture(scope="module")
def sources(site):
    """The page of the book behind each built page."""
    pages = {(page.language, page.address): page for page in Book().pages.values()}
    return {path: pages[language(path), path.removeprefix("en/").removesuffix("index.html")] for path in site.pages}


def test_navigation_names_every_page_by_its_title(site, sources):
    messages = []
    for path, page in site.pages.items():
        for link in page.select("nav.md-nav--primary a.md-nav__link[href]"):
            to = target(path, link["href"])
            source = sources.get(to)
            name = " ".join(link.get_text().split())
            if source and not link["href"].startswith("#") and name != (source.meta.get("short") or source.meta["title"]):
                messages.append(f"{path} calls {to} {name!r}")
    hold(messages)


def test_both_languages_have_the_same_pages(site):
    assert len(site.pages) >= 12
    hold([f"{path} has no twin {twin(path)}" for path in site.pages if twin(path) not in site.pages])


def test_every_source_is_a_page(site, sources):
    assert {page.path for page in sources.values()} == {page.path for page in Book().pages.values()}


def test_nothing_is_loaded_from_another_host(site):
    messages = [
        f"{path} loads {address}"
        for path, page in site.pages.items()
        for address in loads(page)
        if target(path, address) is None
    ]
    for style in sorted(site.folder.rglob("*.css")):
        place = style.relative_to(site.folder).as_posix()
        messages += [f"{place} loads {url}" for url in in_style(style.read_text("utf-8")) if target(place, url) is None]
    hold(messages)


def test_no_script_in_a_page_names_an_address(site):
    hold([
        f"{path}: an inline script names {found[0]}"
        for path, page in site.pages.items()
        for script in page.find_all("script", src=False)
        if (found := re.search(r"https?://[^\s\"']+", script.get_text()))
    ])


def test_what_a_page_loads_or_links_to_exists(site):
    hold([
        f"{path}: {address} leads to {target(path, address)}, which does not exist"
        for path, page in site.pages.items()
        for address in {*loads(page), *(link["href"] for link in page.find_all("a", href=True))}
        if target(path, address) and not (site.folder / target(path, address)).exists()
    ])


def test_every_address_within_a_page_exists(site):
    ids = {path: {element["id"] for element in page.find_all(id=True)} for path, page in site.pages.items()}
    hold([
        f"{path}: {link['href']} leads to an anchor that does not exist"
        for path, page in site.pages.items()
        for link in page.find_all("a", href=re.compile("#."))
        if (place := target(path, link["href"])) in ids and link["href"].split("#")[1] not in ids[place]
    ])


def test_ids_are_unique_in_a_page(site):
    for path, page in site.pages.items():
        ids = [element["id"] for element in page.find_all(id=True)]
        hold([f"{path}: the id {name} stands {ids.count(name)} times" for name in set(ids) if ids.count(name) > 1])


def test_language_of_the_page(site):
    assert {path: page.html["lang"] for path, page in site.pages.items()} == {path: language(path) for path in site.pages}


@pytest.mark.parametrize("name", ["ko", "en"])
def test_titles_and_descriptions_are_unique(site, name):
    pages = [page for path, page in site.pages.items() if language(path) == name]
    titles = [page.title.get_text(strip=True) for page in pages]
    descriptions = [page.find("meta", attrs={"name": "description"})["content"].strip() for page in pages]
    assert all(titles)
    assert all(descriptions)
    assert len(set(titles)) == len(titles)
    assert len(set(descriptions)) == len(descriptions)


def alternates(page):
    """Return {language: address} of a page's alternates."""
    return {link["hreflang"]: link["href"] for link in page.select('head link[hreflang]')}


def test_alternates_are_the_page_and_its_twin(site):
    for path, page in site.pages.items():
        found = {name: target(path, address) for name, address in alternates(page).items()}
        assert found == {language(path): path, language(twin(path)): twin(path)}


@pytest.mark.slow
def test_alternates_are_absolute_where_the_address_is_known(published_site):
    for path, page in published_site.pages.items():
        found = alternates(page)
        assert all(address.startswith(ADDRESS) for address in found.values())
        places = {name: target("", HOME + address.removeprefix(ADDRESS)) for name, address in found.items()}
        assert places == {language(path): path, language(twin(path)): twin(path)}
        assert page.select_one('link[rel="canonical"]')["href"] == found[language(path)]


def test_language_switch_stays_on_the_page(site):
    for path, page in site.pages.items():
        switch = page.select_one(SWITCH)
        assert target(path, switch["href"]) == twin(path)
        assert switch["lang"] == switch["hreflang"] == language(twin(path))


@pytest.mark.slow
@pytest.mark.parametrize("place", ["404.html", "en/404.html"])
def test_page_not_found_leads_on(site, published_site, place):
    for built, root in ((site, "/"), (published_site, "/a-fork/")):
        page = parse(built.folder / place)
        links = {urlsplit(urljoin(HOME, link["href"])).path for link in page.select("article a[href]")}
        pages = {root + path.removesuffix("index.html") for path in built.pages if language(path) == language(place)}
        assert links >= {root, f"{root}en/"} | pages
        assert page.html["lang"] == language(place)
        assert all(address.startswith(root) for address in loads(page))


@pytest.mark.slow
def test_sitemap_names_every_page(published_site):
    for name, prefix in (("ko", ""), ("en", "en/")):
        sitemap = (published_site.folder / prefix / "sitemap.xml").read_text("utf-8")
        pages = {ADDRESS + path.removesuffix("index.html") for path in published_site.pages if language(path) == name}
        assert set(re.findall("<loc>(.*?)</loc>", sitemap)) == pages


def test_favicon_exists(site):
    for path, page in site.pages.items():
        assert (site.folder / target(path, page.select_one('link[rel="icon"]')["href"])).exists()


def test_outputs_on_the_page_are_the_reviewed_ones(site, sources):
    messages = []
    for path, page in site.pages.items():
        shown = [code.get_text() for code in page.select(".language-text code")]
        for piece in sources[path].examples:
            golden = (ROOT / "docs" / "examples" / f"{piece.text}.out").read_text("utf-8")
            if golden not in shown:
                messages.append(f"{path}: the output of {piece.text} is not its .out")
    hold(messages)


def test_every_example_and_formula_has_its_verification_line(site, sources):
    for path, page in site.pages.items():
        wanted = [*sources[path].examples, *(formula for formula in sources[path].formulas if formula.display)]
        lines = page.select("p.verified")
        assert len(lines) == len(wanted), path
        assert all(line.a and "verification/#" in line.a["href"] for line in lines), path


def test_every_formula_is_mathml(site, sources):
    for path, page in site.pages.items():
        assert len(page.find_all("math")) >= len(sources[path].formulas), path
        left = re.findall(r"(?:\$|\\[()\[\]]|\\[a-z]{2,}).{0,20}", words(page))
        assert not left, f"{path}: raw LaTeX is left: {left}"


def test_every_figure_is_drawn_in_place(site, sources):
    for path, page in site.pages.items():
        drawings = page.select("figure.plot svg[role=img]")
        assert len(drawings) == len(sources[path].figures), path
        assert all(drawing.title.get_text(strip=True) for drawing in drawings)


def test_nothing_of_the_source_is_left_on_a_page(site):
    hold([
        f"{path}: {left[0]}"
        for path, page in site.pages.items()
        if (left := re.findall(r"(?:\]\(=|\{by |\{\{|\{ ?#|\+\[).{0,20}", words(page) + page.title.get_text()))
    ])


def test_every_bound_number_leads_to_its_proof(site):
    numbers = [(path, mark) for path, page in site.pages.items() for mark in page.select("data.number")]
    ids = {name: {element["id"] for element in site.pages[f"{name}reference/verification/index.html"].find_all(id=True)}
           for name in ("", "en/")}
    hold([f"{path}: {mark} has no proof" for path, mark in numbers
          if mark["value"] not in ids["en/" if language(path) == "en" else ""]])
    assert len(numbers) > 500
    assert not [mark for page in site.pages.values() for mark in page.select("data.unproven")]


def test_no_page_needs_mermaid_which_the_theme_would_load_from_elsewhere(site):
    hold([f"{path} has a Mermaid diagram" for path, page in site.pages.items() if page.select(".mermaid")])


def content(folder):
    """Return the bytes of every file by its path."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_two_builds_are_byte_identical(published_site, tmp_path):
    status, printed = build(ROOT, tmp_path, SOURCE_DATE_EPOCH="1000000000", PYTHONHASHSEED="7", **PUBLISHED)
    assert status == 0, printed
    first, second = content(published_site.folder), content(tmp_path)
    assert first.keys() == second.keys()
    hold([f"{name} differs between two builds" for name in first if first[name] != second[name]])
