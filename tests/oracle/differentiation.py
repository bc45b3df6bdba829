"""Derivatives from the function alone: differences of many digits, and the complex step."""

from mpmath import mpf

from oracle.precision import DIGITS, precisely

STEP = 1e-30                # of the complex step: far below rounding, since nothing is subtracted
DIFFERENCE = mpf("1e-12")   # of the central difference in 50 digits: its error is of the order of the square
TINY = mpf("1e-60")         # of a difference in very many digits, as a share of the point where that is not 0


def central_difference(f, x, h=DIFFERENCE):
    """Return f'(x) as (f(x + h) - f(x - h)) / 2h, in 50 digits."""
    return (f(x + h) - f(x - h)) / (2 * h)


def _tiny(x):
    return TINY * abs(x) if x else TINY


def derivative(f, x, digits=DIGITS):
    """Return f'(x) right to 50 digits wherever f is smooth, even where f itself is nearly constant."""
    x = mpf(x)
    return precisely(lambda: central_difference(f, x, _tiny(x)), digits=digits)


def left_derivative(f, x):
    """Return the limit of (f(x) - f(x - h)) / h: what a corner or a jump has on its left side."""
    x = mpf(x)
    return precisely(lambda: (f(x) - f(x - _tiny(x))) / _tiny(x))


def replaced(x, place, value):
    """Return a list with one value replaced."""
    return [*x[:place], value, *x[place + 1:]]


def along(f, x, place):
    """Return f of a list as a function of its value at one place."""
    return lambda value: f(replaced(x, place, value))


def gradient(f, x, digits=DIGITS):
    """Return the derivatives of a number f(x) by every value of a list."""
    return [derivative(along(f, x, place), value, digits) for place, value in enumerate(x)]


def jacobian(f, x):
    """Return J_ij, the derivative of number i of the list f(x) by number j of the list x."""
    def column(place, value):
        x_, h = [mpf(xi) for xi in x], _tiny(value)
        above, below = f(replaced(x_, place, value + h)), f(replaced(x_, place, value - h))
        return [(a - b) / (2 * h) for a, b in zip(above, below, strict=True)]

    columns = [precisely(column, place, mpf(value)) for place, value in enumerate(x)]
    return [list(row) for row in zip(*columns, strict=True)]


def partials(f, x):
    """Return the derivatives of f(x) by every value of a list, by central differences in 50 digits."""
    return [central_difference(along(f, x, place), value) for place, value in enumerate(x)]


def complex_step(f, x):
    """Return f'(x) as the imaginary part of f(x + ih) / h."""
    return f(complex(x, STEP)).imag / STEP


def complex_partials(f, x):
    """Return the derivatives of f(x) by every value of a list, by the complex step."""
    return [complex_step(along(f, x, place), float(value)) for place, value in enumerate(x)]
