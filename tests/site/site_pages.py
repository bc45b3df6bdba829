"""Reading the built site: its pages, what they load and where they lead."""

import posixpath
import re
from urllib.parse import unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, NavigableString, Tag

LOADED_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "preconnect", "dns-prefetch", "manifest"}
LOADED_ATTRIBUTES = {"script": "src", "img": "src", "source": "src", "iframe": "src", "video": "src", "audio": "src",
                     "embed": "src", "object": "data", "image": "href", "use": "href"}
IN_STYLE = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
NOT_READ = {"pre", "code", "script", "style", "math", "svg"}
HOME = "http://site.test/"


def read_pages(folder):
    """Return {path below the site's folder: parsed page} of every page, without the two 404 pages."""
    paths = sorted(path for path in folder.rglob("*.html") if path.name != "404.html")
    return {path.relative_to(folder).as_posix(): parse(path) for path in paths}


def parse(path):
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def language(path):
    """Return the language of a page by its place."""
    return "en" if path.startswith("en/") else "ko"


def twin(path):
    """Return the place of the same page in the other language."""
    return path.removeprefix("en/") if language(path) == "en" else f"en/{path}"


def target(path, link):
    """Return the file to which a link of the page at `path` leads, or None when it leaves the site."""
    address = urlsplit(urljoin(HOME + path, link))
    if not address.geturl().startswith(HOME):
        return None
    place = unquote(address.path).removeprefix("/")
    return posixpath.join(place, "index.html") if place == "" or place.endswith("/") else place


def in_style(text):
    """Return what a style sheet loads, without data that it carries itself."""
    return [a or b for a, b in IN_STYLE.findall(text) if not (a or b).startswith(("data:", "#"))]


def loads(page):
    """Return everything that a page loads by its markup and its styles."""
    found = [link["href"] for link in page.find_all("link") if LOADED_LINKS & set(link.get("rel", []))]
    for name, attribute in LOADED_ATTRIBUTES.items():
        found += [element[attribute] for element in page.find_all(name) if element.get(attribute)]
    for element in page.find_all(srcset=True):
        found += [candidate.split()[0] for candidate in element["srcset"].split(",")]
    for style in page.find_all("style"):
        found += in_style(style.get_text())
    for element in page.find_all(style=True):
        found += in_style(element["style"])
    return [address for address in found if not address.startswith(("data:", "#"))]


def words(page):
    """Return the text that a reader sees outside code and formulas."""
    return "".join(read(page.body))


def read(element):
    """Yield the pieces of text in an element, in order, without code, formulas and drawings."""
    for child in element.children:
        if type(child) is NavigableString:
            yield child
        elif isinstance(child, Tag) and child.name not in NOT_READ:
            yield from read(child)
