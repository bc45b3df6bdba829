r"""Formulas: LaTeX becomes MathML while the page is converted, so a browser needs no script.

``$..$`` stands in a line, ``$$..$$`` on lines of its own. A formula that would be shown wrongly raises FormulaError.
"""

import html
import re
from functools import cache
from xml.etree import ElementTree

from markdown.postprocessors import Postprocessor
from markdown.util import AtomicString
from math_core import LatexError, LatexToMathML
from pymdownx.arithmatex import ArithmatexExtension, BlockArithmatexProcessor, InlineArithmatexPattern

MACROS = {"argmin": r"\operatorname*{arg\,min}", "R": r"\mathbb{R}"}
PRINTED_LITERALLY = (      # accepted by math-core, but shown as text
    (re.compile(r"\\\\\s*\["), r"the row distance '\\[..]' would be printed; CSS sets it"),
    (re.compile(r"\\\\\*"), r"'\\*' would be printed; write '\\'"),
    (re.compile(r"\\begin\{(?:aligned|gathered|[bpvBV]?matrix)\}\s*\["), "the option '[..]' of the environment would be printed"),
)
INLINE_EM = 19              # a 360 px phone shows about 19 em, and browsers do not break a formula
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


def element(latex, display):
    """Return the HTML of a formula."""
    mathml = convert(latex, display)
    return f'<div class="math-block" data-search-exclude tabindex="0">{mathml}</div>' if display else mathml


def convert_dollars(content):
    """Convert the formulas that stand between dollars in HTML, outside code: a notebook's page."""

    def replace(match):
        latex = match["display"] or match["inline"]
        return element(html.unescape(latex), bool(match["display"])) if latex else match[0]

    return with_particles(DOLLARS.sub(replace, content))


def with_particles(content):
    """Keep a Korean particle or a full stop on the line of its formula."""
    return FORMULA_AND_PARTICLE.sub(r'<span class="nowrap">\1\2</span>', content)


class Inline(InlineArithmatexPattern):
    """A formula in a line."""

    def handleMatch(self, m, data):
        """Store the MathML; an escaped dollar stays one."""
        found, start, end = super().handleMatch(m, data)
        if isinstance(found, str):
            return found, start, end
        return self.md.htmlStash.store(element(m.group(3) or m.group(6), display=False)), start, end


class Block(BlockArithmatexProcessor):
    """A formula on lines of its own."""

    def generic_output(self, parent, math):
        """Store the MathML in a block."""
        holder = ElementTree.SubElement(parent, "div")
        holder.text = AtomicString(self.parser.md.htmlStash.store(element(math, display=True)))


class Particles(Postprocessor):
    """What follows a formula without a space stays with it."""

    def run(self, text):
        """Wrap formula and particle."""
        return with_particles(text)


class MathExtension(ArithmatexExtension):
    """Arithmatex finds the formulas; they become MathML at once."""

    def extendMarkdown(self, md):
        """Take the places of Arithmatex' own two processors."""
        super().extendMarkdown(md)
        md.inlinePatterns["arithmatex-inline"].__class__ = Inline
        md.inlinePatterns["arithmatex-inline"].md = md
        md.parser.blockprocessors["arithmatex-block"].__class__ = Block
        md.postprocessors.register(Particles(md), "particles", 5)


def makeExtension(**_):
    """Return the extension, as Python-Markdown asks for it."""
    return MathExtension(generic=True, preview=False)
