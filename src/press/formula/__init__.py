"""Formulas that run: our LaTeX notation, parsed and executed at random points.

A *scope* says what each symbol means (`press.formula.meanings`), a `Formula` is checked against it
(`press.formula.check`), a page executes all its formulas in one scope (`press.formula.page`), and mutants of a
formula show whether a slip would be noticed (`press.formula.mutate`).
"""

from press.formula.check import Formula
from press.formula.errors import DoesNotHold, FormulaError
from press.formula.page import Meaning, execute_page, formulas_of

__all__ = ["DoesNotHold", "Formula", "FormulaError", "Meaning", "execute_page", "formulas_of"]
