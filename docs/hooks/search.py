"""Search finds what people type: every page's entry also holds the other names of the terms that the page uses.

Korean search matches the beginnings of words only, so 경사하강법 would not find 경사 하강법, nor 렐루 ReLU.
"""

import json
import re
from collections import defaultdict
from pathlib import Path

from glossary import pattern, used_in

PARTICLES = ["은", "는", "이", "가", "을", "를", "의", "과", "와", "랑", "이랑", "란", "이란", "도", "로", "으로"]
WEIGHT = 8


def variants(term, language):
    """Return the other names of a term: its variants in the page's language, and its names in the other."""
    other = "en" if language == "ko" else "ko"
    names = [*term[f"{language}_variants"].split("|"), *term["avoid"].split("|"), term[other]]
    names.append(term[language].replace(" ", ""))
    return [name for name in dict.fromkeys(names) if name and name != term[language]]


def names_for(text, language):
    """Return the other names of all terms that a text uses."""
    used = [term for term in used_in(text, language) if re.search(pattern(term, language), text)]
    return [name for term in used for name in variants(term, language)]


def names_for_title(title, language):
    """Return the names of the terms that a page is about, often enough to put it before pages that only mention them."""
    used = [term for term in used_in(title, language) if re.search(pattern(term, language), title)]
    names = [name for term in used for name in (term[language], *variants(term, language))]
    if language == "ko":
        names += [term[language] + particle for term in used for particle in PARTICLES]
    return names * WEIGHT


def extended(entries, language):
    """Return the index with the other names added to each page's first entry."""
    texts = defaultdict(list)
    for entry in entries:
        texts[entry["location"].split("#")[0]].append(f"{entry['title']} {entry['text']}")
    for entry in entries:
        if "#" not in entry["location"]:
            plain = re.sub(r"<[^>]+>", " ", " ".join(texts[entry["location"]]))
            names = names_for(plain, language) + names_for_title(entry["title"], language)
            entry["text"] += f" <p>{' '.join(names)}</p>"
    return entries


def on_post_build(config):
    """Rewrite the search index that the search plugin has just written."""
    path = Path(config.site_dir) / "search" / "search_index.json"
    index = json.loads(path.read_text("utf-8"))
    index["docs"] = extended(index["docs"], config.theme["language"])
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")
