"""The verification report: what the proofs in tests/examples confirmed, and whether that is still current."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import numpy

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
FIGURES = ROOT / "docs" / "figures"
REPORT = ROOT / ".verification" / "report.json"
PROVEN = ("src", "docs/examples", "docs/figures", "tests/conftest.py", "tests/examples", "tests/frameworks", "tests/oracle")


def digest(root=ROOT):
    """Return one hash over everything that a proof depends on."""
    state = hashlib.sha256(f"numpy {numpy.__version__}".encode())
    for place in PROVEN:
        path = root / place
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file() and "__pycache__" not in file.parts:
                state.update(file.relative_to(root).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return state.hexdigest()


def stored():
    """Return the stored report, or None when there is none or something has changed since."""
    if not REPORT.exists():
        return None
    report = json.loads(REPORT.read_text("utf-8"))
    return report if report["digest"] == digest() else None


def save(subjects):
    """Store what was confirmed for each example and figure."""
    REPORT.parent.mkdir(exist_ok=True)
    text = json.dumps({"digest": digest(), "subjects": subjects}, ensure_ascii=False, indent=1, sort_keys=True)
    REPORT.write_text(text + "\n", "utf-8")


def current():
    """Return a report that is current, running the proofs first when it is not; raise RuntimeError when they fail."""
    report = stored()
    if report is None:
        command = [sys.executable, "-m", "pytest", "tests/examples", "-q", "--no-header", "-p", "no:cacheprovider"]
        run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
        report = stored()
        if run.returncode != 0 or report is None:
            raise RuntimeError(f"the proofs in tests/examples do not pass, so nothing is built:\n{run.stdout[-6000:]}")
    return report


def subjects():
    """Return the names of all examples and figures, which all need a proof."""
    named = {f"examples/{path.relative_to(EXAMPLES).with_suffix('').as_posix()}" for path in EXAMPLES.rglob("*.py")}
    return named | {f"figures/{path.relative_to(FIGURES).with_suffix('').as_posix()}" for path in FIGURES.rglob("*.py")}
