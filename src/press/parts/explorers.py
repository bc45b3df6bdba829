"""Explorers: ``{{ explorer softmax }}`` becomes a place that docs/explorers/softmax.js fills with a figure to play with.

The place is hidden until the module has filled it: without JavaScript the page is as complete as before.
"""

import html
import json

from press import text as cut
from press.wording import EXPLORERS


def expand(markdown, page):
    """Expand the markers of a page, and load what they need, once and on this page only."""
    names = list(dict.fromkeys(piece.text for piece in page.explorers))
    assets = "../" * page.depth + "assets/explorers"
    markdown = cut.EXPLORER.sub(lambda match: element(match[1], page.language), markdown)
    style = [f'<link rel="stylesheet" href="{assets}.css">'] if names else []
    scripts = [f'<script type="module" src="{assets}/{name}.js"></script>' for name in names]
    return "\n\n".join([markdown.rstrip("\n"), *style, *scripts]) + "\n"


def element(name, language):
    """Return the place of an explorer, with its words."""
    words = html.escape(json.dumps(EXPLORERS[name][language], ensure_ascii=False))
    return f'<div class="explorer" data-explorer="{name}" data-words="{words}" hidden></div>'
