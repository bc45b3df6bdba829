"""The docstrings that hold formulas, and what their formulas mean: a module for each module of the package, in api/."""

import importlib

from press.docstrings import DOCTEST, docstrings
from press.formula.page import Meaning
from press.report import ROOT
from press.text import without

DOCSTRINGS = {found.name: found for found in docstrings(ROOT) if found.formulas}


def prose(name):
    """Return a docstring without its doctests."""
    return without(DOCSTRINGS[name].text, DOCTEST)


def meanings(module):
    """Return the module that says what the symbols in the docstrings of a module mean."""
    return importlib.import_module(f"proofs.reference.api.{module}")


def meaning(name):
    """Return the meaning of a docstring such as dlnotes.activations.sigmoid: its own, or that of all of its module."""
    _, module, *inside = name.split(".")
    found = meanings(module)
    return found.MEANINGS.get(".".join(inside)) or Meaning(found.SCOPE)
