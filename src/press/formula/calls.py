"""A symbol before parentheses: a function's value, or a product. The meaning decides."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import mpmath
import numpy as np

from press.formula import arrays, indices
from press.formula.derivatives import partial, slope
from press.formula.errors import FormulaError
from press.formula.meanings import Function, Of
from press.formula.nodes import Call, Symbol
from press.formula.scope import unknown

if TYPE_CHECKING:
    from press.formula.evaluate import Evaluator

BUILTIN: dict[str, Callable[..., Any]] = {
    r"\exp": mpmath.exp, r"\log": mpmath.log, r"\ln": mpmath.log, r"\tanh": mpmath.tanh, r"\cosh": mpmath.cosh,
    r"\sinh": mpmath.sinh, r"\sin": mpmath.sin, r"\cos": mpmath.cos, r"\tan": mpmath.tan, r"\operatorname{sign}": mpmath.sign,
}  # fmt: skip
EXPECTATIONS = (r"\operatorname{E}", r"\mathbb{E}")
VARIANCE = r"\operatorname{Var}"


def is_function(evaluator: "Evaluator", node: Call) -> bool:
    """Tell whether a symbol before parentheses is applied (rather than multiplied)."""
    key = evaluator.scope.key(node.head)
    if key is None:
        return node.head.name in BUILTIN or node.head.name in (*EXPECTATIONS, VARIANCE)
    meaning = evaluator.scope.meanings[key]
    if isinstance(meaning, Of) and variable_of(evaluator, node, meaning) is not None:
        return True
    value = evaluator.named(node.head)
    return isinstance(value, Function) or callable(value)


def variable_of(evaluator: "Evaluator", node: Call, meaning: Of) -> str | None:
    """Return the symbol x of y(x), where y is a quantity that depends on x."""
    if len(node.arguments) != 1 or not isinstance(node.arguments[0], Symbol):
        return None
    latex = node.arguments[0].latex
    names = evaluator.scope.names(meaning)
    below = [n for name in names if isinstance(m := evaluator.scope.meanings[name], Of) for n in evaluator.scope.names(m)]
    return latex if latex in names + below else None


def value(evaluator: "Evaluator", node: Call) -> Any:
    """Return a function's value, or the product that parentheses after a symbol stand for."""
    key = evaluator.scope.key(node.head)
    meaning = None if key is None else evaluator.scope.meanings[key]
    if isinstance(meaning, Of) and (variable := variable_of(evaluator, node, meaning)) is not None:
        variables = (Symbol(variable),) * node.primes
        return partial(evaluator, node.head, variables) if node.primes else evaluator.named(node.head)
    if key is None:
        return _builtin(evaluator, node)
    f = evaluator.named(node.head)
    if isinstance(f, Function) or callable(f):
        return _apply(evaluator, f if isinstance(f, Function) else Function(f), node)
    if node.primes or len(node.arguments) != 1:
        raise FormulaError(f"{node.head.latex} is no function")
    return arrays.multiply("", f, evaluator.value(node.arguments[0]))


def _apply(evaluator: "Evaluator", f: Function, node: Call) -> Any:
    values = [evaluator.value(part) for part in node.arguments]
    if node.primes:
        return slope(evaluator, f, values, node.primes)
    code = f.code if evaluator.code else None
    function: Callable[..., Any] = f.oracle if code is None else lambda *v: evaluator.packaged(code, *v)
    if len(values) == 1 and f.elementwise:
        return arrays.each(function, values[0])
    return arrays.exact(function(*values))


def _builtin(evaluator: "Evaluator", node: Call) -> Any:
    if node.head.name in (*EXPECTATIONS, VARIANCE):
        return _expected(evaluator, node)
    if node.head.name not in BUILTIN:
        raise unknown(node.head)
    f = BUILTIN[node.head.name]
    if node.head.below:
        base = indices.number_of(evaluator, node.head.below[0])
        if node.head.name != r"\log":
            raise FormulaError(f"{node.head.latex} is unknown")
        return arrays.each(lambda v: arrays.real(mpmath.log(v, base)), evaluator.value(node.arguments[0]))
    return _apply(evaluator, Function(lambda v: arrays.real(f(v))), node)


def _expected(evaluator: "Evaluator", node: Call) -> Any:
    values = np.ravel(evaluator.value(node.arguments[0]))
    if node.primes or len(node.arguments) != 1 or len(values) < 2:
        raise FormulaError(f"{node.head.latex} of something that is no sample")
    mean = mpmath.fsum(values) / len(values)
    return mean if node.head.name != VARIANCE else mpmath.fsum((v - mean) ** 2 for v in values) / len(values)
