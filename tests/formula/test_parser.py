"""The parser reads our notation, and refuses what it does not know, with the place."""

import pytest

from press.formula.errors import FormulaError
from press.formula.nodes import (
    Bracket,
    Call,
    Chain,
    Gradient,
    Membership,
    Number,
    Partial,
    Power,
    Product,
    Quotient,
    Sum,
    Symbol,
    Transpose,
)
from press.formula.parser import parse, symbol


def only(latex):
    """The one expression of a formula."""
    (chain,) = parse(latex)
    assert not chain.links
    return chain.first


X, N2 = Symbol("x"), Number("2")


def test_powers_bind_tighter_than_signs_and_products():
    assert only("-x^2") == Sum(((-1, Power(X, N2)),))
    assert only("2 x^2") == Product((("", N2), ("", Power(X, N2))))


def test_every_spelling_of_a_symbol_has_one_key():
    assert symbol("w_{5}").latex == symbol("w_5").latex == "w_5"
    assert symbol("x_{i,j}").latex == symbol("x_{ij}").latex == "x_{ij}"
    assert symbol(r"W^{(l+1)}_{ij}").latex == symbol(r"W_{ij}^{(l+1)}").latex == r"W_{ij}^{(l+1)}"
    assert symbol(r"\hat{y}_i").latex == r"\hat{y}_i"
    assert symbol(r"x_{10}").latex == "x_{10}"
    assert symbol(r"\mathrm{step}").latex == r"\mathrm{step}"


def test_a_layers_number_is_no_exponent_but_a_group_over_e_is():
    assert isinstance(only(r"W^{(l)}"), Symbol)
    assert isinstance(only(r"e^{(x)}"), Power)
    assert isinstance(only(r"x^{(a + b)c}"), Power)


@pytest.mark.parametrize("latex", [r"W^\top", r"W^{\top}"])
def test_transpose(latex):
    assert only(latex) == Transpose(Symbol("W"))


def test_a_symbol_before_parentheses_is_left_to_the_meaning():
    assert only(r"f''(x)") == Call(Symbol("f"), (X,), 2)
    assert only(r"\tanh^2(x)") == Power(Call(Symbol(r"\tanh"), (X,)), N2)
    assert only(r"t \log x") == Product((("", Symbol("t")), ("", Call(Symbol(r"\log"), (X,)))))


def test_numbers():
    assert only("60{,}000") == Number("60000")
    assert only(r"1.5 \times 10^{-6}") == Product(
        (("", Number("1.5")), (r"\times", Power(Number("10"), Sum(((-1, Number("6")),)))))
    )


def test_derivatives_in_all_spellings():
    E, w = Symbol("E"), symbol("w_5")
    assert only(r"\frac{\partial E}{\partial w_5}") == only(r"\partial E / \partial w_5") == Partial(E, (w,))
    assert only(r"\frac{\partial}{\partial w_5} E") == Partial(E, (w,))
    assert only(r"\frac{\partial^2 E}{\partial w_5^2}") == Partial(E, (w, w))
    assert only(r"\frac{dE}{dw_5}") == Partial(E, (w,), "d")
    assert only(r"\frac{d}{n}") == Quotient(Symbol("d"), Symbol("n"))
    assert only(r"\nabla_w E") == Gradient(E, Symbol("w"))


def test_aligned_columns_are_chains_of_their_own_and_rows_go_on():
    rows = r"\begin{aligned} a &= b, & c &= d \\ &= e & &= f \\ g &< h \end{aligned}"
    assert [str(len(chain.links)) + chain.first.name for chain in parse(rows)] == ["2a", "2c", "1g"]


def test_a_row_that_begins_with_an_operator_continues_the_sum():
    (chain,) = parse(r"\begin{aligned} a &= b \\ &\quad + c \end{aligned}")
    assert chain == Chain(Symbol("a"), (("=", Sum(((1, Symbol("b")), (1, Symbol("c"))))),))


def test_commas_separate_equations_and_gather_members():
    assert len(parse("a = 1, b = 2")) == 2
    (statement,) = parse(r"x, y \in \mathbb{R}^{m \times n}")
    assert isinstance(statement, Membership)
    assert len(statement.parts) == len(statement.where.sizes) == 2


def test_sizes_and_spaces_say_nothing():
    assert parse(r"\left\lceil \frac{N}{B} \right\rceil") == parse(r"\lceil\frac{N}{B}\rceil")
    assert only(r"\bigl( x \bigr)") == X
    assert only(r"\lVert x \rVert_1") == Bracket("norm", X, "1")


@pytest.mark.parametrize(
    ("latex", "complaint"),
    [
        (r"a \oplus b", r"unknown notation \\oplus at 2"),
        ("|x|", r"unknown notation | at 0"),
        ("a / b c", "two readings"),
        (r"\log x y", "how far does the argument"),
        (r"\prod_i x_i b", "how far does this reach"),
        ("x_12", "only the first digit"),
        ("2^10", "only the first digit"),
        ("f' + 1", "prime but no argument"),
        (r"\frac{a}{b", "expected }"),
        ("a = ", "the formula ends"),
        ("a, b = 2", "part without a relation"),
        (r"\begin{cases} 1 & \text{perhaps} \end{cases}", "unknown condition perhaps"),
        (r"\begin{cases} 1 & x \end{cases}", "a condition needs a relation"),
        (r"\sum_{i=1} x_i", "a range needs both ends"),
        (r"x \in \mathbb{Q}", r"unknown set"),
        (r"\nabla E", "by what"),
        (r"\nabla_w E \cdot x", "how far does the derivative reach"),
        (r"\sqrt[3]{x}", "unknown notation"),
        (r"\frac{\partial^2 E}{\partial w}", "order 2 by 1"),
        (r"\begin{pmatrix} 1 & 2 \\ 3 \end{pmatrix}", "rows of different lengths"),
        ("", "an empty formula"),
    ],
)
def test_what_is_not_known_is_refused(latex, complaint):
    with pytest.raises(FormulaError, match=complaint.replace("|", r"\|")):
        parse(latex)
