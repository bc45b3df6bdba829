r"""Formulas: LaTeX becomes MathML while the page is built, so a browser needs no script and a bad formula stops the build.

In Markdown, Arithmatex marks ``$..$`` and ``$$..$$``; in notebook pages they stand in the text. Both are converted here,
in the finished HTML of the page.
"""

import html
import re
import tempfile
from functools import cache
from pathlib import Path

from math_core import LatexError, LatexToMathML
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

import mathfont

DOCS = Path(__file__).parents[1]
MACROS = {"argmin": r"\operatorname*{arg\,min}", "R": r"\mathbb{R}"}
PRINTED_LITERALLY = (      # accepted by math-core, but shown as text
    (re.compile(r"\\\\\s*\["), r"the row distance '\\[..]' would be printed; CSS sets it"),
    (re.compile(r"\\\\\*"), r"'\\*' would be printed; write '\\'"),
    (re.compile(r"\\begin\{(?:aligned|gathered|[bpvBV]?matrix)\}\s*\["), "the option '[..]' of the environment would be printed"),
)
INLINE_EM = 19              # a 360 px phone shows about 19 em, and browsers do not break a formula
MARKED = re.compile(r'<(?P<tag>span|div) class="arithmatex">\\[(\[](?P<tex>.*?)\\[)\]]</(?P=tag)>', re.S)
UNTOUCHED = r"<(?P<skip>pre|code|script|style|svg|math)\b.*?</(?P=skip)>|<[^>]+>"
DOLLARS = re.compile(rf"{UNTOUCHED}|\$\$(?P<display>.+?)\$\$|(?<!\\)\$(?P<inline>[^$\n<]+?)\$", re.S)
FORMULA_AND_PARTICLE = re.compile(r"(<math>(?:(?!</math>).)*</math>)([가-힣]+[.,:;]?|[.,:;)?!]+)", re.S)


class FormulaError(Exception):
    """A formula that cannot be shown as it is written."""


@cache
def converter():
    """Return the one converter with the site's macros."""
    return LatexToMathML(macros=MACROS, fancy_error=False)


def convert(tex, display):
    """Return the MathML of one formula; raise FormulaError where it would be wrong on the page."""
    for pattern, reason in PRINTED_LITERALLY:
        if pattern.search(tex):
            raise FormulaError(reason)
    try:
        mathml = converter().convert_with_local_state(tex.strip(), displaystyle=display)
    except LatexError as error:
        raise FormulaError(str(error)) from error
    if not display and width(mathml) > INLINE_EM:
        raise FormulaError(f"it is about {width(mathml):.0f} em wide, too wide for a phone: make it a display formula")
    return stretch(mathml)


def stretch(mathml):
    r"""Let Chromium and WebKit stretch ``\Bigr)`` behind a script, and keep Firefox from enlarging ⊙."""
    mathml = re.sub(r"(<(?:msup|msub|msubsup)>)(<mo\b[^>]*\bminsize=[^>]*>[^<]*</mo>)", r"\1<mrow>\2</mrow>", mathml)
    mathml = re.sub(r"<mo(?=[^>]*\bminsize=)(?![^>]*stretchy)", '<mo stretchy="true"', mathml)
    return re.sub(r"<mo(?=[^>]*>[⊙⊗⊕]<)", '<mo largeop="false"', mathml)


def characters(mathml):
    """Return the text of a formula."""
    return html.unescape(re.sub(r"<[^>]+>", "", mathml))


def width(mathml):
    """Estimate the width of an inline formula in em; scripts are smaller."""
    scripts = r"<m(sub|sup|subsup|under|over|underover)\b.*?</m\1>"
    smaller = re.sub(scripts, lambda match: match[0][: len(match[0]) * 2 // 3], mathml)
    return 0.55 * len(characters(smaller))


def element(tex, display, place):
    """Return the HTML of a formula; name the page and its line when it is bad."""
    try:
        mathml = convert(tex, display)
    except FormulaError as error:
        raise PluginError(f"{place(tex)}: bad formula: {error}\n    {tex.strip()}") from error
    return f'<div class="math-block" data-search-exclude tabindex="0">{mathml}</div>' if display else mathml


def convert_marked(content, place):
    """Convert the formulas that Arithmatex marked."""
    return MARKED.sub(lambda match: element(html.unescape(match["tex"]), match["tag"] == "div", place), content)


def convert_dollars(content, place):
    """Convert the formulas that stand between dollars, outside code."""

    def replace(match):
        tex = match["display"] or match["inline"]
        return element(html.unescape(tex), bool(match["display"]), place) if tex else match[0]

    return DOLLARS.sub(replace, content)


def finder(page):
    """Return a function that tells on which line of the page a formula stands."""
    path = Path(page.file.abs_src_path)
    source = path.read_text("utf-8")

    def place(tex):
        bare = re.escape(tex.strip())
        found = re.search(rf"\$\s*{bare}\s*\$", source) or re.search(re.escape(tex.strip().splitlines()[0]), source)
        dollar_and_break = re.match(r"\$?\s*", found[0]).end() if found else 0
        line = source.count("\n", 0, found.start() + dollar_and_break) + 1 if found else "?"
        return f"{path.relative_to(DOCS.parent) if path.is_relative_to(DOCS) else path}:{line}"

    return place


def on_page_content(content, page, config, files):
    """Convert every formula of a page, and keep a Korean particle or a full stop on the line of its formula."""
    notebook = page.file.src_uri.endswith(".ipynb")
    content = (convert_dollars if notebook else convert_marked)(content, finder(page))
    return FORMULA_AND_PARTICLE.sub(r'<span class="nowrap">\1\2</span>', content)


@cache
def font():
    """Return one subset for all formulas of both languages."""
    shown = set()
    for page in [*DOCS.rglob("*.md"), *DOCS.rglob("*.ipynb")]:
        for match in DOLLARS.finditer(page.read_text("utf-8")):
            tex = match["display"] or match["inline"]
            try:
                shown |= set(characters(converter().convert_with_local_state(tex.strip(), displaystyle=True))) if tex else set()
            except LatexError:
                continue            # reported with its place when the page is built
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "math.woff2"
        mathfont.build(shown, path)
        return path.read_bytes()


def on_files(files, config):
    """Publish the font."""
    files.append(File.generated(config, "assets/math.woff2", content=font()))
    return files
