"""What a newcomer relies on: the README's example, the pinned environment, the wheel, clean types and style."""

import contextlib
import importlib.metadata
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NOT_PINNED = {"dlnotes", "pip", "setuptools", "wheel"}      # the project itself, and what a new .venv comes with


def normal(name):
    """Return a distribution's name in its normal form."""
    return re.sub(r"[-_.]+", "-", name).lower()


def run(*arguments):
    """Run a module of this environment in the project's folder."""
    return subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")


def test_the_readme_example_prints_what_the_readme_says():
    code, output = re.search(r"```python\n(.*?)```\n+```text\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S).groups()
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, "README.md", "exec"), {})
    assert printed.getvalue() == output


@pytest.mark.skipif(sys.prefix == sys.base_prefix, reason="holds for the project's own .venv")
def test_every_installed_version_is_pinned():
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if not line.startswith("#"))
    installed = {normal(found.name): found.version.split("+")[0] for found in importlib.metadata.distributions()}
    if "dlnotes" not in installed:
        pytest.skip("this is not the environment that make sets up")
    different = {name: version for name, version in installed.items() if pinned.get(name) != version}
    assert not {name: different[name] for name in different.keys() - NOT_PINNED}, "not as in constraints.txt"


def test_no_lock_or_constraint_names_a_registry():
    text = (ROOT / "constraints.txt").read_text("utf-8")
    assert "://" not in text
    assert "file:" not in text


def test_the_wheel_needs_numpy_only_and_is_typed(tmp_path):
    built = run("pip", "wheel", ".", "--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", str(tmp_path))
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(tmp_path.glob("dlnotes-*.whl"))) as wheel:
        names = wheel.namelist()
        metadata = wheel.read(next(name for name in names if name.endswith("METADATA"))).decode()
    needed = re.findall(r"^Requires-Dist: (.*)$", metadata, re.M)
    assert [name for name in needed if "extra ==" not in name] == ["numpy>=2.0"]
    assert "dlnotes/py.typed" in names
    assert all(name.startswith(("dlnotes/", "dlnotes-")) for name in names)


def test_types_are_strict():
    checked = run("mypy")
    assert checked.returncode == 0, checked.stdout


def test_style_is_clean():
    checked = run("ruff", "check")
    assert checked.returncode == 0, checked.stdout
