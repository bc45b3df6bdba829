"""Copies of the working tree that a test may break, and the commands that are run in them."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("src", "docs", "tests", ".verification")
FILES = ("mkdocs.yml", "mkdocs.en.yml", "pyproject.toml", "README.md")
ADDRESS = "https://example.org/a-fork/"
PUBLISHED = {"SITE_URL": ADDRESS, "REPOSITORY_URL": "https://example.org/source"}


def copy_tree(destination):
    """Copy all that a build or a test run needs, with the stored report, and return the copy's root."""
    ignore = shutil.ignore_patterns("__pycache__")
    for folder in FOLDERS:
        shutil.copytree(ROOT / folder, destination / folder, ignore=ignore)
    for file in FILES:
        shutil.copy(ROOT / file, destination / file)
    return destination


def environment(root, **more):
    """Return the environment in which the package of `root` is imported and no address is set but the given one."""
    base = {name: value for name, value in os.environ.items() if name not in PUBLISHED}
    return {**base, "PYTHONPATH": str(root / "src"), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **more}


def run(root, module, *arguments, **more):
    """Run ``python -m module`` in `root`; return its exit status and everything that it printed."""
    command = [sys.executable, "-m", module, *map(str, arguments)]
    ran = subprocess.run(
        command, cwd=root, env=environment(root, **more), text=True, encoding="utf-8",
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
    )
    return ran.returncode, ran.stdout


def build(root, site, **more):
    """Build both languages strictly; return the exit status and the messages."""
    return run(root, "mkdocs", "build", "--strict", "-d", site, **more)


def proofs(root, *arguments):
    """Run pytest in `root` without leaving a cache behind."""
    return run(root, "pytest", "-q", "--no-header", "-p", "no:cacheprovider", *arguments)


def change(path, old, new):
    """Replace the first `old` in a file, which must be there."""
    text = path.read_text("utf-8")
    assert old in text, f"{path.name} has no {old!r} to break"
    path.write_text(text.replace(old, new, 1), "utf-8", newline="\n")
