"""Two languages, one command: the Korean build also builds English, and every page knows its twin."""

from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

ROOT = Path(__file__).parents[2]
PAGE_SUFFIXES = {".md", ".ipynb"}
NAMES = {"ko": "한국어", "en": "English"}


def pages(language, root=ROOT):
    """Return the pages of one language, as paths relative to its folder."""
    folder = root / "docs" / language
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.suffix in PAGE_SUFFIXES}


def other(language):
    """Return the language that a page in `language` has its twin in."""
    return "en" if language == "ko" else "ko"


def on_files(files, config):
    """Stop the build when a page has no twin."""
    for language in NAMES:
        for page in sorted(pages(other(language)) - pages(language)):
            raise PluginError(
                f"docs/{language}/{page} is missing: docs/{other(language)}/{page} exists, and every page needs its "
                f"twin. Write it with the same headings, anchors, examples and formulas."
            )
    return files


def alternates(base_url, page_url, language):
    """Return one (lang, name, url) for each language, for a page at `page_url` below the root of `language`."""
    step = {("ko", "en"): "en/", ("en", "ko"): "../"}
    base = base_url.rstrip("/") + "/"
    join = urljoin if "://" in base else str.__add__
    return [
        SimpleNamespace(lang=lang, name=name, url=join(base, step.get((language, lang), "") + page_url))
        for lang, name in NAMES.items()
    ]


def on_page_context(context, page, config, nav):
    """Give the templates the page's address in each language: absolute where the site's address is known."""
    base = context["base_url"]
    language = config.theme["language"]
    context["alternates"] = alternates(base, page.url, language)
    context["canonical_alternates"] = alternates(config.site_url or base, page.url, language)
    return context


def on_template_context(context, template_name, config):
    """Lead the 404 page to both home pages; it is shown at any depth, so its links begin at the root."""
    if template_name == "404.html":
        if not config.site_url and config.theme["language"] == "en":
            context["base_url"] = "/en"
        context["alternates"] = alternates(context["base_url"], "", config.theme["language"])
    return context


def on_post_build(config):
    """Build English into ``<site_dir>/en``, with the strictness of this build; leave no file that holds a date."""
    (Path(config.site_dir) / "sitemap.xml.gz").unlink(missing_ok=True)
    if config.theme["language"] != "ko":
        return
    site_url = config.site_url.rstrip("/") + "/en/" if config.site_url else ""
    english = load_config(
        str(ROOT / "mkdocs.en.yml"),
        site_dir=str(Path(config.site_dir) / "en"),
        site_url=site_url,
        strict=config.strict,
    )
    english.plugins.on_startup(command="build", dirty=False)
    build(english)
    english.plugins.on_shutdown()
