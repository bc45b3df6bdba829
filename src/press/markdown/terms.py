"""Term links: ``+[loss]: ../reference/glossary.md#loss "definition"`` links the first use of a word on its page.

The lines stand at the end of a page. A word in a heading, a link, code or a label is passed over; the longest word wins.
In Korean a particle may follow, in English a plural ending.
"""

import re
from xml.etree import ElementTree

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

DEFINED = re.compile(r'^\+\[(?P<word>[^\]]+)\]: (?P<address>\S+) "(?P<title>.*)"$')
PASSED = {"a", "abbr", "code", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "summary", "button", "label", "data"}
PASSED_CLASSES = {"verified", "admonition-title", "symbols"}


def pattern(word, language):
    """Return a pattern for a word at the start of a word; Korean particles may follow, an English plural too."""
    if language == "ko":
        return rf"(?<![가-힣A-Za-z]){re.escape(word)}(?![A-Za-z])"
    return rf"(?i:(?<![A-Za-z-]){re.escape(word)}(?:e?s)?(?![A-Za-z-]))"


class Definitions(Preprocessor):
    """Take the lines that define links out of the page."""

    def __init__(self, md):
        super().__init__(md)
        self.found = []

    def run(self, lines):
        """Remember each definition."""
        matches = {line: DEFINED.match(line) for line in lines if line.startswith("+[")}
        self.found = [match.groupdict() for match in matches.values() if match]
        return [line for line in lines if not matches.get(line)]


class Links(Treeprocessor):
    """Link the first use of each word."""

    def __init__(self, md, definitions, language):
        super().__init__(md)
        self.definitions, self.language = definitions, language

    def run(self, root):
        """Go through the page in reading order."""
        words = sorted(self.definitions.found, key=lambda found: -len(found["word"]))
        if words:
            self.any_word = re.compile("|".join(f"({pattern(found['word'], self.language)})" for found in words))
            self.left = dict(enumerate(words, start=1))          # by the group that finds the word
            self.enter(root)

    def enter(self, element):
        """Link in an element's text, its children, and what stands behind each."""
        if element.tag in PASSED or PASSED_CLASSES & set(element.get("class", "").split()):
            return
        children = list(element)
        self.split(element, None, element.text, 0)
        for child in children:
            self.enter(child)
            self.split(element, child, child.tail, list(element).index(child) + 1)

    def split(self, parent, before, text, place):
        """Put links into a text that stands in `parent`, behind `before` or at the beginning."""
        end = 0
        for match in self.any_word.finditer(text if text and not isinstance(text, AtomicString) else ""):
            definition = self.left.pop(match.lastindex, None)
            if definition:
                link = ElementTree.Element("a", {"class": "term", "href": definition["address"], "title": definition["title"]})
                link.text = match[0]
                self.set(parent, before, text[end : match.start()])
                parent.insert(place, link)
                before, end, place = link, match.end(), place + 1
                link.tail = text[end:]

    def set(self, parent, before, text):
        """Let `text` be what stands behind `before`, or at the beginning."""
        if before is None:
            parent.text = text
        else:
            before.tail = text


class TermExtension(Extension):
    """Term links in one language."""

    def __init__(self, **options):
        self.config = {"language": ["ko", "the language of the page"]}
        super().__init__(**options)

    def extendMarkdown(self, md):
        """Take the definitions before anything else reads them, and link before addresses are resolved."""
        definitions = Definitions(md)
        md.preprocessors.register(definitions, "term-definitions", 100)
        md.treeprocessors.register(Links(md, definitions, self.getConfig("language")), "term-links", 4)


def makeExtension(**options):
    """Return the extension, as Python-Markdown asks for it."""
    return TermExtension(**options)
