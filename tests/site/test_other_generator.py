"""The written Markdown, built by another generator: words, numbers, code and formulas are those of the site."""

import subprocess
import sys

import pytest
import yaml
from site_pages import parse

from complaints import hold
from press.book import ROOT, Book
from press.write import write

LEFT_OUT = ".headerlink, .md-content__button, .md-source-file, nav"


class WithEnvironment(yaml.SafeLoader):
    """Reads mkdocs.yml, whose settings from the environment are empty here."""


WithEnvironment.add_constructor("!ENV", lambda loader, node: "")


def settings(language):
    """Return what the other generator needs to know: the pages, the nav, and the extensions of mkdocs.yml."""
    ours = yaml.load((ROOT / "mkdocs.yml").read_text("utf-8"), WithEnvironment)
    extensions = {**ours["markdown_extensions"], "press.markdown.terms": {"language": language}}
    return {
        "site_name": "dlnotes", "docs_dir": language, "site_dir": f"site-{language}", "plugins": [], "nav": ours["nav"],
        "theme": {"name": "material", "language": language, "font": False}, "markdown_extensions": extensions,
    }


@pytest.fixture(scope="module")
def written(tmp_path_factory, current_report):
    """The folder with the written Markdown, and what Zensical makes of it."""
    folder = tmp_path_factory.mktemp("written")
    write(Book(), folder)
    for language in ("ko", "en"):
        (folder / f"{language}.yml").write_text(yaml.safe_dump(settings(language), allow_unicode=True), "utf-8")
        command = [sys.executable, "-m", "zensical", "build", "--strict", "-f", f"{language}.yml"]
        ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    return folder


def content(page):
    """Return the words and numbers, the code and the formulas of a page."""
    article = page.select_one("article")
    for element in article.select(LEFT_OUT):
        element.decompose()
    return {
        "words": article.get_text().split(),
        "code": [code.get_text() for code in article.select("pre")],
        "formulas": [str(formula) for formula in article.select("math")],
    }


def test_another_generator_shows_the_same(site, written):
    messages = []
    for path in site.pages:
        language = "en" if path.startswith("en/") else "ko"
        theirs = content(parse(written / f"site-{language}" / path.removeprefix("en/")))
        ours = content(parse(site.folder / path))
        messages += [f"{path}: other {kind}" for kind in ours if ours[kind] != theirs[kind]]
        assert len(ours["words"]) > 20, path
    hold(messages)


def test_nothing_is_left_to_expand(written):
    for path in written.glob("*/**/*.md"):
        text = path.read_text("utf-8")
        assert not [mark for mark in ("{{ ", "](=", "{by ", "exec=") if mark in text], path
