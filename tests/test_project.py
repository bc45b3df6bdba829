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
        data = {info.filename: info for info in wheel.infolist() if info.filename.startswith("dlnotes/data/")}
        contents = {name.rpartition("/")[2]: wheel.read(name) for name in data}
    needed = re.findall(r"^Requires-Dist: (.*)$", metadata, re.M)
    assert [name for name in needed if "extra ==" not in name] == ["numpy>=2.0"]
    assert "dlnotes/py.typed" in names
    assert all(name.startswith(("dlnotes/", "dlnotes-")) for name in names)
    # The real data, with their license beside them and among the licenses that installers show.
    stored = {path.name: path.read_bytes() for path in (ROOT / "src" / "dlnotes" / "data").iterdir()}
    assert contents == stored
    assert {"digits.csv.gz", "breast_cancer.csv.gz", "auto_mpg.csv.gz", "LICENSE"} == stored.keys()
    assert sum(info.compress_size for info in data.values()) <= 150_000
    assert re.search(r"^License-Expression: MIT AND CC-BY-4.0$", metadata, re.M)
    assert re.search(r"^License-File: src/dlnotes/data/LICENSE$", metadata, re.M)
    assert any(name.endswith(".dist-info/licenses/src/dlnotes/data/LICENSE") for name in names)
    # Without the repository and without a network, from the wheel alone.
    script = "import sys; sys.path.insert(0, sys.argv[1]); from dlnotes import datasets as d; "
    script += "print(d.__file__.startswith(sys.argv[1]), *(len(f()[0]) for f in (d.digits, d.breast_cancer, d.auto_mpg)))"
    wheel_file = str(next(tmp_path.glob("dlnotes-*.whl")))
    loaded = subprocess.run([sys.executable, "-c", script, wheel_file], cwd=tmp_path, capture_output=True, text=True)
    assert loaded.stdout.split() == ["True", "1797", "569", "392"], loaded.stderr


def test_types_are_strict():
    checked = run("mypy")
    assert checked.returncode == 0, checked.stdout


def test_style_is_clean():
    checked = run("ruff", "check")
    assert checked.returncode == 0, checked.stdout
