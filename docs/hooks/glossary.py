"""The glossary on the pages: ``{{ glossary }}`` lists all terms; the first use of a term on a page leads to its entry."""

import csv
import html
import re
from functools import cache
from pathlib import Path

GLOSSARY = Path(__file__).parents[1] / "glossary.csv"
# Terms that are everyday words too: a link on them would more often mislead than help.
EVERYDAY = {
    "axis", "class", "dimension", "element", "error", "feature", "gate", "layer", "mean", "metric", "model", "moment",
    "oscillation", "plateau", "shape", "step", "target", "temperature", "training", "velocity",
}
NOT_LINKED = re.compile(
    r"<(?P<skip>a|abbr|code|pre|h[1-6]|math|svg|script|style|summary|button|label|figure)\b.*?</(?P=skip)>"
    r'|<p class="(?:verified|admonition-title)">.*?</p>|<[^>]+>',
    re.S,
)


def terms():
    """Return the glossary's rows."""
    return _read(GLOSSARY.stat().st_mtime_ns)


@cache
def _read(_changed):
    with GLOSSARY.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pattern(term, language):
    """Return a pattern for a term at the start of a word; Korean particles may follow, an English plural too."""
    word = re.escape(html.escape(term[language], quote=False))
    if language == "ko":
        return rf"(?<![가-힣A-Za-z]){word}(?![A-Za-z])"
    return rf"(?i:(?<![A-Za-z-]){word}(?:e?s)?(?![A-Za-z-]))"


def used_in(text, language):
    """Return the terms that may stand in a text, the longest first: a quick sieve before any pattern is tried."""
    lower = text.lower()
    return sorted((term for term in terms() if term[language].lower() in lower), key=lambda term: -len(term[language]))


def link_terms(content, language, up):
    """Link the first use of each term, outside headings, links, code and formulas."""
    rows = [term for term in used_in(html.unescape(content), language) if term["id"] not in EVERYDAY]
    if not rows:
        return content
    expression = re.compile("|".join(f"({pattern(term, language)})" for term in rows))
    seen = set()

    def link(match):
        term = rows[match.lastindex - 1]
        if term["id"] in seen:
            return match[0]
        seen.add(term["id"])
        title = html.escape(term[f"definition_{language}"])
        return f'<a class="term" href="{up}reference/glossary/#{term["id"]}" title="{title}">{match[0]}</a>'

    parts, end = [], 0
    for passed in NOT_LINKED.finditer(content):
        parts += [expression.sub(link, content[end:passed.start()]), passed[0]]
        end = passed.end()
    return "".join([*parts, expression.sub(link, content[end:])])


def listing(language):
    """Return all terms in alphabetical order, each with its name in the other language, and its definition."""
    other = "en" if language == "ko" else "ko"
    rows = sorted(terms(), key=lambda term: term[language].lower())
    return "\n".join(
        f"<dt id=\"{term['id']}\">{html.escape(term[language])} <span lang=\"{other}\">{html.escape(term[other])}</span></dt>"
        f"<dd>{html.escape(term[f'definition_{language}'])}</dd>"
        for term in rows
    )


def on_page_markdown(markdown, page, config, files):
    """Write the list of terms where a page asks for it."""
    return markdown.replace("{{ glossary }}", f'<dl class="glossary">\n{listing(config.theme["language"])}\n</dl>')


def on_page_content(content, page, config, files):
    """Link the terms of every page but the reference."""
    if page.file.src_uri.startswith("reference/"):
        return content
    return link_terms(content, config.theme["language"], "../" * page.url.count("/"))
