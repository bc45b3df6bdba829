"""What can be wrong with a formula."""


class FormulaError(Exception):
    """A formula cannot be read or executed: the message names the construct or the symbol."""


class DoesNotHold(FormulaError):
    """A relation of a formula is false at some point."""


class ProvesNothing(FormulaError):
    """A formula was executed, but what was drawn left a part of it untouched."""
