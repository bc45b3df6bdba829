"""The rules of an example: a small whole program that a reader can paste anywhere."""

import ast
import re

from guard import FENCE, INCLUDE

FRAMEWORKS = {"_keras": {"keras", "numpy"}, "_pytorch": {"torch", "numpy"}}
LONGEST = 24
FENCE_ID = re.compile(r'\bid="([^"]*)"')


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


def import_complaints(place, tree, allowed):
    """Return one message for each import of something else."""
    return [
        f"{place}:{line}: imports {name}; only {', '.join(sorted(allowed))} may be imported here."
        for name, line in imported(tree)
        if name not in allowed
    ]


def print_complaints(place, tree):
    """Return one message for each print that the site would show differently from Python."""
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "print")
    return [
        f"{place}:{node.lineno}: print(..., {keyword.arg}=...) is shown wrongly on the page: print one f-string."
        for node in calls
        for keyword in node.keywords
        if keyword.arg in {"sep", "file"}
    ]


def random_complaints(place, tree):
    """Return one message for each use of a random state that is not the example's own."""
    uses = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute))
    return [
        f"{place}:{node.lineno}: {ast.unparse(node)} is global random state: use rng = np.random.default_rng(0)."
        for node in uses
        if re.fullmatch(r"(np|numpy)\.random\.(?!default_rng$|Generator$)\w+", ast.unparse(node))
    ]


def program_complaints(place, stem, source):
    """Return one message for each broken rule of an example."""
    tree = ast.parse(source)
    lines = len(source.splitlines())
    too_long = [f"{place}:{lines}: {lines} lines are too many for one idea: {LONGEST} at most. Split it."]
    return [
        *(too_long if lines > LONGEST else []),
        *import_complaints(place, tree, allowed_imports(stem)),
        *print_complaints(place, tree),
        *random_complaints(place, tree),
    ]


def id_complaints(place, markdown):
    """Return one message for each executed fence whose id is not the example that it includes."""
    messages = []
    for fence in FENCE.finditer(markdown):
        include = INCLUDE.search(fence["body"])
        if include and "exec=" in fence["info"]:
            name = include[1].removesuffix(".py")
            found = FENCE_ID.search(fence["info"])
            if not found or found[1] != name:
                line = markdown.count("\n", 0, fence.start()) + 1
                messages.append(f'{place}:{line}: write id="{name}", the name of the included example, into this fence.')
    return messages
