"""The only file that knows MkDocs. It calls press, in the order of a build, from top to bottom.

What one build knows is its book, in ``config.extra["book"]``: the Korean build reads it and hands it on to the English one.
"""

import json
import logging
import re
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from press import languages, parts, search
from press.book import ROOT, Book
from press.complaint import Refused
from press.markdown.math import convert_dollars
from press.rules import check
from press.text import plain
from press.wording import TOPICS

SCRIPT_OR_STYLE = re.compile(r"<script\b.*?</script>|<style\b.*?</style>|<link\b[^>]*>", re.S)
UNCOLOURED = re.compile(r'<span class="(?:n|w)">([^<]*)</span>')
log = logging.getLogger("mkdocs.press")


# 1. The gate: what the rules complain of stops a build, and is listed where drafts are served.

def on_config(config):
    """Read the book."""
    config.extra.setdefault("book", Book(ROOT, drafts=bool(config.extra["drafts"])))
    return config


def on_pre_build(config):
    """Check all pages of both languages, once; forget the package, whose source may have changed since."""
    index = Path(config.site_dir) / "search" / "search_index.json"
    if config.extra["drafts"] and index.exists():
        config.extra["index_before"] = json.loads(index.read_text("utf-8"))["docs"]
    if language(config) != "ko":
        return
    for name in [name for name in sys.modules if name.split(".")[0] == "dlnotes"]:
        del sys.modules[name]
    try:
        found = check(config.extra["book"])
    except RuntimeError as error:
        raise PluginError(str(error)) from error
    if found and not config.extra["drafts"]:
        raise PluginError(str(Refused(found)))
    for complaint in found:
        log.info("draft: %s", complaint)
    if config.extra["book"].unproven:
        log.info("draft: %s", config.extra["book"].unproven)


def language(config):
    """Return the language that is being built."""
    return config.theme["language"]


# 2. The files and the nav.

def on_files(files, config):
    """Publish the explorers. Of drafts, which MkDocs builds again only where a page has changed, also what it shows counts."""
    if config.extra["drafts"]:
        for file in files.documentation_pages():
            forget_if_stale(Path(file.abs_dest_path), config.extra["book"].page_at(file.abs_src_path).sources(ROOT))
    for module in sorted((ROOT / "docs" / "explorers").glob("*.js")):
        files.append(File.generated(config, f"assets/explorers/{module.name}", content=module.read_bytes()))
    return files


def forget_if_stale(built, sources):
    """Remove a built page that is older than something that it shows, so that it is built again."""
    if built.exists() and any(path.stat().st_mtime > built.stat().st_mtime for path in sources if path.exists()):
        built.unlink()


def on_nav(nav, config, files):
    """Give the sections of the one nav their names in this language; a page may have a shorter one than its title."""
    for item in nav.items:
        if item.is_section:
            item.title = TOPICS[item.title][language(config)]
    for page in nav.pages:
        short = config.extra["book"].page_at(page.file.abs_src_path).meta.get("short")
        if short:
            page.title = short
    return nav


# 3. A page: Markdown with markers, Markdown without, HTML, template.

def on_page_markdown(markdown, page, config, files):
    """Expand everything that press knows; the title and the description lose the names of their numbers."""
    if page.file.src_uri.endswith(".ipynb"):
        return markdown
    page.meta = {name: plain(value) if isinstance(value, str) else value for name, value in page.meta.items()}
    book = config.extra["book"]
    return parts.expand(markdown, book.page_at(page.file.abs_src_path), book)


def on_page_content(content, page, config, files):
    """Of a notebook take out what mkdocs-jupyter inlines for its own look; of code the colour of words that have none."""
    if page.file.src_uri.endswith(".ipynb"):
        content = convert_dollars(SCRIPT_OR_STYLE.sub("", content))
    return UNCOLOURED.sub(r"\1", content)


def on_page_context(context, page, config, nav):
    """Give the templates the page's address in each language: absolute where the site's address is known.

    What the browser remembers, such as the palette, it remembers for both languages.
    """
    base = context["base_url"]
    config.extra["scope"] = base if language(config) == "ko" else f"{base}/.."
    context["alternates"] = languages.alternates(base, page.url, language(config))
    context["canonical_alternates"] = languages.alternates(config.site_url or base, page.url, language(config))
    return context


def on_template_context(context, template_name, config):
    """Lead the 404 page to both home pages; it is shown at any depth, so its links begin at the root."""
    if template_name == "404.html":
        if not config.site_url and language(config) == "en":
            context["base_url"] = "/en"
        context["alternates"] = languages.alternates(context["base_url"], "", language(config))
    return context


# 4. The site: its search index, and its other language.

def on_post_build(config):
    """Let search find what people type, leave no file that holds a date, and build English into ``<site_dir>/en``."""
    (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)
    rewrite_search_index(config)
    if language(config) == "ko":
        build_english(config)


def rewrite_search_index(config):
    """Add other names to the index that the search plugin has just written."""
    path, book = Path(config.site_dir) / "search" / "search_index.json", config.extra["book"]
    asked = {page.address: page.meta.get("asked", []) for page in book.pages.values() if page.language == language(config)}
    index = search.index_for(json.loads(path.read_text("utf-8")), language(config), asked, book.glossary)
    index["docs"] += search.of_other_pages(config.extra.get("index_before", []), index["docs"])
    path.write_text(json.dumps(index, ensure_ascii=False, separators=(",", ":")), "utf-8")


def build_english(config):
    """Build the other language, with the strictness and the book of this build."""
    site_url = config.site_url.rstrip("/") + "/en/" if config.site_url else ""
    english = load_config(
        str(ROOT / "mkdocs.en.yml"), site_dir=str(Path(config.site_dir) / "en"), site_url=site_url, strict=config.strict
    )
    english.extra["book"] = config.extra["book"]
    english.plugins.on_startup(command="build", dirty=False)
    build(english, dirty=bool(config.extra["drafts"]) and not config.strict)
    english.plugins.on_shutdown()
