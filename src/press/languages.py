"""Two languages: every page knows its twin."""

from types import SimpleNamespace
from urllib.parse import urljoin

from press.book import LANGUAGES


def other(language):
    """Return the language that a page in `language` has its twin in."""
    return "en" if language == "ko" else "ko"


def alternates(base_url, page_url, language):
    """Return one (lang, name, url) for each language, for a page at `page_url` below the root of `language`."""
    step = {("ko", "en"): "en/", ("en", "ko"): "../"}
    base = base_url.rstrip("/") + "/"
    join = urljoin if "://" in base else str.__add__
    return [
        SimpleNamespace(lang=lang, name=name, url=join(base, step.get((language, lang), "") + page_url))
        for lang, name in LANGUAGES.items()
    ]
