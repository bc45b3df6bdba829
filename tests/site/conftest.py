"""The built site, once for all tests that read it."""

from types import SimpleNamespace

import pytest
from browsing import CHROMIUM, FLAGS, Visit, served
from playwright.sync_api import sync_playwright
from site_pages import read_pages
from tree import PUBLISHED, ROOT, build

from press import report


@pytest.fixture(scope="session")
def current_report():
    """The report of the proofs, which run first when it is not current."""
    return report.current()


def built(tmp_path_factory, name, **environment):
    """Build the site into a folder of its own; return the folder and its pages by address."""
    folder = tmp_path_factory.mktemp(name)
    status, printed = build(ROOT, folder, **environment)
    assert status == 0, printed
    return SimpleNamespace(folder=folder, pages=read_pages(folder))


@pytest.fixture(scope="session")
def site(tmp_path_factory, current_report):
    """The site as it is built where no address is known."""
    return built(tmp_path_factory, "site")


@pytest.fixture(scope="session")
def published_site(tmp_path_factory, current_report):
    """The site as a fork with an address of its own builds it."""
    return built(tmp_path_factory, "published", **PUBLISHED)


@pytest.fixture(scope="session")
def address(site):
    """The address at which the built site is served."""
    with served(site.folder) as url:
        yield url


@pytest.fixture(scope="session")
def browser():
    """Chromium; where it is missing, the tests fail, because they were asked for."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def visit(browser, address):
    """Open browser pages that are closed after the test."""
    visits = []

    def begin(**options):
        visits.append(Visit(browser, address, **options))
        return visits[-1]

    yield begin
    for one in visits:
        one.close()
