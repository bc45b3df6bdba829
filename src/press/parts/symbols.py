"""The symbols of a page: ``{{ symbols }}`` becomes a folded list of what each means, in the order of their first use."""

from press.rules.symbols import MARKER, meanings, symbols_of_page
from press.wording import WORDS

# A sign that stands for an operation is shown with something to operate on.
SHOWN = {
    r"\partial": r"\frac{\partial}{\partial x}", r"\top": r"A^\top", r"\odot": r"a \odot b", r"\cdot": r"a \cdot b",
    r"\prime": "f'", r"\sum": r"\sum_i", r"\leftarrow": r"\leftarrow", r"[\,]": r"[\,a > b\,]", r"\lceil": r"\lceil a \rceil",
    r"\lfloor": r"\lfloor a \rfloor", r"\lvert": r"\lvert a \rvert", r"\lVert": r"\lVert a \rVert", r"\sqrt": r"\sqrt{a}",
    r"\operatorname{Var}": r"\operatorname{Var}(w)",
}


def expand(markdown, page, book):
    """Write the list where a page asks for it."""
    if MARKER not in markdown:
        return markdown
    words = WORDS[page.language]
    rows = [row(symbol, page, book) for symbol in symbols_of_page(page) if meanings(symbol, page, book.symbols)]
    lines = [f'??? symbols "{words["symbols"]}"', "", f"    {words['header_symbols']}", "    |---|---|---|", *rows]
    return markdown.replace(MARKER, "\n".join(lines))


def row(symbol, page, book):
    """Return one symbol: how it looks, what it means, and its shape."""
    entry = meanings(symbol, page, book.symbols)[0]
    shape = str(entry.get("shape", "")).split(" / ")[-1 if page.language == "en" else 0]
    shape = WORDS[page.language]["number"] if shape == "()" else f"`{shape}`" if shape else ""
    return f"    | ${SHOWN.get(symbol, symbol)}$ | {entry[page.language]} | {shape} |"
