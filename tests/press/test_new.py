"""A page and its examples are begun, filled and published as the README says, in a copy of the tree."""

import subprocess
import sys

import pytest
from tree import copy_tree, environment

from press import new
from press.book import Book
from press.rules import files

PROGRAM = """from dlnotes.activations import relu

x = 3.0
y = relu(x)
print(f"relu({x}) = {y:.1f}")
"""
WORDS = {
    "ko": ("두 배", "두 값을 구합니다.", "ReLU의 값은", "입니다"),
    "en": ("Double", "Two values.", "ReLU gives", "here"),
}


def press(root, *arguments):
    """Run press in a copy; return its status and what it printed."""
    command = [sys.executable, "-m", "press", *arguments]
    ran = subprocess.run(command, cwd=root, env=environment(root), capture_output=True, text=True, check=False)
    return ran.returncode, ran.stdout + ran.stderr


def filled(root):
    """Do what the TODOs of the stubs ask for."""
    for language, (title, description, text, end) in WORDS.items():
        (root / f"docs/{language}/activations/double.md").write_text(
            f"---\ntitle: {title}\ndescription: {description}\n---\n\n# {title} {{ #double }}\n\n"
            f"{{{{ example activations/double_three }}}}\n\n{text} [3.0](=double_three.y) {end}.\n\n"
            f"{{{{ example activations/double_four }}}}\n", "utf-8",
        )
    for name, number in (("three", "3.0"), ("four", "4.0")):
        (root / f"docs/examples/activations/double_{name}.py").write_text(PROGRAM.replace("3.0", number), "utf-8")
    (root / "tests/proofs/activations/test_double.py").write_text(
        '"""The proofs of the page activations/double."""\n' + "".join(
            f"\n\ndef test_double_{name}(example, verify):\n"
            f"    verify('y', example('activations/double_{name}').values['y'], closed_form={number})\n"
            for name, number in (("three", 3), ("four", 4))
        ), "utf-8",
    )


def stub_of(root):
    """Return the Korean page that was begun."""
    return Book(root).pages["ko", "activations/double"]


@pytest.mark.slow
def test_the_way_of_a_new_page(tmp_path):
    root = copy_tree(tmp_path / "copy")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    assert press(root, "new", "activations/double", "--page")[0] == 0
    for name in ("double_three", "double_four"):
        assert press(root, "new", f"activations/{name}")[0] == 0
    missing = [str(complaint) for complaint in [*files.to_do(Book(root)), *files.of_page(Book(root), stub_of(root))]]
    assert "docs/ko/activations/double.md:2: still to be written: title: TODO" in missing
    assert any(line.startswith("docs/examples/activations/double_four.py:1: still to be written") for line in missing)
    assert any(line.startswith("tests/proofs/activations/test_double.py:") for line in missing)
    filled(root)
    command = [sys.executable, "-m", "pytest", "tests/proofs", "-q", "--update-outputs", "-p", "no:cacheprovider"]
    ran = subprocess.run(command, cwd=root, env=environment(root), capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert press(root, "check") == (0, "")
    left_out = {".verification", "__pycache__", ".out"}
    touched = [path for path in root.rglob("*") if path.is_file() and before.get(path) != path.read_bytes()
               and not left_out & {*path.parts, path.suffix}]
    names = sorted(path.relative_to(root).as_posix() for path in touched)
    assert names == [
        "docs/en/activations/double.md", "docs/examples/activations/double_four.py", "docs/examples/activations/double_three.py",
        "docs/ko/activations/double.md", "mkdocs.yml", "tests/proofs/activations/test_double.py",
    ]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("nowhere/page", "--page"), "nowhere/page is no TOPIC/NAME; topics: network,"),
        (("activations/Page", "--page"), "activations/Page is no TOPIC/NAME"),
        (("activations/relu", "--page"), "relu.md exists: choose another name"),
        (("activations/unknown_idea",), "name the page of the example by --on TOPIC/PAGE"),
    ],
)
def test_what_cannot_be_begun(tmp_path, arguments, expected):
    root = copy_tree(tmp_path / "copy")
    status, printed = press(root, "new", *arguments)
    assert status != 0
    assert expected in printed


def test_a_topic_without_a_section_gets_one():
    nav = "nav:\n  - index.md\n  - network:\n      - network/index.md\n  - reference:\n      - reference/api.md\n"
    assert "  - losses:\n      - losses/hinge.md\n  - reference:" in new.with_line(nav, "losses", "losses/hinge")
    assert "      - network/index.md\n      - network/more.md\n" in new.with_line(nav, "network", "network/more")
