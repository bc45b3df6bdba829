"""The gate: nothing is to be complained of, press knows no generator, and the command says what the rules say."""

import ast
import subprocess
import sys

import pytest
from tree import copy_tree, environment

from complaints import hold
from press.book import ROOT
from press.rules import OF_A_PAGE, OF_THE_BOOK, check

RULES = [*OF_A_PAGE, *OF_THE_BOOK]


def test_nothing_is_to_be_complained_of(book):
    hold(check(book))


def test_press_imports_no_generator():
    for path in (ROOT / "src" / "press").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not [name for name in names if name.split(".")[0] in {"mkdocs", "material", "zensical"}], path


def test_one_file_knows_mkdocs():
    knowing = [path for path in (ROOT / "docs").rglob("*.py") if "mkdocs" in path.read_text("utf-8")]
    assert [path.name for path in knowing] == ["hooks.py"]


def test_the_command_names_all_complaints_of_all_pages(tmp_path):
    root = copy_tree(tmp_path / "copy")
    for name in ("ko/network/layers.md", "en/activations/relu.md"):
        path = root / "docs" / name
        path.write_text(path.read_text("utf-8") + "\nIt is 0.98761 there.\n", "utf-8")
    ran = subprocess.run(
        [sys.executable, "-m", "press", "check"], cwd=root, env=environment(root), capture_output=True, text=True, check=False
    )
    assert ran.returncode == 1
    lines = ran.stdout.splitlines()
    for name in ("docs/ko/network/layers.md", "docs/en/activations/relu.md"):
        assert [line for line in lines if line.startswith(f"{name}:") and "nothing binds the number 0.98761" in line], lines
    assert all(line.split(":")[1].isdigit() for line in lines)


@pytest.mark.parametrize("name", ["nowhere", "activations/nowhere"])
def test_a_page_that_does_not_exist(book, name):
    with pytest.raises(SystemExit, match="there is no page"):
        book.found([name])
