"""Run tests against changed copies of dlnotes, quickly: everything else is imported once, each mutant is a fork.

``python tests/mutation/kill.py`` reads a list of mutants from standard input as JSON, each with ``place`` (a module
of dlnotes, or module.function, or module.Class.method), ``replace``, ``by``, and ``tests``, and prints the list of
results: "killed", or what happened instead.
"""

import ast
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "dlnotes"
LIMIT = 60  # seconds: whatever runs longer is caught in a loop, and was noticed


def segment(source, name):
    """First and last line, from 0, of a function or method; of the whole module if there is no name."""
    if not name:
        return 0, len(source.splitlines())
    body = ast.parse(source).body
    for part in name.split("."):
        node = next(n for n in body if isinstance(n, (ast.FunctionDef, ast.ClassDef)) and n.name == part)
        body = node.body
    first = body[0]
    start = first.end_lineno if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) else first.lineno - 1
    return start, node.end_lineno


def mutated(source, name, replace, by):
    """The source with one text replaced, which must stand in the named body (below its docstring) exactly once."""
    first, last = segment(source, name)
    lines = source.splitlines(keepends=True)
    body = "".join(lines[first:last])
    if body.count(replace) != 1:
        raise ValueError(f"{replace!r} stands {body.count(replace)} times in {name or 'the module'}")
    changed = "".join(lines[:first]) + body.replace(replace, by) + "".join(lines[last:])
    compile(changed, name, "exec")
    return changed


def start(mutant):
    """Fork, and run the tests of one mutant there; return the process, or what is wrong with the mutant."""
    module, _, name = mutant["place"].partition(".")
    try:
        source = mutated((PACKAGE / f"{module}.py").read_text("utf-8"), name, mutant["replace"], mutant["by"])
    except (ValueError, SyntaxError, StopIteration) as error:
        return f"cannot be applied: {error}"
    child = os.fork()
    if child == 0:
        run(module, source, mutant["tests"])
    return child


def outcome(status):
    """Read what became of a process: killed by a failing test, or by the clock."""
    code = os.waitstatus_to_exitcode(status)
    return "killed" if code in (1, 2, -signal.SIGALRM) else "survived" if code == 0 else f"pytest stopped with {code}"


def outcomes(mutants):
    """Keep as many forks busy as there are processors."""
    results, running = [""] * len(mutants), {}
    waiting = list(enumerate(mutants))[::-1]
    while waiting or running:
        while waiting and len(running) < (os.cpu_count() or 1):
            number, mutant = waiting.pop()
            started = start(mutant)
            if isinstance(started, str):
                results[number] = started
            else:
                running[started] = number
        if running:
            child, status = os.wait()
            results[running.pop(child)] = outcome(status)
    return results


def run(module, source, tests):
    """Never returns: the exit code is pytest's."""
    signal.alarm(LIMIT)
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    code = 99
    try:
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(PACKAGE, Path(folder) / "dlnotes", ignore=shutil.ignore_patterns("__pycache__"))
            (Path(folder) / "dlnotes" / f"{module}.py").write_text(source, "utf-8")
            sys.path.insert(0, folder)
            options = ["-x", "-q", "--assert=plain", "-p", "no:cacheprovider", "--override-ini", "pythonpath=tests"]
            code = int(pytest.main([*options, *(str(ROOT / "tests" / name) for name in tests)]))
    finally:
        os._exit(code)


if __name__ == "__main__":
    import hypothesis.extra.numpy  # noqa: F401
    import mpmath  # noqa: F401
    import numpy as np  # noqa: F401
    import pytest

    sys.dont_write_bytecode = True
    os.chdir(ROOT)
    print(json.dumps(outcomes(json.load(sys.stdin))))
