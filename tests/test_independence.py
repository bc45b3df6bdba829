"""The oracle and the proofs share no code with what they prove, and the package needs nothing but NumPy."""

import ast
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ORACLE = sorted((ROOT / "tests" / "oracle").rglob("*.py"))
PROOFS = sorted((ROOT / "tests" / "examples").rglob("*.py"))
PACKAGE = sorted((ROOT / "src" / "dlnotes").rglob("*.py"))
PLACES = [ROOT / "src", ROOT / "docs" / "hooks", ROOT / "tests", ROOT / "tests" / "examples"]  # as in pyproject.toml
MATHEMATICS = {"mpmath", "numpy", *sys.stdlib_module_names}
LOADERS = {"import_module", "__import__", "run_path", "run_module", "exec", "eval", "spec_from_file_location"}


def imports(source):
    """Return (module, line) of every import in a program; a relative one belongs to dlnotes."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield ("dlnotes" if node.level else node.module), node.lineno


def loads(source):
    """Return (name, line) of every call that could import without an import statement."""
    for node in ast.walk(ast.parse(source)):
        name = ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""
        if name in LOADERS:
            yield name, node.lineno


def ours(module):
    """Return the files of this repository that an import could mean."""
    parts = Path(*module.split("."))
    choices = [p for place in PLACES for p in ((place / parts).with_suffix(".py"), place / parts / "__init__.py")]
    inside = [file for place in PLACES if (place / parts).is_dir() for file in (place / parts).glob("*.py")]
    return [p for p in choices if p.exists()] + inside


def reached(path, seen=None):
    """Return a program and all programs of this repository that it imports, however far down."""
    seen = set() if seen is None else seen
    if path not in seen:
        seen.add(path)
        for module, _ in imports(path.read_text("utf-8")):
            for file in ours(module):
                reached(file, seen)
    return seen


def place(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", ORACLE, ids=place)
def test_the_oracle_is_mathematics_alone(path):
    source = path.read_text("utf-8")
    found = [line for name, line in imports(source) if name.split(".")[0] not in MATHEMATICS | {"oracle"}]
    assert not found, f"{place(path)}:{found[0]}: the oracle may import only mpmath, NumPy, Python's own and itself"
    hidden = [f"{place(path)}:{line}: {name}" for name, line in loads(source)]
    assert not hidden, f"{hidden[0]} could import dlnotes"
    assert all(ROOT / "tests" / "oracle" in file.parents for file in reached(path))


@pytest.mark.parametrize("path", PROOFS, ids=place)
def test_a_proof_does_not_use_what_it_proves(path):
    source = path.read_text("utf-8")
    runner = path.name == "conftest.py"         # which runs the examples themselves, and stores the report
    allowed = MATHEMATICS | {"oracle", "pytest"} | ({"report"} if runner else set())
    found = [f"{place(path)}:{line}: {name}" for name, line in imports(source) if name.split(".")[0] not in allowed]
    assert not found, f"{found[0]}: a proof may not import that: compute the value in another way"
    assert not any("dlnotes" in file.parts for file in reached(path))
    if not runner:
        hidden = [f"{place(path)}:{line}: {name}" for name, line in loads(source)]
        assert not hidden, f"{hidden[0]} could import dlnotes: a proof computes the value in another way"


RUN = {"example", "figure"}        # fixtures whose results hold functions of dlnotes
READING = {"items", "values", "keys", "tolist"}


def _names(node):
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


def _calls(node, borrowed):
    """Whether a function or method is called that came out of the example, other than to read what is stored."""
    calls = [n.func for n in ast.walk(node) if isinstance(n, ast.Call)]
    return any(_names(f) & borrowed and not (isinstance(f, ast.Attribute) and f.attr in READING) for f in calls)


def borrowed_expectations(source):
    """Return the lines of verify calls whose expected value is computed by something that the example defined.

    To read a number that the example chose, such as its inputs, is no matter; to call its functions is.
    """
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef) or not RUN & {a.arg for a in function.args.args}:
            continue
        results, computed = set(RUN), set()
        for node in ast.walk(function):
            if isinstance(node, (ast.Assign, ast.For)):
                value = node.value if isinstance(node, ast.Assign) else node.iter
                targets = set().union(*map(_names, node.targets if isinstance(node, ast.Assign) else [node.target]))
                called = _calls(value, results - RUN) or _names(value) & computed
                computed |= targets if called else set()
                results |= targets if _names(value) & results and not isinstance(value, ast.ListComp) else set()
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "verify":
                for keyword in node.keywords:
                    if _names(keyword.value) & computed or _calls(keyword.value, results - RUN):
                        yield keyword.value.lineno


@pytest.mark.parametrize("path", [p for p in PROOFS if p.name != "conftest.py"], ids=place)
def test_no_expected_value_is_computed_by_the_example(path):
    found = list(borrowed_expectations(path.read_text("utf-8")))
    assert not found, f"{place(path)}:{found[0]}: the example itself computes what is expected of it"


def test_borrowed_expectations_are_found():
    proof = """
def test(example, verify):
    values = example("a").values
    x = numbers(values["x"])
    verify("fine", values["f"](values["x"]), mpmath=[sigmoid(xi) for xi in x])
    y = values["f"](1)
    verify("called", values["y"], mpmath=values["f"](1))
    verify("called before", values["y"], mpmath=[y])
"""
    assert list(borrowed_expectations(proof)) == [7, 8]


def constants(tree):
    """Return the names that a module binds to nothing but numbers."""
    found = set()
    for node in tree.body:
        if isinstance(node, ast.Assign) and written(node.value, found):
            found |= {n for target in node.targets for n in _names(target)}
    return found


def written(node, known):
    """Whether an expression is numbers that somebody typed: no formula, and nothing counted."""
    if isinstance(node, (ast.List, ast.Tuple)):
        return all(written(part, known) for part in node.elts)
    if isinstance(node, ast.UnaryOp):
        return written(node.operand, known)
    if isinstance(node, ast.Call):
        return ast.unparse(node.func) == "mpf" and isinstance(node.args[0], ast.Constant)
    if isinstance(node, ast.BinOp):        # mpf(1) / 4, and [mpf(1) / 4] * 4
        return isinstance(node.op, (ast.Div, ast.Mult)) and not isinstance(node.left, ast.Constant) and all(
            written(part, known) for part in (node.left, node.right)
        )
    return isinstance(node, ast.Constant) or (isinstance(node, ast.Name) and node.id in known)


def misnamed(source):
    """Return (line, source) of expected values that are typed numbers under another name than by_hand."""
    tree = ast.parse(source)
    known = constants(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "verify":
            for keyword in node.keywords:
                if keyword.arg not in {"by_hand", "published", "digits", "absolute", None} and written(keyword.value, known):
                    yield keyword.value.lineno, keyword.arg


@pytest.mark.parametrize("path", [p for p in PROOFS if p.name != "conftest.py"], ids=place)
def test_what_was_typed_is_not_called_counted_or_computed(path):
    found = [f"{place(path)}:{line}: {name}" for line, name in misnamed(path.read_text("utf-8"))]
    assert not found, f"{found[0]}: this value was typed: its source is by_hand"


def test_typed_values_are_found():
    proof = "A = [mpf(1), 2]\nverify('a', x, counting=[1, 2], closed_form=mpf(1) / 4, exact=A, mpmath=f(1), by_hand=3)"
    assert [name for _, name in misnamed(proof)] == ["counting", "closed_form", "exact"]
    assert not list(misnamed("verify('a', x, counting=len(s), closed_form=mpf(2) ** 3, exact=3 * 4 + 1, digits=7)"))


@pytest.mark.parametrize("path", PACKAGE, ids=place)
def test_the_package_needs_only_numpy(path):
    allowed = {"numpy", "dlnotes", *sys.stdlib_module_names}
    found = [(name, line) for name, line in imports(path.read_text("utf-8")) if name.split(".")[0] not in allowed]
    assert not found, f"{place(path)}:{found[0][1]}: {found[0][0]} is imported, but dlnotes may need nothing but numpy"


def test_imports_are_seen_in_every_form():
    source = "import a.b\nfrom c.d import e\nfrom . import f\ndef g():\n    import dlnotes.losses as h"
    assert list(imports(source)) == [("a.b", 1), ("c.d", 2), ("dlnotes", 3), ("dlnotes.losses", 5)]
    assert list(loads("import importlib\nimportlib.import_module('dlnotes')")) == [("import_module", 2)]
    assert ROOT / "src" / "dlnotes" / "losses.py" in reached(ROOT / "tests" / "test_losses.py")
