"""True formulas hold, false ones do not, and what has no one meaning is refused."""

import mpmath
import numpy as np
import pytest

from press.formula.check import Formula
from press.formula.errors import DoesNotHold, FormulaError, ProvesNothing
from press.formula.meanings import Choice, Function, Matrix, Of, OneHot, Reals, Running, Vector, Whole, draw


def total(values):
    return mpmath.fsum(values)


def layered(W, x):
    first = W[1] @ x
    return {1: first, 2: W[2] @ first}


SCOPE = {
    "x": Vector("n"), "w": Vector("n"), "n": Whole(3, 5), "u": Reals(0.1, 3), "v": Reals(0.1, 3),
    "A": Matrix(2, 3), "B": Matrix(3, 2), "p": Vector(3), "q": Vector(2), "t": OneHot(3), "k": Whole(1, 3),
    "s": Of(lambda p: [mpmath.exp(v) / total(map(mpmath.exp, p)) for v in p]),
    "E": Of(lambda s, t: -total(a * mpmath.log(b) for a, b in zip(t, s, strict=True))),
    "f": Function(lambda v: v**3), r"\hat{y}": Reals(1, 2), r"\bar{x}": Of(lambda x: total(x) / len(x)),
    "g": Function(lambda a, b: a * b), "L": Function(lambda p: total(p * p), elementwise=False),
    "m": {0: Vector(2), 1: Vector(2), 2: Vector(2)},
    r"\delta^{(1)}": Reals(), "W": {1: Matrix(4, 3), 2: Matrix(2, 4)}, "z": Of(lambda W, p: layered(W, p)),
}  # fmt: skip

TRUE = [
    "(u + v)^2 = u^2 + 2 u v + v^2",
    r"\frac{u}{v} = u / v = u v^{-1} = \frac{1}{v / u}",
    r"w \cdot x = \sum_i w_i x_i = \sum_{i=1}^{n} w_i x_i = w^\top x = w_1 x_1 + \cdots + w_n x_n",
    r"\bar{x} = \frac{1}{n} \sum_{j} x_j = \operatorname{E}(x)",
    r"\operatorname{Var}(x) = \mathbb{E}[x^2] - \bar{x}^2",
    r"x_1 x_2 \cdots x_n = \prod_{i=1}^{n} x_i",
    r"(A B)^{\top} = B^\top A^\top",
    r"p^\top p = \lVert p \rVert^2 = \sum_i p_i^2",
    r"A (B q) = (A B)\, q",
    r"p \odot p = p^2",
    r"f'(u) = 3 u^2, f''(u) = 6 u, f(u)(1 - u) = u^3 - u^4",
    r"f'(p) = 3 p^2",
    r"\frac{df(u)}{du} = 3 u^2 = \lim_{h \to 0} \frac{f(u + h) - f(u)}{h}",
    r"\lim_{h \to \infty} \frac{u h + 1}{h} = u",
    r"\frac{\partial s_i}{\partial p_j} = s_i (\delta_{ij} - s_j)",
    r"\frac{\partial E}{\partial p} = \nabla_p E = s - t",
    r"\frac{\partial^2 g(u, v)}{\partial u \partial v} = 1",
    r"\frac{\partial^2 f(u)}{\partial u^2} = 6u",
    r"\nabla L(p) = 2 p, \nabla L(p + p) = 4p",
    r"\partial E / \partial p_2 = s_2 - t_2",
    r"E = -\sum_i t_i \log s_i \ge 0",
    r"u = \begin{cases} u, & u > 1 \\ u^2 / u & \text{otherwise} \end{cases}",
    r"[u > v] + [u \le v] = 1",
    r"\max(u, v) + \min(u, v) = u + v = \lvert -u - v \rvert",
    r"\max_i p_i = p_{\mathrm{a}}, \arg\max_i p_i = k_a",
    r"\lceil u \rceil - \lfloor u \rfloor = 1",
    r"\sqrt{u^2} = \exp(\log u) = e^{\ln u} = 2^{\log_2 u} = u",
    r"\tanh^2(u) = 1 - \tanh'(u), \cosh u \ne u",
    r"\begin{aligned} u + v &= v + u & g(u, v) &= u v \\ &= v - (-u) & &= g(v, u) \end{aligned}",
    r"\sum_{j \ne k} p_j = \sum_j p_j - p_k",
    r"\sum_{i,j} A_{ij} = \sum_i \sum_j A_{ij}",
    r"p \in \mathbb{R}^3, A \in \mathbb{R}^{2 \times 3}",
    r"u, v \in (0, 3], t_i \in \{0, 1\}, u \in \mathbb{R}",
    r"\delta^{(1)} + \hat{y} = \hat{y} + \delta^{(1)}",
    r"z_{l+1} = W_{l+1} z_l, z_1 = W_1 p",
    r"m_0 + m_2 = m_2 + m_0",
    r"(A^\top q)_i = \sum_j A_{ji} q_j, (A B)_{21} = \sum_k A_{2k} B_{k1}, f(p)_2 = p_2^3",
    r"\frac{\partial}{\partial p_i} \frac{u}{2} \lVert p \rVert^2 = u p_i, \nabla_p u \lVert p \rVert^2 = 2 u p",
    r"\Delta w = w, (u, v) = (1 u, 1 v), u := u",
    r"\begin{pmatrix} 1 & u \\ 3 & 4 \end{pmatrix} \begin{bmatrix} v \\ 2 \end{bmatrix}"
    r" = \begin{pmatrix} v + 2u \\ 3v + 8 \end{pmatrix}",
    r"60{,}000 = 6 \times 10^4, 1.5 \times 10^{-6} = 15 / 10000000",
    r"\frac{1}{3} \approx 0.333, \frac{1}{3} = 0.33, \frac{2}{3} \approx 6.67 \times 10^{-1}, 0.1 \cdot 3 = 0.3",
    r"\pi \approx 3.1416, e \approx 3",
    r"\frac{9999}{10} \approx 1000",
]  # fmt: skip


@pytest.mark.parametrize("latex", TRUE)
def test_what_is_true_holds(latex):
    largest = Of(lambda p: max(p))
    place = Of(lambda p: list(p).index(max(p)) + 1)
    checked = Formula(latex).check({**SCOPE, r"\Delta w": Of(lambda w: w), r"p_{\mathrm{a}}": largest, "k_a": place})
    assert checked.comparisons["oracle"] > 0


FALSE = [
    "(u + v)^2 = u^2 + v^2",
    r"w \cdot x = \sum_{i=2}^{n} w_i x_i",
    r"A^\top = B",
    r"f'(u) = 3 u",
    r"\frac{\partial s_i}{\partial p_j} = s_i (\delta_{ij} - s_i)",
    r"\frac{1}{3} = 0.34",
    r"\frac{1}{3} = 0.3334",
    r"0.25 = \frac{1}{3}",
    r"\pi \approx 3.1415",
    r"60{,}000 = 6000",
    r"u < v",
    r"\max(u, v) < v",
    r"u = \begin{cases} u, & u > 1 \\ u, & u > 2 \end{cases}",
    r"p \in \mathbb{R}^4",
    r"u \in (0, 1)",
    r"a + 1 = a + 1.000000000000000001",
]


@pytest.mark.parametrize("latex", FALSE)
def test_what_is_false_does_not_hold(latex):
    with pytest.raises(DoesNotHold, match=r"point \d+ of"):
        Formula(latex).check({**SCOPE, "a": Reals(0.5, 1)})


@pytest.mark.parametrize(
    ("latex", "complaint"),
    [
        ("c = u", "what is c?"),
        ("u_i = u", r"more indices|no array"),
        ("p_4 = u", "no entry"),
        ("p_u = u", "the index u is no whole number"),
        ("x_i = p_i", "runs over|shapes"),
        ("w x = u", "two vectors side by side"),
        ("A p p = u", "product|vectors"),
        (r"A \times B = A", r"\\times between two arrays"),
        ("A + p^\\top B = A", "sum of shapes"),
        ("f = u", "is a function"),
        ("f + u = u", "is a function"),
        ("A^2 = A", "no one meaning"),
        (r"\sqrt{-u} = u", "not real"),
        (r"\sum_i u = u", "no array tells how far i runs"),
        (r"g'(u, v) = u", "several arguments"),
        (r"u'(v) = u", "is no function"),
        (r"w \leftarrow w + x", "after the update"),
        (r"u \approx v", "how near"),
        (r"x_1 + \cdots - x_n = u", r"dots need a term with \+"),
        (r"x_1 + \cdots + w_n = u", "differ in more than their index"),
        (r"p_i = \sum_{j < i} p_j", "which letters run"),
        (r"p_2 + p_3 + \cdots + p_k = u", "an entry counts twice"),
        (r"\operatorname{E}(u) = u", "no sample"),
        (r"\operatorname{Foo}(u) = u", "what is"),
        (r"\frac{1}{u - u} = u", "ZeroDivisionError"),
        (r"\lim_{h \to 0} \frac{h}{\lvert h \rvert} = u", "no limit"),
    ],
)
def test_what_has_no_one_meaning_is_refused(latex, complaint):
    with pytest.raises(FormulaError, match=complaint):
        Formula(latex).check(SCOPE)


# What proves nothing


@pytest.mark.parametrize(
    ("latex", "complaint"),
    [
        ("o = o^2", "0 at every point"),
        (r"u = \begin{cases} u, & u > 0 \\ v, & u \le 0 \end{cases}", "branch of a Cases never occurred"),
        ("[u > 0] = 1", "branch of a Iverson never occurred"),
        (r"\max(u, u + 1) = u + 1", "branch of a Extreme never occurred"),
    ],
)
def test_a_check_that_touches_nothing_is_refused(latex, complaint):
    with pytest.raises(ProvesNothing, match=complaint):
        Formula(latex).check({**SCOPE, "o": Of(lambda u: 0 * u)})


# Passes


def test_the_package_is_checked_too_and_its_mistakes_are_noticed():
    good = {"u": Reals(-3, 3), r"\sigma": Function(mpmath.tanh, code=np.tanh, code_slope=lambda v: 1 - np.tanh(v) ** 2)}
    bad = {"u": Reals(-3, 3), r"\sigma": Function(mpmath.tanh, code=lambda v: np.tanh(v) * (1 + 1e-8))}
    formula = Formula(r"\sigma(u) = 1 - \frac{2}{e^{2u} + 1}")
    assert set(formula.check(good).comparisons) == {"oracle", "code"}
    assert set(Formula(r"\sigma'(u) = 1 - \tanh^2(u)").check(good).comparisons) == {"oracle", "code"}
    with pytest.raises(DoesNotHold):
        formula.check(bad)


def test_without_a_call_of_the_package_there_is_no_code_pass():
    scope = {"u": Reals(), "y": Of(lambda u: u + 1, code=lambda u: u + 1)}
    assert set(Formula("2u = u + u").check(scope).comparisons) == {"oracle"}


def test_derivatives_of_the_package_are_used_where_it_has_them():
    def scope(slope):
        return {"u": Reals(1, 2), "v": Reals(1, 2), "y": Of(lambda u, v: u * v, slopes={"u": slope, "v": Of(lambda u: u)})}

    formula = Formula(r"\frac{\partial y}{\partial u} = v, \frac{\partial y}{\partial v} = u")
    assert formula.check(scope(lambda u, v: v)).comparisons == {"oracle": 48, "code": 48}
    with pytest.raises(DoesNotHold):
        formula.check(scope(lambda u, v: u))


# Special keys


def test_updates_are_compared_with_what_is_given_for_after():
    scope = {"w": Vector(2), "u": Reals(0.1, 1), r"w \leftarrow": Of(lambda w, u: w * (1 - u))}
    Formula(r"w \leftarrow w - u w").check(scope)
    Formula(r"w_i \leftarrow w_i - u w_i").check(scope)
    with pytest.raises(DoesNotHold):
        Formula(r"w \leftarrow w + u w").check(scope)
    with pytest.raises(ProvesNothing):
        Formula(r"w \leftarrow w").check({"w": Vector(2), r"w \leftarrow": Of(lambda w: w)})


def test_updates_are_simultaneous_or_in_turn():
    scope = {"m": Reals(), "w": Reals(), r"m \leftarrow": Of(lambda m: m + 1), r"w \leftarrow": Of(lambda w, m: w - m)}
    rows = Formula(r"\begin{aligned} m &\leftarrow m + 1 \\ w &\leftarrow w - m \end{aligned}")
    rows.check(scope)
    rows.check({**scope, r"\leftarrow": "in turn"})
    after = {**scope, r"w \leftarrow": Of(lambda w, k: w - k - 1), "k": Of(lambda m: m)}
    with pytest.raises(DoesNotHold):
        rows.check(after)


def test_a_row_must_be_true_exactly_where_the_predicate_is():
    scope = {"u": Choice(-1, 0, 1), r"\iff": [Of(lambda u: u > 0)]}
    Formula("u > 0").check(scope)
    for wrong in (r"u \ge 0", "u < 0", "u > 1"):
        with pytest.raises(FormulaError):
            Formula(wrong).check(scope)


def test_what_is_given_limits_the_points():
    scope = {"u": Reals(), "v": Reals()}
    Formula("u + v > 0").check({**scope, r"\given": "u > 0, v > 0"})
    with pytest.raises(DoesNotHold):
        Formula("u + v > 0").check(scope)
    with pytest.raises(ProvesNothing, match="what is given holds at 0"):
        Formula("u + v > 0").check({**scope, r"\given": "u > 3"})


def test_a_relation_that_the_page_denies_must_be_false():
    Formula("x = 0.25").check({"x": 0, r"\not": True})
    with pytest.raises(DoesNotHold, match="said not to"):
        Formula("x = 0.25").check({"x": 0.25, r"\not": True})


def test_approximate_expressions_need_a_tolerance():
    scope = {"u": Reals(0.01, 0.02), r"\approx": 0.001}
    Formula(r"\exp(u) \approx 1 + u").check(scope)
    with pytest.raises(DoesNotHold):
        Formula(r"\exp(u) \approx 1 - u").check(scope)


# Meanings


def test_what_is_drawn_depends_on_the_symbol_and_the_point_only():
    assert draw(Reals(), "x", 3, int) == draw(Reals(), "x", 3, int) != draw(Reals(), "y", 3, int)
    assert draw(Reals(), "x", 4, int) != draw(Reals(), "x", 3, int)
    assert [draw(Reals(extremes=(0, 5)), "x", k, int) for k in (0, 1)] == [0, 5]
    assert {int(draw(Whole(1, 3), "n", k, int)) for k in range(30)} == {1, 2, 3}
    assert [draw(Choice(7, 8), "c", k, int) for k in (0, 1)] == [7, 8]
    assert float(draw(Reals(), "x", 9, int)) == draw(Reals(), "x", 9, int)


def test_at_least_twenty_points_if_something_is_drawn_and_one_if_nothing_is():
    assert Formula("u = u").check({"u": Reals()}).points >= 20
    assert Formula("2 + 2 = 4").check({}).points == 1


def test_a_quantity_finds_its_symbols_by_name():
    scope = {r"\eta": Reals(), r"\hat{y}": Reals(), "w_1": Reals(), "q": Of(lambda eta, y_hat, w_1: eta * y_hat * w_1)}
    Formula(r"q = \eta \hat{y} w_1").check(scope)
    with pytest.raises(FormulaError, match="what is nothing"):
        Formula("q = 1").check({"q": Of(lambda nothing: nothing)})


def test_an_expression_equals_a_number_a_quantity_or_latex():
    Formula(r"\frac{1}{2}").equals(0.5, {})
    Formula("1 - u").equals(Of(lambda u: -(u - 1)), {"u": Reals()})
    Formula("s_i (1 - s_i)").equals("s_i - s_i^2", SCOPE)
    Formula(r"\lceil u \rceil \qquad \lfloor u \rfloor").equals([Of(lambda u: int(u) + 1), Of(lambda u: int(u))], SCOPE)
    with pytest.raises(DoesNotHold):
        Formula("1 - u").equals(Of(lambda u: u - 1), {"u": Reals()})
    with pytest.raises(FormulaError, match="2 expressions, 1 values"):
        Formula("1, 2").equals(1, {})


def test_a_running_letter_may_be_named():
    scope = {"i": Running(), "p": Vector(3)}
    Formula("i").symbols_known(scope)
    Formula("p_i = p_i").check(scope)
    with pytest.raises(FormulaError, match="what is j"):
        Formula("j").symbols_known(scope)
