"""The rules of an example: a small whole program that a reader can paste anywhere."""

import ast
import re

from press.complaint import Complaint

FRAMEWORKS = {"_keras": {"keras", "numpy"}, "_pytorch": {"torch", "numpy"}}
LONGEST = 24
LONGER = {  # programs that cannot be split: how many lines each may have, and why
    "autodiff_network": 40,  # the engine and the network that it differentiates: either alone shows nothing
}


def allowed_imports(stem):
    """Return the packages that an example may import, by its name."""
    return next((names for suffix, names in FRAMEWORKS.items() if stem.endswith(suffix)), {"dlnotes", "numpy"})


def imported(tree):
    """Return (package, line) of every import."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name.split(".")[0], node.lineno) for alias in node.names)
        if isinstance(node, ast.ImportFrom):
            yield (node.module or ".").split(".")[0] if not node.level else ".", node.lineno


def of_book(book):
    """Check every example."""
    folder = book.root / "docs" / "examples"
    return [
        complaint
        for path in sorted(folder.rglob("*.py"))
        for complaint in of_program(path.relative_to(book.root).as_posix(), path.stem, path.read_text("utf-8"))
    ]


def of_program(place, stem, source):
    """Name each broken rule of an example."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        return [Complaint(place, error.lineno or 1, f"this is no Python: {error.msg}. Mend it.")]
    lines = len(source.splitlines())
    most = LONGER.get(stem, LONGEST)
    long = f"{lines} lines are too many for one idea: {most} at most. Split it."
    return [
        *([Complaint(place, lines, long)] if lines > most else []),
        *import_complaints(place, tree, allowed_imports(stem)),
        *print_complaints(place, tree),
        *random_complaints(place, tree),
    ]


def import_complaints(place, tree, allowed):
    """Name each import of something else."""
    return [
        Complaint(place, line, f"imports {name}; only {', '.join(sorted(allowed))} may be imported here.")
        for name, line in imported(tree)
        if name not in allowed
    ]


def print_complaints(place, tree):
    """Name each print that the site would show differently from Python."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "print")
    return [
        Complaint(place, node.lineno, f"print(..., {keyword.arg}=...) is shown wrongly on the page: print one f-string.")
        for node in calls
        for keyword in node.keywords
        if keyword.arg in {"sep", "file"}
    ]


def random_complaints(place, tree):
    """Name each use of a random state that is not the example's own."""
    uses = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return [
        Complaint(place, node.lineno, f"{ast.unparse(node)} is global random state: use rng = np.random.default_rng(0).")
        for node in uses
        if re.fullmatch(r"(np|numpy)\.random\.(?!default_rng$|Generator$)\w+", ast.unparse(node))
    ]
