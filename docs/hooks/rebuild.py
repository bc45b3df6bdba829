"""``mkdocs serve`` converts only the pages that have changed: an unchanged page keeps the HTML of the last build.

A page's HTML depends on its text, on what its examples and figures compute, and on the other pages' addresses. One-shot
builds never use this.
"""

import report

RESULTS = ("content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors")    # what Page.render sets

_serving = False
_digest = ""
_rendered = {}


def on_startup(command, dirty):
    """Remember whether pages will be built again and again."""
    global _serving
    _serving = _serving or command == "serve"


def on_pre_build(config):
    """Note the state of all that is computed."""
    global _digest
    _digest = report.digest()


def on_page_markdown(markdown, page, config, files):
    """Let an unchanged page take over what its last conversion gave."""
    if not _serving:
        return
    addresses = tuple(file.src_uri for file in files.documentation_pages())
    key = (config.docs_dir, page.file.src_uri, markdown, _digest, addresses)
    render = page.render

    def render_once(config, files):
        if key not in _rendered:
            render(config, files)
            _rendered[key] = {name: getattr(page, name) for name in RESULTS}
        vars(page).update(_rendered[key])

    page.render = render_once
