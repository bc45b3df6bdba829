"""``python -m press``: check the pages, begin a new one, bind its numbers, or write them all as plain Markdown."""

import argparse
import sys
from pathlib import Path

from press import new
from press.bind import proposals
from press.book import ROOT, Book
from press.rules import check
from press.write import write


def checked(arguments):
    """Print every complaint; the exit status is 1 when there are any, or when a proof fails."""
    book = Book(drafts=True)
    found = check(book, book.found(arguments.pages) or None)
    for complaint in found:
        print(complaint)
    if book.unproven:
        print(book.unproven)
    return 1 if found or book.unproven else 0


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


def begun(arguments):
    """Write stubs, and say which."""
    write_stubs = new.page if arguments.page else lambda name, root: new.example(name, root, arguments.on)
    for path in write_stubs(arguments.name, ROOT):
        print(path.relative_to(ROOT).as_posix())
    return 0


def parser():
    """Return the parser of the command line."""
    top = argparse.ArgumentParser(prog="press", description=__doc__)
    commands = top.add_subparsers(required=True)
    command = commands.add_parser("check", help="name all complaints of all pages, or of the given ones")
    command.add_argument("pages", nargs="*", metavar="PAGE", help="such as docs/en/activations/relu.md, or activations/relu")
    command.set_defaults(run=checked)
    command = commands.add_parser("new", help="write the stubs of an example, or with --page of a page")
    command.add_argument("name", metavar="TOPIC/NAME")
    command.add_argument("--page", action="store_true", help="a page: both languages, its proof, its line in the nav")
    command.add_argument("--on", metavar="TOPIC/PAGE", help="the page that will show the example, if its name does not tell")
    command.set_defaults(run=begun)
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
