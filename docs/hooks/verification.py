"""Nothing is published unproven: no build without a current report, no page with a number that nothing proves.

Under every example this hook puts one quiet line that says what was checked, against what, with the largest error.
"""

import json
import re
import sys
from html import escape
from pathlib import Path

from mkdocs.exceptions import PluginError

import guard
import report as reports
from wording import SOURCES, WORDS

_report = None


def on_pre_build(config):
    """Load the report, running the proofs when it is not current; forget the package, whose source may have changed."""
    global _report
    for name in [name for name in sys.modules if name.split(".")[0] == "dlnotes"]:
        del sys.modules[name]
    try:
        _report = reports.current()
    except RuntimeError as error:
        raise PluginError(str(error)) from error


def on_page_markdown(markdown, page, config, files):
    """Refuse unproven numbers, then write the verification lines and the verification page."""
    place = f"{config.docs_dir}/{page.file.src_uri}".removeprefix(f"{reports.ROOT}/")
    complaints = guard.complaints_of_page(place, own_words(Path(page.file.abs_src_path)), _report, guard.declared())
    if complaints:
        raise PluginError("\n".join(complaints))
    if page.file.src_uri.endswith(".ipynb"):
        return markdown
    language = config.theme["language"]
    markdown = guard.FENCE.sub(lambda match: match[0] + line_under(match, page, language), markdown)
    return markdown.replace("{{ verification }}", table(language))


def own_words(source):
    """Return a page as it is written: Markdown with its front matter, or the text cells of a notebook."""
    text = source.read_text("utf-8")
    if source.suffix != ".ipynb":
        return text
    cells = json.loads(text)["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown")


def line_under(fence, page, language):
    """Return the verification line for a fence that shows an example; nothing for any other fence."""
    include = guard.INCLUDE.search(fence["body"])
    if include is None:
        return ""
    is_source_of_recorded = include[1].endswith(".py") and 'exec="on"' not in fence["info"]
    if is_source_of_recorded:
        return ""
    name = include[1].rsplit(".", 1)[0]
    checks = _report["subjects"][f"examples/{name}"]["checks"]
    words = WORDS[language]
    sources = sorted({check["source"] for check in checks}, key=list(SOURCES).index)
    up = "../" * page.file.src_uri.count("/")
    text = words["line"].format(
        count=sum(check["count"] for check in checks),
        sources=", ".join(SOURCES[source][language] for source in sources),
        error=error_text(max(check["largest_error"] for check in checks), words),
    )
    text += recorded(name, words)
    link = f"[{words['proof']}]({up}reference/verification.md#{anchor(name)})"
    return f"\n\n{fence['indent']}{text} {link}\n{fence['indent']}{{ .verified }}\n"


def recorded(name, words):
    """Return with which version of a framework an output was recorded; nothing for our own examples."""
    framework = {"keras": "Keras", "pytorch": "PyTorch"}.get(name.rsplit("_", 1)[-1])
    if framework is None:
        return ""
    versions = json.loads((reports.EXAMPLES / "frameworks.json").read_text("utf-8"))
    return " " + words["recorded"].format(framework, versions[{"Keras": "keras", "PyTorch": "torch"}[framework]])


def error_text(error, words):
    """Return the largest error in words: two digits, or that there is none."""
    return words["error"].format(f"{error:.1e}") if error else words["no_error"]


def anchor(name):
    """Return the address of an example's proof on the verification page."""
    return re.sub(r"[^a-z0-9]+", "-", name)


def table(language):
    """Return the verification page's body: every subject, quantity, source, number of values and largest error."""
    words = WORDS[language]
    subjects = _report["subjects"]
    checks = [check for subject in subjects.values() for check in subject["checks"]]
    total = words["total"].format(
        examples=len(subjects), values=sum(check["count"] for check in checks), checks=len(checks)
    )
    parts, topic = [total], None
    for name, subject in sorted(subjects.items(), key=lambda item: item[0].split("/")[1:]):
        if name.split("/")[1] != topic:
            topic = name.split("/")[1]
            parts.append(f"### {topic} {{ #{topic} }}")
        parts.append(section(name, subject, language))
    return "\n\n".join(parts)


def section(name, subject, language):
    """Return one subject's rows and the test that proves it."""
    words = WORDS[language]
    kind, _, short = name.partition("/")
    address = anchor(short if kind == "examples" else name)
    rows = [f'<span id="{address}"></span>**{words[kind]}** `{short}`', "", words["header"], "|---|---|--:|--:|"]
    rows += [
        f"| `{check['quantity']}` | {SOURCES[check['source']][language]} | {check['count']} | {error_in_table(check)} |"
        for check in subject["checks"]
    ]
    # Without <code>, so that the theme does not colour it: there are more than a hundred of them on this page.
    summary, proof = f"{words['proof_source']} <code>{subject['test']}</code>", escape(subject["proof"].rstrip())
    rows += ["", f'<details class="proof"><summary>{summary}</summary><pre tabindex="0">{proof}</pre></details>']
    return "\n".join(rows)


def error_in_table(check):
    """Return the largest error with two digits, or 0."""
    return f"{check['largest_error']:.1e}" if check["largest_error"] else "0"
