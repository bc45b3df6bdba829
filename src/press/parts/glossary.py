"""The glossary on the pages: ``{{ glossary }}`` lists all terms; the first use of a term on a page leads to its entry."""

import html
import re

from press.markdown.terms import pattern
from press.text import FENCE, plain, without

# Terms that are everyday words too: a link on them would more often mislead than help.
EVERYDAY = {
    "axis", "class", "dimension", "element", "error", "feature", "gate", "layer", "mean", "metric", "model", "moment",
    "oscillation", "plateau", "shape", "step", "target", "temperature", "training", "velocity",
}


def expand(markdown, page, book):
    """Write the list of terms where a page asks for it."""
    return markdown.replace("{{ glossary }}", f'<dl class="glossary">\n{listing(book, page.language)}\n</dl>')


def listing(book, language):
    """Return all terms in alphabetical order, each with its name in the other language, and its definition."""
    other = "en" if language == "ko" else "ko"
    rows = sorted(book.glossary, key=lambda term: term[language].lower())
    return "\n".join(
        f"<dt id=\"{term['id']}\">{html.escape(term[language])} <span lang=\"{other}\">{html.escape(term[other])}</span></dt>"
        f"<dd>{html.escape(term[f'definition_{language}'])}</dd>"
        for term in rows
    )


def used_in(text, language, glossary):
    """Return the terms that stand in a text, the longest first."""
    lower = text.lower()
    rows = (term for term in glossary if term[language].lower() in lower)        # a quick sieve before any pattern
    return sorted(
        (term for term in rows if re.search(pattern(term[language], language), text)), key=lambda term: -len(term[language])
    )


def with_terms(markdown, page, book):
    """Add a definition for every term that the page uses; the reference pages link none."""
    if page.name.startswith("reference/") or page.is_notebook:
        return markdown
    up = "../" * page.name.count("/")
    words = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", without(markdown, FENCE))
    rows = [term for term in used_in(words, page.language, book.glossary) if term["id"] not in EVERYDAY]
    lines = [
        f'+[{term[page.language]}]: {up}reference/glossary.md#{term["id"]} "{plain(term[f"definition_{page.language}"])}"'
        for term in rows
    ]
    return "\n".join([markdown.rstrip("\n"), "", *lines, ""])
