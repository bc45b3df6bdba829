"""A formula that is checked with the package notices when the package is wrong by a ten-millionth."""

import itertools

from press.formula.evaluate import Evaluator
from press.formula.page import execute, formulas_of
from proofs.formulas.pages import PAGES, meaning

# A step of pure algebra, such as -(t - o) = o - t, holds for any numbers, wrong ones too: of those there are few.
INDIFFERENT = 0.1


def slightly_wrong(value, size):
    """The value with an error, in every entry and in what a function returns."""
    if isinstance(value, dict):
        return {key: slightly_wrong(part, size) for key, part in value.items()}
    if callable(value):
        return lambda *arguments: slightly_wrong(value(*arguments), size)
    return value * (1 + size) + size


def with_code():
    """Every formula whose check calls the package."""
    for page, path in PAGES.items():
        for found in formulas_of(path.read_text("utf-8")):
            checked = execute(found, meaning(page), passes=("code",)).checked
            if checked and "code" in checked.comparisons:
                yield page, found


def test_errors_of_the_package_are_noticed(monkeypatch):
    formulas = list(with_code())
    right, sizes = Evaluator.packaged, itertools.cycle(range(1, 51))

    def wrong(self, code, *arguments):
        return slightly_wrong(right(self, code, *arguments), next(sizes) * 1e-7)

    monkeypatch.setattr(Evaluator, "packaged", wrong)
    unnoticed = {found.latex for page, found in formulas if execute(found, meaning(page), passes=("code",)).failure is None}
    assert len(formulas) > 60
    assert len(unnoticed) <= INDIFFERENT * len(formulas), unnoticed
