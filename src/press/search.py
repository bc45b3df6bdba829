"""Search finds what people type: every page's entry also holds the other names of the terms that the page uses.

Korean search matches the beginnings of words only, so 경사하강법 would not find 경사 하강법, nor 렐루 ReLU.
"""

import re
from collections import defaultdict

from press.parts.glossary import used_in

PARTICLES = ["은", "는", "이", "가", "을", "를", "의", "과", "와", "랑", "이랑", "란", "이란", "도", "로", "으로"]
WEIGHT = 24             # how often a page's own terms are counted
TITLE_BOOST = 30        # the theme's 1000 puts any page with the word in a heading before the page about it
LISTING = re.compile(r"<pre\b.*?</pre>", re.S)     # nobody searches for a line of code, but it would be most of the index


def variants(term, language):
    """Return the other names of a term: its variants in the page's language, and its names in the other."""
    other = "en" if language == "ko" else "ko"
    names = [*term[f"{language}_variants"].split("|"), *term["avoid"].split("|"), term[other]]
    names.append(term[language].replace(" ", ""))
    return [name for name in dict.fromkeys(names) if name and name != term[language]]


def names_for(text, language, glossary):
    """Return the other names of all terms that a text uses."""
    return [name for term in used_in(text, language, glossary) for name in variants(term, language)]


def names_for_title(title, language, glossary):
    """Return the names of the terms that a page is about, with the particles that people type behind them."""
    used = used_in(title, language, glossary)
    names = [name for term in used for name in (term[language], *variants(term, language))]
    particles = PARTICLES if language == "ko" else []
    return names + [term[language] + particle for term in used for particle in particles]


def extended(entries, language, asked, glossary):
    """Return the index with the other names added to each page, and without code.

    A page's own terms count more than a mention, and its sections inherit them: "Derivative" on the page about the
    sigmoid is about the sigmoid's derivative. So do the questions in `asked` that a page answers. Of the API reference only
    the names are kept.
    """
    titles = {entry["location"]: entry["title"] for entry in entries}
    texts = defaultdict(list)
    for entry in entries:
        texts[page_of(entry)].append(f"{entry['title']} {entry['text']}")
    for entry in entries:
        own = names_for_title(titles[page_of(entry)], language, glossary) + asked[page_of(entry)]
        entry["text"] = "" if page_of(entry).startswith("reference/api/") else LISTING.sub("", entry["text"])
        if page_of(entry) == entry["location"]:
            plain = re.sub(r"<[^>]+>", " ", " ".join(texts[page_of(entry)]))
            own = names_for(plain, language, glossary) + own * WEIGHT
        else:
            own += names_for_title(entry["title"], language, glossary) * WEIGHT
        entry["text"] += f" <p>{' '.join(own)}</p>"
    return entries


def page_of(entry):
    """Return the address of the page that an entry belongs to."""
    return entry["location"].split("#")[0]


def index_for(index, language, asked, glossary):
    """Return a search index that finds what people type; `asked` are the questions that each page says it answers."""
    index["config"]["fields"]["title"]["boost"] = TITLE_BOOST
    entries = index["docs"]
    questions = {entry["location"]: asked.get(entry["location"], []) for entry in entries}
    return {**index, "docs": extended(entries, language, questions, glossary)}


def of_other_pages(before, now):
    """Return the entries of an earlier index whose pages have none now, because they were not built again."""
    pages = {page_of(entry) for entry in now}
    return [entry for entry in before if page_of(entry) not in pages]
