"""The oracle and the proofs share no code with what they prove, and the package needs nothing but NumPy."""

import ast
import sys
from pathlib import Path

import pytest

from press.sources import SOURCES

ROOT = Path(__file__).parents[1]
ORACLE = sorted((ROOT / "tests" / "oracle").rglob("*.py"))
PROOFS = sorted((ROOT / "tests" / "proofs").rglob("*.py"))
SUBJECTS = {"fact", "example", "figure", "recorded"}
PACKAGE = sorted((ROOT / "src" / "dlnotes").rglob("*.py"))
PLACES = [ROOT / "src", ROOT / "tests", ROOT / "tests" / "proofs"]  # as in pyproject.toml
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


def names_in(node):
    """Return every name that stands in a part of a program."""
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}


def called(node):
    """Return the name of the function that an expression calls, if it is a call."""
    return ast.unparse(node.func).split(".")[-1] if isinstance(node, ast.Call) else ""


def imported_from_dlnotes(tree):
    """Return the names under which a program knows something of dlnotes."""
    return {
        alias.asname or alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
        if (getattr(node, "module", None) or alias.name).split(".")[0] == "dlnotes"
    }


def filled_by(node):
    """Return (names, expression) where a statement gives names the value of an expression, else nothing.

    What `fact` and its like return is left out: the quantities of a subject, of which some are inputs.
    """
    if isinstance(node, (ast.Assign, ast.NamedExpr)) and called(node.value) not in SUBJECTS:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        return {name for target in targets for name in names_in(target)}, node.value
    if isinstance(node, (ast.For, ast.comprehension)):
        return names_in(node.target), node.iter
    return set(), None


def spread(tainted, statements):
    """Return `tainted` with all names that statements compute from it; functions are entered nowhere but named."""
    while True:
        more = {node.name for node in statements if isinstance(node, ast.FunctionDef) and names_in(node) & tainted}
        for node in (inner for part in statements if not isinstance(part, ast.FunctionDef) for inner in ast.walk(part)):
            names, value = filled_by(node)
            more |= names if value is not None and names_in(value) & tainted else set()
        if more <= tainted:
            return tainted
        tainted = tainted | more


def expected_values(node):
    """Yield every expression that a proof compares with: the sources of `verify`, and what a symbol means to the oracle."""
    if called(node) == "verify":
        yield from (keyword.value for keyword in node.keywords if keyword.arg in SOURCES)
    if called(node) in {"Of", "Function"}:
        yield from node.args
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.keyword) and child.arg in {"code", "code_slope", "slopes"}):
            yield from expected_values(child)


def from_dlnotes(tree):
    """Return (line, name) of every expected value that was computed with dlnotes."""
    tests = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")]
    tainted = spread(imported_from_dlnotes(tree), [node for node in tree.body if node not in tests])
    scopes = [(test, spread(tainted, test.body)) for test in tests] + [(node, tainted) for node in tree.body if node not in tests]
    return [
        (value.lineno, name) for node, names in scopes for value in expected_values(node) for name in names_in(value) & names
    ]


@pytest.mark.parametrize("path", PROOFS, ids=place)
def test_a_proof_does_not_use_what_it_proves(path):
    found = [f"{place(path)}:{line}: {name}" for line, name in from_dlnotes(ast.parse(path.read_text("utf-8")))]
    assert not found, f"{found[0]} comes from dlnotes: compute the value in another way"


@pytest.mark.parametrize(
    "source",
    [
        "from dlnotes.activations import relu\ndef test_a(verify):\n    verify('y', 1, mpmath=relu(2))",
        "from dlnotes.activations import relu\ndef test_a(verify):\n    y = relu(2)\n    verify('y', 1, mpmath=[2 * y])",
        "import dlnotes.activations as a\ndef f(x):\n    return a.relu(x)\ndef test_a(verify):\n    verify('y', 1, exact=f(2))",
        "from dlnotes.activations import relu\nMEANING = Of(lambda x: relu(x))",
    ],
)
def test_an_expected_value_of_dlnotes_is_found(source):
    assert from_dlnotes(ast.parse(source))


def test_what_is_proven_may_come_from_dlnotes():
    tree = ast.parse(
        "from dlnotes.activations import relu\ndef test_a(fact, verify):\n    v = fact('a/b', y=relu(2), x=2)\n"
        "    verify('y', v['y'], exact=2 * v['x'])\nMEANING = Of(lambda x: x, code=relu)"
    )
    assert not from_dlnotes(tree)



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
