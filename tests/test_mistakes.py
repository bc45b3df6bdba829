"""Published mistakes: each is made by its wrong code, not made by dlnotes, and noticed by the tests if it were."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import yaml

from press.mistakes import result, same

ROOT = Path(__file__).parents[1]
ENTRIES = yaml.safe_load((ROOT / "docs" / "mistakes.yml").read_text("utf-8"))
FIELDS = ["id", "topic", "mistake", "truth", "wrong", "right", "witness", "seen", "mended", "mutants"]
SHOWN = ["page", "ko", "en"]
TOPICS = {"network", "activations", "losses", "metrics", "backpropagation", "training", "optimizers"}
MUTANTS = [(entry["id"], mutant) for entry in ENTRIES for mutant in entry["mutants"]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["id"])
def test_mistake(entry):
    witness = entry["witness"]
    wrong, right = result(entry["wrong"], witness["call"]), result(entry["right"], witness["call"])
    assert same(wrong, witness["wrong"]), f"the wrong code gives {wrong}"
    assert same(right, witness["right"]), f"dlnotes gives {right}"
    assert not same(wrong, right)


def test_entries_are_complete():
    assert len({entry["id"] for entry in ENTRIES}) == len(ENTRIES) >= 60
    for entry in ENTRIES:
        assert list(entry) == FIELDS + SHOWN * ("page" in entry), entry["id"]
        assert entry["topic"] in TOPICS
        assert "from dlnotes" in entry["right"], entry["id"]
        assert "dlnotes" not in entry["wrong"], entry["id"]
        assert entry["mutants"], entry["id"]


needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="a mutant is a fork, which Windows does not have")


def noticed_by(module):
    """The tests that must notice a change of a module: its own, and for the judge's sake no others."""
    return [f"test_{module}.py"]


def state():
    """A digest of everything on which it depends whether a mutant is killed."""
    places = [ROOT / "docs" / "mistakes.yml", *(ROOT / "src" / "dlnotes").glob("*.py"), *(ROOT / "tests").glob("*.py")]
    places += [path for folder in ("oracle", "mutation", "frameworks") for path in (ROOT / "tests" / folder).glob("*.*")]
    return hashlib.sha256(b"".join(path.read_bytes() for path in sorted(places)) + np.__version__.encode()).hexdigest()


@pytest.fixture(scope="module")
def outcomes():
    """What became of each mutant; it is remembered until the package or a test of it changes."""
    stored = ROOT / ".verification" / "mutants.json"
    known = json.loads(stored.read_text("utf-8")) if stored.exists() else {}
    if known.get("state") != state():
        asked = [mutant | {"tests": noticed_by(mutant["place"].split(".")[0])} for _, mutant in MUTANTS]
        command = [sys.executable, str(ROOT / "tests" / "mutation" / "kill.py")]
        ran = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True, cwd=ROOT)
        known = {"state": state(), "outcomes": json.loads(ran.stdout)}
        stored.parent.mkdir(exist_ok=True)
        stored.write_text(json.dumps(known), "utf-8")
    return known["outcomes"]


@needs_fork
@pytest.mark.parametrize("number", range(len(MUTANTS)), ids=lambda number: MUTANTS[number][0])
def test_mutant_is_killed(number, outcomes):
    assert outcomes[number] == "killed", MUTANTS[number][1]


@needs_fork
def test_the_package_itself_is_not_killed():
    """Else every mutant would seem to be: a change of a blank, with the quickest tests, must survive."""
    harmless = {"place": "datasets.logic_gate", "replace": "    return", "by": "    return ", "tests": ["test_datasets.py"]}
    command = [sys.executable, str(ROOT / "tests" / "mutation" / "kill.py")]
    ran = subprocess.run(command, input=json.dumps([harmless]), capture_output=True, text=True, check=True, cwd=ROOT)
    assert json.loads(ran.stdout) == ["survived"]
