"""The built site, once for all tests that read it."""

from types import SimpleNamespace

import pytest
from site_pages import read_pages
from tree import PUBLISHED, ROOT, build

import report


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
