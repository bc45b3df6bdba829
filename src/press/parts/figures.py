"""Figures: ``![alt](figures/topic/idea.py)`` becomes an inline SVG, drawn from what dlnotes computes.

A figure is a module with ``data()`` (named columns of plotted values), ``TEXT`` (its words in each language) and
``draw(ax, data, text)``. The SVG inherits the page's font and colours; the plotted data follow it as a table.
"""

import html
import io
import re
import runpy
import warnings
from decimal import Decimal
from xml.etree import ElementTree

import matplotlib as mpl

from press import numbers
from press import text as cut

mpl.use("svg")
import matplotlib.pyplot as plt

TABLE = {"ko": "그림의 값을 표로 보기", "en": "The values of this figure as a table"}

# Sentinel colours, replaced by colours that follow the page's palette.
TEXT_COLOUR, GRID_COLOUR, PAPER_COLOUR = "#010203", "#040506", "#070809"
SERIES = ["#0a0001", "#0a0002", "#0a0003"]
COLOURS = {
    TEXT_COLOUR: "currentColor",
    GRID_COLOUR: "var(--plot-grid)",
    PAPER_COLOUR: "var(--md-default-bg-color)",
    **{colour: f"var(--plot-{number})" for number, colour in enumerate(SERIES, 1)},
}
STYLE = {
    "svg.fonttype": "none",
    "svg.hashsalt": "dlnotes",
    "figure.facecolor": "none",
    "axes.facecolor": "none",
    "savefig.facecolor": "none",
    "text.color": TEXT_COLOUR,
    "axes.edgecolor": TEXT_COLOUR,
    "axes.labelcolor": TEXT_COLOUR,
    "xtick.color": TEXT_COLOUR,
    "ytick.color": TEXT_COLOUR,
    "grid.color": GRID_COLOUR,
    "axes.prop_cycle": mpl.cycler(color=SERIES),
    "axes.spines.top": False,
    "axes.spines.right": False,
    "lines.linewidth": 2.0,
    "font.size": 13,
    "font.family": "sans-serif",
}


def svg(module, data, language):
    """Return the figure as matplotlib writes it."""
    file = io.StringIO()
    with mpl.rc_context(STYLE), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph .* missing from font")     # Hangul: the page's font has it
        figure, axes = plt.subplots(figsize=module.get("SIZE", (5.2, 3.4)), layout="constrained")
        module["draw"](axes, data, module["TEXT"][language])
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
        plt.close(figure)
    return file.getvalue()


def themed(drawing, name, alt):
    """Return an SVG that follows the page's palette and font, and says in words what it shows."""
    drawing = drawing[drawing.index("<svg"):]
    drawing = re.sub(r"<metadata>.*?</metadata>|<!--.*?-->|<style type=\"text/css\">.*?</style>", "", drawing, flags=re.S)
    drawing = re.sub(r'\s(?:width|height)="[\d.]+pt"', "", drawing, count=2)
    for sentinel, colour in COLOURS.items():
        drawing = drawing.replace(sentinel, colour)
    drawing = re.sub(r"font: (?:(?:italic|bold|\d{3}) )*([\d.]+px) [^;\"]*", r"font-size: \1", drawing)
    drawing = re.sub(r"font-family: [^;\"]*;? ?", "", drawing)
    drawing = re.sub(r"<[^>]+>", lambda tag: re.sub(r"(\d+\.\d{2})\d+", r"\1", tag[0]), drawing)     # never the text
    drawing = re.sub(r'\bid="', f'id="{name}-', drawing)
    drawing = re.sub(r'(url\(#|href="#)', rf"\1{name}-", drawing)
    drawing = re.sub(r">\s+<", "><", drawing)
    head = f'<svg role="img" class="figure" aria-labelledby="{name}-title" style="stroke-linejoin:round"'
    title = f'<title id="{name}-title">{html.escape(alt)}</title>'
    return re.sub(r"<svg([^>]*)>", lambda match: f"{head}{match[1]}>{title}", drawing, count=1)


def written(drawing):
    """Return the texts that a figure writes into its drawing, without the numbers of its axes."""
    root = ElementTree.fromstring(drawing)
    parents = {child: parent for parent in root.iter() for child in parent}

    def on_axis(element):
        while element is not None and "tick" not in element.get("id", ""):
            element = parents.get(element)
        return element is not None

    return ["".join(element.itertext()) for element in root.iter("{http://www.w3.org/2000/svg}text") if not on_axis(element)]


def unproven(drawing, data):
    """Return the numbers in a drawing that are not among the plotted data, which are proven."""
    plotted = [Decimal(repr(float(value))) for column in data.values() for value in column if not isinstance(value, str)]
    found = [number for text in written(drawing) for number in numbers.in_text(text)]
    return [number.text for number in found if not any(numbers.agrees(number.text, value) for value in plotted)]


def table(data, language):
    """Return the plotted values as a folded table."""
    head = "".join(f"<th>{html.escape(column)}</th>" for column in data)
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell(value)}</td>" for value in row) + "</tr>" for row in zip(*data.values(), strict=True)
    )
    return (
        f'<details class="figure-data"><summary>{TABLE[language]}</summary><div class="md-typeset__scrollwrap">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )


def cell(value):
    """Return a table cell's text: words as they are, numbers with at most 8 digits."""
    return html.escape(value) if isinstance(value, str) else f"{value:.8g}"


def computed(name, book):
    """Return a figure's module and its data, once for both languages."""
    if name not in book.figures:
        module = runpy.run_path(str(book.root / "docs" / "figures" / f"{name}.py"))
        book.figures[name] = module, module["data"]()
    return book.figures[name]


def drawn(name, alt, book, language):
    """Return a figure's SVG and its data."""
    module, data = computed(name, book)
    return themed(svg(module, data, language), name.replace("/", "-"), alt), data


def expand(markdown, page, book):
    """Expand the figures of a page."""

    def shown(match):
        drawing, data = drawn(match["name"], cut.plain(match["alt"]), book, page.language)
        return f'<figure class="plot">{drawing}{table(data, page.language)}</figure>'

    return cut.FIGURE.sub(shown, markdown)
