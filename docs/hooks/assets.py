"""Less to wait for: no style sheet that only one page needs, and no colour around words that have none."""

import re

API_STYLE = "assets/_mkdocstrings.css"
PLAIN = re.compile(r'<span class="(?:n|w)">([^<]*)</span>')


def on_config(config):
    """Take the style sheet of mkdocstrings out of the list for all pages; docs/theme adds it where it is needed."""
    config.extra_css = [path for path in config.extra_css if path != API_STYLE]
    return config


def on_page_content(html, **_):
    """Unwrap names and spaces in code, which look as if they were not wrapped: they are a third of all elements."""
    return PLAIN.sub(r"\1", html)
