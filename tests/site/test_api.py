"""The API reference: no public name of the package without its place on the page, in either language."""

import importlib
import inspect
import pkgutil

import pytest

import dlnotes


def public_names():
    """Return the address of every public function and class, such as dlnotes.activations.sigmoid."""
    modules = [importlib.import_module(f"dlnotes.{found.name}") for found in pkgutil.iter_modules(dlnotes.__path__)]
    return [
        f"{module.__name__}.{name}"
        for module in modules
        if not module.__name__.rpartition(".")[2].startswith("_")
        for name, value in vars(module).items()
        if not name.startswith("_")
        and (inspect.isfunction(value) or inspect.isclass(value))
        and value.__module__ == module.__name__
    ]


@pytest.mark.parametrize("page", ["reference/api/index.html", "en/reference/api/index.html"])
def test_every_public_name_has_its_place(site, page):
    html = (site.folder / page).read_text("utf-8")
    missing = [name for name in public_names() if f'id="{name}"' not in html]
    assert len(public_names()) > 60
    assert missing == [], f"{page} lacks {missing}: add the module to docs/*/reference/api.md"
