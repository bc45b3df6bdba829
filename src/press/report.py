"""The report: what the proofs in tests/proofs confirmed, and whether that is still current."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import numpy

from press import text as cut

ROOT = Path(__file__).parents[2]
PROVEN = (
    "src/dlnotes", "src/press/formula", "docs/examples", "docs/figures",
    "tests/conftest.py", "tests/proofs", "tests/oracle", "tests/frameworks",
)

EMPTY = {"subjects": {}, "claims": {}, "formulas": {}}


def path(root=ROOT):
    """Return where the report is stored."""
    return Path(root) / ".verification" / "report.json"


def digest(root=ROOT):
    """Return one hash over everything that a proof depends on: programs, proofs, and the formulas of the pages."""
    state = hashlib.sha256(f"numpy {numpy.__version__}".encode())
    for place in PROVEN:
        here = Path(root) / place
        for file in sorted(here.rglob("*")) if here.is_dir() else [here]:
            if file.is_file() and "__pycache__" not in file.parts:
                state.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    for page in sorted((Path(root) / "docs").glob("*/**/*.md")):
        formulas = cut.MATH.findall(cut.without(page.read_text("utf-8"), cut.FENCE, cut.INLINE_CODE))
        state.update(f"{page.relative_to(root).as_posix()}\0{formulas}".encode() if formulas else b"")
    return state.hexdigest()


def last(root=ROOT):
    """Return the last report, current or not; an empty one where there is none."""
    return json.loads(path(root).read_text("utf-8")) if path(root).exists() else {"digest": "", **EMPTY}


def stored(root=ROOT):
    """Return the stored report, or None when there is none or something has changed since."""
    report = last(root)
    return report if report["digest"] == digest(root) else None


def save(content, root=ROOT):
    """Store what was confirmed."""
    path(root).parent.mkdir(exist_ok=True)
    text = json.dumps({"digest": digest(root), **EMPTY, **content}, ensure_ascii=False, sort_keys=True)
    unfinished = path(root).with_suffix(".unfinished")
    unfinished.write_text(text + "\n", "utf-8")
    unfinished.replace(path(root))


def current(root=ROOT):
    """Return a report that is current, running the proofs first when it is not; raise RuntimeError when they fail."""
    report = stored(root)
    if report is None:
        command = [sys.executable, "-m", "pytest", "tests/proofs", "-q", "--no-header", "-p", "no:cacheprovider"]
        run = subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)
        report = stored(root)
        if run.returncode != 0 or report is None:
            raise RuntimeError(f"the proofs in tests/proofs do not pass, so nothing is built:\n{run.stdout[-6000:]}")
    return report


def subjects(root=ROOT):
    """Return the names of all examples and figures, which all need a proof."""
    docs = Path(root) / "docs"
    return {
        path.relative_to(docs).with_suffix("").as_posix()
        for kind in ("examples", "figures")
        for path in (docs / kind).rglob("*.py")
    }
