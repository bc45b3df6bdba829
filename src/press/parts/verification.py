"""The verification page: ``{{ verification }}`` becomes the record that the proofs left, subject by subject."""

from html import escape

from press.parts.examples import anchor
from press.sources import SOURCES
from press.wording import TOPICS, WORDS


def expand(markdown, page, book):
    """Write the record where a page asks for it."""
    if "{{ verification }}" not in markdown:
        return markdown
    return markdown.replace("{{ verification }}", table(book.report["subjects"], page.language))


def table(subjects, language):
    """Return every subject with its quantities, sources, number of values and largest error."""
    words = WORDS[language]
    checks = [check for subject in subjects.values() for check in subject["checks"]]
    total = words["total"].format(
        examples=len(subjects), values=sum(check["count"] for check in checks), checks=len(checks)
    )
    parts, topic = [total], None
    for name, subject in sorted(subjects.items(), key=lambda item: item[0].split("/")[1:]):
        if name.split("/")[1] != topic:
            topic = name.split("/")[1]
            parts.append(f"### {TOPICS[topic][language]} {{ #{topic} }}")
        parts.append(section(name, subject, language))
    return "\n\n".join(parts)


def section(name, subject, language):
    """Return one subject's rows and the test that proves it."""
    words = WORDS[language]
    kind, _, short = name.partition("/")
    address = anchor(short if kind == "examples" else name)
    rows = [f'<span id="{address}"></span>**{words[kind]}** `{short}`', "", words["header"], "|---|---|--:|--:|"]
    rows += [
        f"| `{check['quantity']}` | {getattr(SOURCES[check['source']], language)} | {check['count']} | {error(check)} |"
        for check in subject["checks"]
    ]
    # Without <code>, so that the theme does not colour it: there are more than a hundred of them on this page.
    summary, proof = f"{words['proof_source']} <code>{subject['test']}</code>", escape(subject["proof"].rstrip())
    rows += ["", f'<details class="proof"><summary>{summary}</summary><pre tabindex="0">{proof}</pre></details>']
    return "\n".join(rows)


def error(check):
    """Return the largest error with two digits, or 0."""
    return f"{check['largest_error']:.1e}" if check["largest_error"] else "0"
