"""``python -m press``: check the pages, begin a new one, bind its numbers, or write them all as plain Markdown."""

import argparse
import sys
from pathlib import Path

from press.bind import proposals
from press.book import Book
from press.rules import check
from press.write import write


def checked(arguments):
    """Print every complaint; the exit status is 1 when there are any."""
    book = Book()
    pages = book.found(arguments.pages) or None
    try:
        found = check(book, pages)
    except RuntimeError as error:
        print(error)
        return 1
    for complaint in found:
        print(complaint)
    return 1 if found else 0


def bound(arguments):
    """Print, for each unbound number of the pages, the quantities that it may state."""
    book = Book()
    for page in book.found(arguments.pages):
        for line, number, names in proposals(book, page):
            several = f" and {len(names) - 6} more" if len(names) > 6 else ""
            print(f"{page.place}:{line}: {number}: {', '.join(names[:6]) or 'no proven quantity has this value'}{several}")
    return 0


def written(arguments):
    """Write all pages, if nothing is to be complained of."""
    book = Book()
    found = check(book)
    for complaint in found:
        print(complaint)
    if not found:
        write(book, arguments.folder)
    return 1 if found else 0


def parser():
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(prog="press", description=__doc__)
    commands = top.add_subparsers(required=True)
    command = commands.add_parser("check", help="name all complaints of all pages, or of the given ones")
    command.add_argument("pages", nargs="*", metavar="PAGE", help="such as docs/en/activations/relu.md, or activations/relu")
    command.set_defaults(run=checked)
    command = commands.add_parser("bind", help="propose what the unbound numbers of pages state")
    command.add_argument("pages", nargs="+", metavar="PAGE")
    command.set_defaults(run=bound)
    command = commands.add_parser("write", help="write both languages as plain Markdown, for any generator")
    command.add_argument("folder", type=Path, metavar="DIR")
    command.set_defaults(run=written)
    return top


if __name__ == "__main__":
    chosen = parser().parse_args()
    sys.exit(chosen.run(chosen))
