"""A proof shares no code with what it proves, and the package needs nothing but NumPy."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROOFS = sorted((ROOT / "tests" / "examples").rglob("*.py"))
PACKAGE = sorted((ROOT / "src" / "dlnotes").rglob("*.py"))
LOADERS = {"import_module", "__import__", "run_path", "run_module"}


def imports(source):
    """Return (package, line) of every import in a program; a relative one belongs to dlnotes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield ("dlnotes" if node.level else node.module.split(".")[0]), node.lineno


def loads(source):
    """Return (name, line) of every call that could import without an import statement."""
    for node in ast.walk(ast.parse(source)):
        name = ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""
        if name in LOADERS:
            yield name, node.lineno


def place(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PROOFS, ids=place)
def test_a_proof_does_not_use_what_it_proves(path):
    source = path.read_text("utf-8")
    found = [line for name, line in imports(source) if name == "dlnotes"]
    assert not found, f"{place(path)}:{found[0]}: a proof may not import dlnotes: compute the value in another way"
    if path.name != "conftest.py":          # which runs the examples themselves
        hidden = [f"{place(path)}:{line}: {name}" for name, line in loads(source)]
        assert not hidden, f"{hidden[0]} could import dlnotes: a proof computes the value in another way"


@pytest.mark.parametrize("path", PACKAGE, ids=place)
def test_the_package_needs_only_numpy(path):
    allowed = {"numpy", "dlnotes", *sys.stdlib_module_names}
    found = [f"{place(path)}:{line}: {name}" for name, line in imports(path.read_text("utf-8")) if name not in allowed]
    assert not found, f"{found[0]} is imported, but dlnotes may need nothing but numpy"


def test_imports_are_seen_in_every_form():
    source = "import a.b\nfrom c.d import e\nfrom . import f\ndef g():\n    import dlnotes.losses as h"
    assert list(imports(source)) == [("a", 1), ("c", 2), ("dlnotes", 3), ("dlnotes", 5)]
    assert list(loads("import importlib\nimportlib.import_module('dlnotes')")) == [("import_module", 2)]
