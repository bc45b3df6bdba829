"""How the Markdown of a page is cut: the patterns of its pieces, and the lines on which they stand."""

import re

FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.S)
FENCE = re.compile(r"^(?P<indent> *)```(?P<info>[^\n]*)\n(?P<body>.*?)^(?P=indent)```[ ]*$", re.M | re.S)
EXAMPLE = re.compile(r"^(?P<indent> *)\{\{ example (?P<name>[\w/-]+) \}\}[ ]*$", re.M)
FIGURE = re.compile(r"^!\[(?P<alt>[^\n]*)\]\(figures/(?P<name>[\w/-]+)\.py\)[ ]*$", re.M)
CARD = re.compile(r"^\{\{ note (\w+) \}\}$", re.M)
EXPLORER = re.compile(r"^\{\{ explorer ([\w-]+) \}\}$", re.M)
DISPLAY = re.compile(r"\$\$(.+?)\$\$", re.S)
INLINE = re.compile(r"(?<![\\$])\$([^$\n]+?)\$")
MATH = re.compile(rf"{DISPLAY.pattern}|{INLINE.pattern}", re.S)
COMMENT = re.compile(r"<!--.*?-->", re.S)
MARKER = re.compile(r"\{\{.*?\}\}")
INLINE_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
BOUND = re.compile(r"\[(?P<text>[^\[\]\n]+)\]\(=(?P<name>[^()\n]*)\)")      # [0.25](=sigmoid_maximum.slope_max)
RESTS = re.compile(r"[ ]?\{by (?P<on>[^{}\n]+)\}")                               # {by sigmoid_maximum}
LINK_TARGET = re.compile(r"(?<=\])\([^)\s]*\)")
ATTRIBUTES = re.compile(r"\{[:#.][^}\n]*\}|\{ [#.:][^}\n]*\}")
TAG = re.compile(r"</?[a-z][^>]*>")
ADDRESS = re.compile(r"https?://\S+")
NOT_PROSE = (COMMENT, MARKER, RESTS, LINK_TARGET, ATTRIBUTES, TAG, ADDRESS)


def blank(match):
    """Replace a match by white space that keeps the line numbers."""
    return re.sub(r"[^\n]", " ", match[0])


def without(text, *patterns):
    """Return a text with every match blanked, one pattern after the other."""
    for pattern in patterns:
        text = pattern.sub(blank, text)
    return text


def line_at(text, position):
    """Return the number of the line at a position."""
    return text.count("\n", 0, position) + 1


def plain(text):
    """Return a text as a reader sees it: bound numbers without their names, no marks of what a sentence rests on."""
    return RESTS.sub("", BOUND.sub(r"\g<text>", text))
