"""Run the Keras and PyTorch programs of the pages again: they must print what was recorded."""

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
PROGRAMS = sorted(path for path in EXAMPLES.rglob("*.py") if path.stem.endswith(("_keras", "_pytorch")))
ENVIRONMENT = {**os.environ, "KERAS_BACKEND": "torch"}
pytestmark = [
    pytest.mark.frameworks,
    pytest.mark.skipif(
        not (importlib.util.find_spec("torch") and importlib.util.find_spec("keras")),
        reason="needs PyTorch and Keras: pip install dlnotes[frameworks]",
    ),
]


def run(*arguments):
    """Run Python apart from this process and return what it printed."""
    command = [sys.executable, "-W", "ignore", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=True, encoding="utf-8").stdout


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda path: path.stem)
def test_prints_what_was_recorded(program, request):
    printed = run(str(program))
    golden = program.with_suffix(".out")
    if request.config.getoption("update_outputs"):
        golden.write_text(printed, "utf-8", newline="\n")
    assert printed == golden.read_text("utf-8"), f"{program.relative_to(ROOT)} prints something else than recorded"


def test_versions_are_the_recorded_ones():
    versions = run("-c", "import keras, torch; print(keras.__version__, torch.__version__.split('+')[0])").split()
    assert dict(zip(("keras", "torch"), versions, strict=True)) == json.loads((EXAMPLES / "frameworks.json").read_text())
