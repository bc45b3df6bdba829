"""The workflows are valid, safe, pinned, and work unchanged in a fork."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from tree import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PINNED = re.compile(r"uses: [\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
ADDRESS = re.compile(r"https?://\S+|[\w-]+\.github\.io|github\.com/[\w-]+")
BUILT_IN = ("actions/",)


def tool(name, *arguments):
    """Run a tool of this environment; return its exit status and what it printed."""
    folder = Path(sys.executable).parent
    program = next(path for path in (folder / name, folder / f"{name}.exe") if path.exists())
    ran = subprocess.run([program, *arguments], capture_output=True, text=True, encoding="utf-8", check=False)
    return ran.returncode, ran.stdout + ran.stderr


def permissions(job):
    return {f"{name}: {level}" for name, level in job["permissions"].items()}


def test_workflows_are_safe():
    status, printed = tool("zizmor", "--offline", "--no-progress", *map(str, WORKFLOWS))
    assert status == 0, printed


def test_workflows_are_valid():
    status, printed = tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, WORKFLOWS))
    assert status == 0, printed


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_github_own_and_pinned_by_commit(path):
    uses = re.findall(r"uses: .*", path.read_text("utf-8"))
    assert uses
    for line in uses:
        assert PINNED.fullmatch(line), f"{path.name}: '{line}': pin it by commit, with its version as a comment"
        assert line.removeprefix("uses: ").startswith(BUILT_IN), f"{path.name}: '{line}' is nobody's official action"


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_no_owner_address_or_secret(path):
    text = path.read_text("utf-8")
    assert not ADDRESS.search(text), f"{path.name} names {ADDRESS.search(text)[0]}: take it from the environment"
    assert "secrets." not in text


@pytest.mark.parametrize("path", [ROOT / name for name in ("mkdocs.yml", "mkdocs.en.yml")], ids=lambda path: path.name)
def test_configuration_names_no_address(path):
    assert not ADDRESS.search(path.read_text("utf-8"))


def test_permissions_are_the_least():
    expected = {
        "ci.yml": {"test": {"contents: read"}, "site": {"contents: read"}},
        "pages.yml": {"build": {"contents: read", "pages: read"}, "deploy": {"pages: write", "id-token: write"}},
    }
    found = {}
    for path in WORKFLOWS:
        workflow = yaml.safe_load(path.read_text("utf-8"))
        assert workflow["permissions"] == {}, f"{path.name}: grant permissions to each job, not to all"
        found[path.name] = {name: permissions(job) for name, job in workflow["jobs"].items()}
    assert found == expected


def test_every_supported_python_is_tried():
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    matrix = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))["jobs"]["test"]["strategy"]["matrix"]
    assert f'requires-python = ">={matrix["python"][0]}"' in project
    runs = {(run["os"], run["numpy"]) for run in matrix["include"]}
    edges = {("ubuntu-latest", "oldest"), ("ubuntu-latest", "newest")}
    assert runs == edges | {("macos-latest", "pinned"), ("windows-latest", "pinned")}
