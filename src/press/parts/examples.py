"""Examples: ``{{ example activations/sigmoid }}`` becomes the program, its output, and one line that says what was checked."""

import contextlib
import io
import re
import textwrap

from press import text as cut
from press.sources import SOURCES
from press.wording import WORDS

FRAMEWORKS = {"keras": ("Keras", "keras"), "pytorch": ("PyTorch", "torch")}


def expand(markdown, page, book, executed):
    """Expand the markers of a page."""

    def example(match):
        return textwrap.indent(shown(match["name"], page, book, executed), match["indent"])

    markdown = cut.EXAMPLE.sub(example, markdown)
    return markdown if executed else cut.FENCE.sub(with_output, markdown)


def framework(name):
    """Return the framework for which an example was recorded, or None for one of our own."""
    return FRAMEWORKS.get(name.rsplit("_", 1)[-1])


def shown(name, page, book, executed):
    """Return a program, its output, and its verification line.

    A build runs each program once: on the Korean page, which is built first. The other language shows the same output.
    """
    folder = book.root / "docs" / "examples"
    program, output = ((folder / f"{name}{suffix}").read_text("utf-8").rstrip("\n") for suffix in (".py", ".out"))
    if executed and page.language == "ko" and not framework(name):
        code = f'```python exec="on" source="above" result="text" id="{name}"\n{program}\n```'
    else:
        code = f"```python\n{program}\n```\n\n```text\n{output}\n```"
    return f"{code}\n\n{line(name, page, book)}\n{{ .verified }}"


def with_output(fence):
    """Replace a fence that lists the package's source by what it prints."""
    if "exec=" not in fence["info"]:
        return fence[0]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(textwrap.dedent(fence["body"]), "<fence>", "exec"), {})
    return textwrap.indent(f"```python\n{printed.getvalue().rstrip()}\n```", fence["indent"])


def line(name, page, book):
    """Return the line under an example: against what it was verified, how many values, and the largest error."""
    words, subject = WORDS[page.language], book.report["subjects"].get(f"examples/{name}")
    if subject is None:
        return words["unproven"]
    checks = subject["checks"]
    sources = sorted({check["source"] for check in checks}, key=list(SOURCES).index)
    count = sum(check["count"] for check in checks)
    text = words["line"].format(
        count=count,
        s="" if count == 1 else "s",
        sources=", ".join(getattr(SOURCES[source], page.language) for source in sources),
        error=error_text(max(check["largest_error"] for check in checks), words),
    )
    if framework(name):
        title, package = framework(name)
        text += " " + words["recorded"].format(title, book.frameworks[package])
    return f"{text} [{words['proof']}]({address(page)}#{anchor(name)})"


def error_text(error, words):
    """Return the largest error in words: two digits, or that there is none."""
    return words["error"].format(f"{error:.1e}") if error else words["no_error"]


def address(page):
    """Return the verification page as seen from a page."""
    return f"{'../' * page.name.count('/')}reference/verification.md"


def anchor(name):
    """Return the address of a proof on the verification page."""
    return re.sub(r"[^a-z0-9]+", "-", name)
