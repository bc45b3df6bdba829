"""Derivatives by central differences, in twice the digits: good to 40 of them."""

from typing import TYPE_CHECKING, Any

import mpmath
import numpy as np

from press.formula import arrays, indices
from press.formula.errors import FormulaError
from press.formula.meanings import Function, Of
from press.formula.nodes import Call, Gradient, Node, Symbol

if TYPE_CHECKING:
    from press.formula.evaluate import Evaluator

DIGITS, STEP = 110, "1e-25"


def slope(evaluator: "Evaluator", f: Function, values: list[Any], order: int) -> Any:
    """Return the derivative of a function of one argument, entry by entry."""
    if len(values) != 1 or not f.elementwise:
        raise FormulaError("a prime on a function of several arguments")
    if order == 1 and evaluator.code and f.code_slope is not None:
        code_slope = f.code_slope
        return arrays.each(lambda v: evaluator.packaged(code_slope, v), values[0])
    if order == 1 and f.slope is not None:
        return arrays.each(f.slope, values[0])
    with mpmath.workdps(DIGITS):
        return arrays.each(lambda v: _slope(f.oracle, v, order), values[0])


def _slope(f: Any, x: Any, order: int) -> Any:
    if order == 0:
        return arrays.exact(f(x))
    h = mpmath.mpf(STEP)
    return (_slope(f, x + h, order - 1) - _slope(f, x - h, order - 1)) / (2 * h)


def partial(evaluator: "Evaluator", over: Node, under: tuple[Symbol, ...]) -> Any:
    """Return the derivative of a part by symbols, one after the other; arrays without indices by every entry."""
    if len(under) == 1 and evaluator.code and (found := _by_code(evaluator, over, under[0])) is not None:
        return found
    with mpmath.workdps(DIGITS):
        return _partial(evaluator.oracle(), over, under)


def _by_code(evaluator: "Evaluator", over: Node, under: Symbol) -> Any:
    """Return the package's derivative of a quantity by a symbol, where it has one."""
    over_key = evaluator.scope.key(over) if isinstance(over, Symbol) else None
    under_key = evaluator.scope.key(under)
    quantity = evaluator.scope.meanings.get(over_key or "")
    if not isinstance(over, Symbol) or over_key is None or under_key is None or not isinstance(quantity, Of):
        return None
    if under_key not in quantity.slopes or under_key in evaluator.replaced:
        return None
    slopes = quantity.slopes[under_key]
    names = evaluator.scope.names(slopes if isinstance(slopes, Of) else quantity)
    function = slopes.f if isinstance(slopes, Of) else slopes
    value = evaluator.packaged(function, *(evaluator.resolve(name) for name in names))
    looked = (*evaluator.indices(over, over_key), *evaluator.indices(under, under_key))
    return evaluator.entry(value, over, looked)


def _partial(evaluator: "Evaluator", over: Node, under: tuple[Symbol, ...]) -> Any:
    if not under:
        return evaluator.value(over)
    key = evaluator.scope.key(under[0])
    if key is None:
        raise FormulaError(f"what is {under[0].latex}?")
    base = evaluator.resolve(key)
    wanted = [indices.number_of(evaluator, index) for index in evaluator.indices(under[0], key)]
    evaluator.entry(base, under[0], evaluator.indices(under[0], key))
    if len(wanted) == _depth(base, wanted):
        return _difference(evaluator, over, under, key, tuple(wanted))
    return _jacobian(evaluator, over, under, key, tuple(wanted))


def _depth(base: Any, wanted: list[int]) -> int:
    if isinstance(base, dict):
        return 1 + np.ndim(base[wanted[0]]) if wanted else 1
    return int(np.ndim(base))


def _jacobian(evaluator: "Evaluator", over: Node, under: tuple[Symbol, ...], key: str, start: tuple[int, ...]) -> Any:
    base = evaluator.resolve(key)
    shape = np.shape(base[start[0]] if isinstance(base, dict) else base)
    parts = np.empty(shape, dtype=object)
    for place in np.ndindex(shape):
        parts[place] = _difference(evaluator, over, under, key, (*start, *(p + 1 for p in place)))
    outer = np.shape(parts.flat[0])
    found = np.empty((*outer, *shape), dtype=object)
    for place in np.ndindex(shape):
        found[(..., *place)] = parts[place]
    return found


def _difference(evaluator: "Evaluator", over: Node, under: tuple[Symbol, ...], key: str, place: tuple[int, ...]) -> Any:
    h = mpmath.mpf(STEP)
    base = evaluator.resolve(key)
    high, low = (evaluator.with_values({key: moved(base, place, step)}) for step in (h, -h))
    return (_partial(high, over, under[1:]) - _partial(low, over, under[1:])) / (2 * h)


def moved(base: Any, place: tuple[int, ...], step: Any) -> Any:
    """Return a copy of a value in which one entry is changed by a step."""
    if isinstance(base, dict):
        return {**base, place[0]: moved(base[place[0]], place[1:], step)}
    if not np.ndim(base):
        return base + step
    copy = base.copy()
    copy[tuple(p - 1 for p in place)] += step
    return copy


def gradient(evaluator: "Evaluator", node: Gradient) -> Any:
    """Return the derivatives of a number: by a symbol, in its shape, or of a function at its argument."""
    if node.under is None:
        return _gradient_at(evaluator, node)
    found = partial(evaluator, node.over, (node.under,))
    if np.shape(found) != np.shape(evaluator.value(node.under)):
        raise FormulaError(f"the gradient of something that is no number by {node.under.latex}")
    return found


def _gradient_at(evaluator: "Evaluator", node: Gradient) -> Any:
    assert isinstance(node.over, Call)
    (argument,), f = node.over.arguments, evaluator.named(node.over.head)
    if not isinstance(f, Function):
        return gradient(evaluator, Gradient(node.over, argument if isinstance(argument, Symbol) else _no_symbol(node.over)))
    point = evaluator.value(argument)
    if evaluator.code and f.code_slope is not None:
        return evaluator.packaged(f.code_slope, point)
    found = np.empty(np.shape(point), dtype=object)
    with mpmath.workdps(DIGITS):
        h = mpmath.mpf(STEP)
        for place in np.ndindex(found.shape):
            high, low = (f.oracle(moved(point, tuple(p + 1 for p in place), step)) for step in (h, -h))
            found[place] = (high - low) / (2 * h)
    return found if found.ndim else found.item()


def _no_symbol(call: Call) -> Symbol:
    raise FormulaError(f"the gradient of {call.head.latex} at an expression: {call.head.latex} must be a Function")
