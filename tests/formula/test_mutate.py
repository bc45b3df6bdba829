"""Mutants are small slips, each of its kind, each once."""

import pytest

from press.formula.mutate import mutants
from press.formula.parser import parse
from press.formula.tokens import tokens_of

KINDS = [
    ("sign", "a + b", "a - b"),
    ("sign", "-a", "+a"),
    ("exponent sign", "e^x", "e^{-x}"),
    ("exponent", "a^2", "a^{3}"),
    ("exponent", "a^{n}", "a"),
    ("index", "w_1 x_2", "w_2 x_2"),
    ("index", "w_{ij}", "w_{jj}"),
    ("index", "z_{l+1}", "z_{l-1}"),
    ("number", "2x", "3x"),
    ("number", "0.25", "0.26"),
    ("prime", "f''(x)", "f'(x)"),
    ("hat", r"\hat{y}", "{y}"),
    ("fraction", r"\frac{a}{b}", r"\frac{b}{a}"),
    ("relation", r"a \le b", r"a \ge  b"),
    ("strictness", "a > b", r"a \ge  b"),
    ("factor", r"a \cdot b c", r"a  c"),
    ("factor", "a b", " b"),
    ("term", "a + b - c", " + b - c"),
    ("transpose", r"W^\top x", r"W x"),
    ("transpose", r"W^{\top}", "W"),
    ("extreme", r"\max(a, b)", r"\min(a, b)"),
    ("extreme", r"\lceil a \rceil", r"\lfloor a \rfloor"),
]


@pytest.mark.parametrize(("kind", "latex", "expected"), KINDS)
def test_each_kind(kind, latex, expected):
    found = [(kind, [t.text for t in tokens_of(changed)]) for kind, changed in mutants(latex)]
    assert (kind, [t.text for t in tokens_of(expected)]) in found


def test_no_mutant_is_the_formula_itself_and_none_comes_twice():
    latex = r"\begin{aligned} y &= \frac{1}{1 + e^{-x}} \\ &= \sum_i w_i x_i, & z_{i+1} &\le f'(x)^2 \end{aligned}"
    changed = [text for _, text in mutants(latex)]
    assert len(changed) == len(set(changed)) > 20
    assert latex not in changed


def test_most_mutants_can_be_read():
    latex = r"s_i = \frac{e^{x_i}}{\sum_j e^{x_j}}"
    for _, changed in mutants(latex):
        parse(changed)
