"""Explorers: ``{{ explorer softmax }}`` becomes a place that docs/explorers/softmax.js fills with a figure to play with.

The place is hidden until the module has filled it: without JavaScript the page is as complete as before.
"""

import html
import json
import re
from pathlib import Path

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from guard import line_of
from wording import EXPLORERS

DOCS = Path(__file__).parents[1]
MODULES = DOCS / "explorers"
MARKER = re.compile(r"^\{\{ explorer ([\w-]+) \}\}$", re.M)
ELEMENT = re.compile(r'<div class="explorer" data-explorer="([\w-]+)"')


def element(name, language):
    """Return the place of an explorer, with its words."""
    words = html.escape(json.dumps(EXPLORERS[name][language], ensure_ascii=False))
    return f'<div class="explorer" data-explorer="{name}" data-words="{words}" hidden></div>'


def on_files(files, config):
    """Publish the modules."""
    for module in sorted(MODULES.glob("*.js")):
        files.append(File.generated(config, f"assets/explorers/{module.name}", content=module.read_bytes()))
    return files


def on_page_markdown(markdown, page, config, files):
    """Expand the markers of a page."""

    def expand(match):
        if match[1] not in EXPLORERS:
            source = Path(page.file.abs_src_path)
            place = f"{source.relative_to(DOCS.parent).as_posix()}:{line_of(source.read_text('utf-8'), match[0])}"
            raise PluginError(f"{place}: there is no explorer {match[1]}. Add docs/explorers/{match[1]}.js and its words.")
        return element(match[1], config.theme["language"])

    return MARKER.sub(expand, markdown)


def on_page_content(content, page, config, files):
    """Load what the explorers on this page need, and nothing on other pages."""
    assets = "../" * page.url.count("/") + "assets/explorers"
    names = dict.fromkeys(ELEMENT.findall(content))
    style = [f'<link rel="stylesheet" href="{assets}.css">'] if names else []
    return "\n".join([content, *style, *(f'<script type="module" src="{assets}/{name}.js"></script>' for name in names)])
