"""Notebook pages: nothing of what mkdocs-jupyter inlines for its own look and from other hosts reaches a reader.

It puts a Mermaid loader, a MathJax bootstrap, require.js and a style sheet of half a megabyte into every page. Formulas are
MathML already, and the theme's own style sheet dresses the rest.
"""

import re

SCRIPT = re.compile(r"<script\b.*?</script>", re.S)
STYLE = re.compile(r"<style\b.*?</style>|<link\b[^>]*>", re.S)


def on_page_content(content, page, config, files):
    """Strip scripts and style sheets from the content of a notebook page."""
    if not page.file.src_uri.endswith(".ipynb"):
        return content
    return STYLE.sub("", SCRIPT.sub("", content))
