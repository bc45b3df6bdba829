"""The verification page: ``{{ verification }}`` becomes the record that the proofs left: numbers, formulas, claims, subjects."""

import re
from collections import Counter
from html import escape, unescape

from press.parts.examples import anchor
from press.rules.claims import claiming_text, sentences
from press.rules.numbers import numbers_of, texts
from press.sources import SOURCES
from press.wording import TOPICS, WORDS


def expand(markdown, page, book):
    """Write the record where a page asks for it."""
    if "{{ verification }}" not in markdown:
        return markdown
    language = page.language
    record = [table(book.report["subjects"], language), numbers(book, language), formulas(book, language), claims(book, language)]
    return markdown.replace("{{ verification }}", "\n\n".join(record))


def pages_of(book, language):
    """Return the pages of one language."""
    return [page for page in book.pages.values() if page.language == language]


def numbers(book, language):
    """Return how many numbers of the pages are bound, and how many are declared to state no result, by their reason."""
    words = WORDS[language]
    stated = [
        number for page in pages_of(book, language) for text, _ in texts(page) for number in numbers_of(text, book.declared)
    ]
    counts = Counter(number.name for number in stated if number.how == "declared")
    reasons = {**book.declared.kinds, **book.declared.reasons}
    rows = [f"| {reasons[name]} | {count} |" for name, count in sorted(counts.items())]
    head = f"## {words['numbers']} {{ #numbers }}\n\n" + words["bound"].format(
        bound=sum(number.how == "bound" for number in stated), declared=sum(counts.values())
    )
    return "\n".join([head, "", words["header_declared"], "|---|--:|", *rows])


def formulas(book, language):
    """Return how often the formulas of each page were compared."""
    words = WORDS[language]
    rows = [
        f"| [{page.meta['title']}](../{page.name}.md) | {len(records)} | {comparisons(records)} |"
        for page in pages_of(book, language)
        if (records := executed(book, page))
    ]
    head = f"## {words['formulas']} {{ #formulas }}\n\n{words['about_formulas']}"
    return "\n".join([head, "", words["header_formulas"], "|---|--:|--:|", *rows])


def executed(book, page):
    """Return the records of a page's formulas; of the API page, those of the docstrings that it shows."""
    if page.name != "reference/api":
        return book.report["formulas"].get(page.name)
    return {
        (name, latex): record
        for name, records in book.report["formulas"].items() if name.startswith("dlnotes.") for latex, record in records.items()
    }


def comparisons(records):
    """Return how often the sides of formulas were compared."""
    return sum(count for record in records.values() for count in record["comparisons"].values())


def claims(book, language):
    """Return every claim that the proofs hold, with the sentences that rest on it, and what the other sentences rest on."""
    words, resting, others = WORDS[language], {}, Counter()
    for page in pages_of(book, language):
        for sentence in sentences(claiming_text(page.body), language):
            for mark in sentence.marks:
                name = mark if "/" in mark else f"{page.topic}/{mark}"
                if name in book.claims:
                    resting.setdefault(name, []).append((page, sentence))
                else:
                    others[mark if mark in book.waivers else "#"] += 1
    reasons = {**book.waivers, "#": words["rests_on_section"]}
    rows = [f"| {reasons[mark]} | {count} |" for mark, count in sorted(others.items())]
    head = f"## {words['claims']} {{ #claims }}\n\n{words['about_claims']}"
    held = [claim(name, record, resting.get(name, []), language) for name, record in sorted(book.claims.items())]
    return "\n\n".join([head, *held, "\n".join([words["header_waivers"], "|---|--:|", *rows])])


def escaped(sentence):
    """Return a sentence as Markdown that holds no tag; a formula keeps its signs, for it becomes MathML."""
    return re.sub(r"\$[^$]+\$", lambda formula: unescape(formula[0]), escape(sentence))


def claim(name, record, resting, language):
    """Return one claim: by how many seeds and by what it is held, and the sentences that rest on it."""
    words = WORDS[language]
    how = [words["seeds"].format(record["seeds"])] if record["seeds"] else []
    how += [words["ablation"]] if record["ablation"] else []
    said = [f"- [{page.meta['title']}](../{page.name}.md): {escaped(sentence.text)}" for page, sentence in resting]
    address = f"claim-{name.replace('/', '-').replace('_', '-')}"
    title = f'<span id="{address}"></span>**{words["claim"]}** `{name}`' + (f" ({', '.join(how)})" if how else "")
    return "\n\n".join([title, *(["\n".join(said)] if said else []), proof(record, language)])


def proof(record, language):
    """Return the test that proves something, folded; without <code>, so that the theme does not colour it."""
    summary = f"{WORDS[language]['proof_source']} <code>{record['test']}</code>"
    source = escape(record["proof"].rstrip())
    return f'<details class="proof"><summary>{summary}</summary><pre tabindex="0">{source}</pre></details>'


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
    return "\n".join([*rows, "", proof(subject, language)])


def error(check):
    """Return the largest error with two digits, or 0."""
    return f"{check['largest_error']:.1e}" if check["largest_error"] else "0"
