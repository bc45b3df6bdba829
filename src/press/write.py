"""``press write``: both languages as plain Markdown with nothing left to expand, for any generator.

What remains are two extensions of Python-Markdown, which know no generator: press.markdown.math and press.markdown.terms.
"""

import shutil

import yaml

from press import parts
from press.text import FRONT_MATTER, plain


def write(book, folder):
    """Write every page, and the files that the pages load."""
    for page in book.pages.values():
        path = folder / page.path.relative_to(book.root / "docs")
        path.parent.mkdir(parents=True, exist_ok=True)
        if page.is_notebook:
            shutil.copy(page.path, path)
        else:
            path.write_text(written(page, book), "utf-8", newline="\n")
    for language in {page.language for page in book.pages.values()}:
        assets = folder / language / "assets"
        shutil.copytree(book.root / "docs" / "theme" / "assets", assets, dirs_exist_ok=True)
        shutil.copytree(book.root / "docs" / "explorers", assets / "explorers", dirs_exist_ok=True)


def written(page, book):
    """Return a page's front matter and Markdown as a reader may see them."""
    meta = {name: plain(value) if isinstance(value, str) else value for name, value in page.meta.items()}
    head = yaml.safe_dump(meta, allow_unicode=True, sort_keys=False, width=1000)
    return f"---\n{head}---\n{parts.expand(FRONT_MATTER.sub('', page.markdown), page, book, executed=False)}"
