"""Every symbol of a page's formulas has one meaning there, and the page lists it."""

from fnmatch import fnmatch

from press.complaint import Complaint
from press.formula import FormulaError
from press.formula.nodes import Bracket, Call, Extreme, Iverson, Over, Partial, Product, Symbol, Transpose, walk
from press.formula.parser import parse

MARKER = "{{ symbols }}"
SIGNS = {Partial: r"\partial", Transpose: r"\top", Iverson: r"[\,]"}
BRACKETS = {"ceil": r"\lceil", "floor": r"\lfloor", "abs": r"\lvert", "norm": r"\lVert", "sqrt": r"\sqrt"}
OVER = {"sum": r"\sum", "prod": r"\prod", "lim": r"\lim", "max": r"\max", "min": r"\min"}
KRONECKER = r"\delta_{ij}"


def symbols_of(latex):
    """Return the symbols and signs of a formula, in order, as docs/symbols.yml names them."""
    found = [name for node in walk(tuple(parse(latex))) for name in names(node)]
    if r"\leftarrow" in latex:
        found.append(r"\leftarrow")
    return list(dict.fromkeys(found))


def names(node):
    """Return what a node of a formula needs to be explained."""
    if isinstance(node, Symbol):
        is_kronecker = node.name == r"\delta" and len(node.below) == 2
        return [KRONECKER if is_kronecker else node.name]
    if isinstance(node, Product):
        return [operator for operator, _ in node.factors if operator in {r"\odot", r"\cdot"}]
    if isinstance(node, Call) and node.primes:
        return [r"\prime"]
    if isinstance(node, Bracket):
        return [BRACKETS[node.kind]]
    if isinstance(node, (Over, Extreme)):
        return [OVER[node.kind]]
    return [sign for kind, sign in SIGNS.items() if isinstance(node, kind)]


def symbols_of_page(page):
    """Return every symbol of a page with the line on which it first stands."""
    found = {}
    for formula in page.formulas:
        try:
            for symbol in symbols_of(formula.latex):
                found.setdefault(symbol, formula.line)
        except FormulaError as error:
            found.setdefault(f"? {error}", formula.line)
    return found


def meanings(symbol, page, table):
    """Return the entries that say what a symbol means on a page: those for this page, else those for all."""
    entries = [entry for entry in table if entry["symbol"] == symbol]
    own = [entry for entry in entries if any(fnmatch(page.name, pattern) for pattern in entry.get("pages", []))]
    return own or [entry for entry in entries if "pages" not in entry]


def of_page(book, page):
    """Name every symbol of a page that is not explained, or has several meanings."""
    found = symbols_of_page(page)
    complaints = [
        Complaint(page.place, line, message)
        for symbol, line in found.items()
        if (message := about(symbol, meanings(symbol, page, book.symbols)))
    ]
    if found and MARKER not in page.markdown:
        complaints.append(Complaint(page.place, 1, f"this page has formulas but does not list their symbols: write {MARKER}."))
    return complaints


def about(symbol, entries):
    """Return what is wrong with the meanings of a symbol, or None."""
    if symbol.startswith("? "):
        return f"a formula cannot be read: {symbol[2:]}."
    if not entries:
        return f"docs/symbols.yml does not say what {symbol} means on this page. Add it there."
    return f"docs/symbols.yml gives {symbol} {len(entries)} meanings on this page. Keep one." if len(entries) > 1 else None


def idle(book):
    """Name every entry of docs/symbols.yml that no page needs."""
    used = {id(entry) for page in book.pages.values() for symbol in symbols_of_page(page)
            for entry in meanings(symbol, page, book.symbols)}
    return [
        Complaint("docs/symbols.yml", 1, f"no page needs {entry['symbol']} ({entry['en']}): delete it.")
        for entry in book.symbols
        if id(entry) not in used
    ]
