"""The formulas of the page about gradient descent."""

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import activations, losses, training
from oracle import formulas as oracle
from press.formula.meanings import Function, Matrix, Of, Reals, Running, Vector, Whole
from press.formula.page import Meaning

FAR = 20        # steps after which a descent is judged


def length(v):
    return mpmath.sqrt(mpmath.fsum(entry * entry for entry in v))


def bumpy(w):
    """A loss that is no parabola."""
    return mpmath.sin(w[0] * w[1]) + mpmath.cosh(w[2] - w[0]) + w[1] ** 4 / 4


def bumpy_slopes(w):
    return oracle.array((
        w[1] * mpmath.cos(w[0] * w[1]) - mpmath.sinh(w[2] - w[0]),
        w[0] * mpmath.cos(w[0] * w[1]) + w[1] ** 3,
        mpmath.sinh(w[2] - w[0]),
    ))  # fmt: skip


def stepped(slopes, w, rate):
    """The place after one step of the package."""
    return training.gradient_descent(lambda place: np.asarray(slopes(place), dtype=float), w, float(rate), 1)[-1]


def bumpy_floats(w):
    return [w[1] * np.cos(w[0] * w[1]) - np.sinh(w[2] - w[0]), w[0] * np.cos(w[0] * w[1]) + w[1] ** 3, np.sinh(w[2] - w[0])]


HILL = {
    "w": Vector(3), "L": Function(bumpy, elementwise=False), "i": Running(), r"\eta": Reals(0.05, 1),
    "g": Of(lambda w: bumpy_slopes(w)),
    r"w \leftarrow": Of(
        lambda w, eta: oracle.array(a - eta * b for a, b in zip(w, bumpy_slopes(w), strict=True)),
        code=lambda w, eta: stepped(bumpy_floats, w, eta),
    ),
    "v": Vector(3), "b": Whole(0, 1, extremes=(1,)), "h": Reals(0.1, 1),
    "u": Of(lambda v, g, b: oracle.array(a / length(-g if b else v) for a in (-g if b else v))),  # at first against g
}  # fmt: skip

# one weight on a parabola


def walked(w, eta, curvature, steps):
    """The places of a descent on a parabola, one step after the other."""
    places = {0: w}
    for number in range(int(steps)):
        places[number + 1] = places[number] - eta * (curvature * places[number])
    return places


def package_walk(w, eta, curvature, steps):
    path = training.gradient_descent(lambda place: curvature * place, float(w), float(eta), int(steps))
    return dict(enumerate(path.tolist()))


def settles(eta, curvature):
    """Whether a descent on a parabola comes nearer and nearer."""
    place = mpf(1)
    for _ in range(FAR):
        place = place - eta * curvature * place
    return abs(place) < 1


def package_settles(eta, curvature):
    """The same by the package; it refuses rates that are not positive, and does not move then."""
    if eta <= 0:
        return False
    path = training.gradient_descent(lambda place: curvature * place, 1.0, float(eta), FAR)
    return bool(abs(path[-1]) < 1)


def walked_eight(w, eta, curvature):
    return walked(w, eta, curvature, 8)


def package_eight(w, eta, curvature):
    return package_walk(w, eta, curvature, 8)


ON_THE_WAY = {
    r"\lambda": Reals(0.5, 4), "v": Reals(), r"\eta": Reals(0.05, 1), "k": Whole(0, 6),
    "w": Of(walked_eight, "v", r"\eta", r"\lambda", code=package_eight),
}  # fmt: skip
PARABOLA = {
    "w": Reals(), r"\lambda": Reals(0.5, 4), r"\eta": Reals(0.05, 1), "k": Whole(0, 6),
    "L": Of(lambda w, bend: mpmath.quad(lambda x: bend * x, [0, w]), "w", r"\lambda"),
}  # fmt: skip
BOUND = {
    r"\lambda": Reals(0.5, 4, extremes=(2, 2)), r"\eta": Reals(-1, 4, extremes=(0, 1)),        # both ends of the bound
    r"\iff": [Of(settles, r"\eta", r"\lambda", code=package_settles)] * 4,
}  # fmt: skip

# several weights


def crossing(flat, steep):
    """The rate at which both factors have the same size."""
    return oracle.boundary(lambda rate: abs(1 - rate * steep) >= abs(1 - rate * flat), 1 / steep, 2 / flat)


def each_way(w, rate, bends):
    return oracle.array(a - rate * (bend * a) for a, bend in zip(w, bends, strict=True))


SEVERAL = {
    r"\lambda": Of(lambda a, b: oracle.array((a, a + b))), "a": Reals(0.5, 2), "b": Reals(0.5, 4), "w": Vector(2),
    r"\eta": Reals(0.05, 1),
    "L": Of(lambda w, bends: mpmath.fsum(b * v * v for b, v in zip(bends, w, strict=True)) / 2, "w", r"\lambda"),
    r"w \leftarrow": Of(
        each_way, "w", r"\eta", r"\lambda",
        code=lambda w, rate, bends: training.gradient_descent(lambda v: bends * v, w, float(rate), 1)[-1],
    ),
    r"\kappa": Of(lambda bends: max(bends) / min(bends), r"\lambda"),
}  # fmt: skip
EVEN = {**SEVERAL, r"\eta": Of(lambda bends: crossing(bends[0], bends[1]), r"\lambda")}

# least squares


def squares(X, w, t):
    return mpmath.fsum((oracle.dot(row, w) - target) ** 2 for row, target in zip(X, t, strict=True)) / len(t)


def squares_slopes(X, w, t):
    """The gradient of the package: by the predictions, then back through the matrix."""
    return X.T @ losses.mean_squared_error_gradient(t, X @ w)


def lowest(X, t):
    """Where all slopes are zero: solved in many digits."""
    columns = mpmath.matrix(X.tolist())
    found = mpmath.qr_solve(columns, mpmath.matrix(t.tolist()))[0]
    return oracle.array(found)


LEAST = {
    "X": Matrix(4, 2), "w": Vector(2), "t": Vector(4), "n": 4, "i": Running(), "j": Running(),
    "L": Of(squares, "X", "w", "t", code=lambda X, w, t: losses.mean_squared_error(t, X @ w),
            slopes={"w": Of(squares_slopes, "X", "w", "t")}),
    "H": Of(lambda X: oracle.array([[mpmath.fsum(a * b for a, b in zip(X[:, r], X[:, c], strict=True)) / 2 for c in (0, 1)]
                                    for r in (0, 1)])),
}  # fmt: skip
SOLVED = {"X": Matrix(4, 2), "t": Vector(4), "w": Of(lowest, "X", "t")}
POINTS = [(3, 5), (2, 4), (1, 2), (0, 1)]      # no zero first: the solver divides by it
FOUND = {"w": Of(lambda: lowest(oracle.array([[mpf(x), mpf(1)] for x, _ in POINTS]), oracle.array(mpf(y) for _, y in POINTS)))}

# places where the gradient is zero

SADDLE = {"w": Vector(2), "S": Function(lambda w: (w[0] - w[1]) * (w[0] + w[1]), elementwise=False)}
PLATEAU = {
    "w": Vector(2), r"\sigma": Function(oracle.sigmoid, code=activations.sigmoid),
    "y": Of(lambda w: oracle.sigmoid(w[0] + w[1]), code=lambda w: activations.sigmoid(w[0] + w[1])),
    "P": Function(lambda w: oracle.sigmoid(-(w[0] + w[1])) ** 2, elementwise=False),
}  # fmt: skip
HOLLOWS = {
    "w": Vector(2),
    "Q": Function(lambda w: w[0] ** 4 - 2 * w[0] ** 2 + 1 + 3 * w[0] / 10 + abs(w[1]) ** 2, elementwise=False),
}  # fmt: skip

# schedules


def halved(first, share, every, k):
    rate = first
    for number in range(1, int(k) + 1):
        rate = rate * share if number % int(every) == 0 else rate
    return {0: first, int(k): rate} if k else {0: first}


def rates(later):
    """A schedule by the rate at a step."""
    return lambda first, k, *more: {0: first, int(k): later(first, k, *more)} if k else {0: first}


SCHEDULE = {r"\alpha": Reals(0.05, 1), "k": Whole(0, 12), "d": Reals(0.3, 0.9), "s": Whole(2, 4), "c": Reals(0.1, 1), "T": 12}
STEPS = {**SCHEDULE, r"\eta": Of(halved, r"\alpha", "d", "s", "k")}

HAND = {"w": Of(lambda: oracle.array((mpf("1.5"), mpf(1)))), "g": Of(lambda: oracle.array((mpf(3), mpf(4))))}

MEANING = Meaning(
    {
        **HILL, r"\lambda": Reals(0.5, 4), "k": Whole(0, 6), r"\kappa": Reals(2, 9), "X": Matrix(4, 2), "n": 4, "t": Vector(4),
        "H": Matrix(2, 2), "S": SADDLE["S"], "P": PLATEAU["P"], "Q": HOLLOWS["Q"], "y": PLATEAU["y"], "x": Reals(),
        r"\sigma": PLATEAU["\\sigma"], "d": Reals(0.3, 0.9), "s": Whole(2, 4), "T": 12, "c": Reals(0.1, 1),
    },
    sections={
        "directions": HAND, "small-enough": {"w": Reals()}, "parabola": PARABOLA, "parabola-by-hand": {"w": Reals()},
        "several-weights": SEVERAL, "scaling": LEAST, "saddle": SADDLE, "plateau": PLATEAU, "local-minimum": HOLLOWS,
        "normal-equation": LEAST,
    },
    formulas={
        "L(w) = w_1^2 + 2 w_2^2": {
            "w": Vector(2), "L": Function(lambda w: abs(w[0]) ** 2 + abs(w[1]) ** 2 + w[1] * w[1], elementwise=False),
        },
        r"\begin{aligned} w_{k+1} &= w_k - \eta \lambda w_k \\ &= (1 - \eta \lambda) w_k \\ w_k &= (1 - \eta \lambda)^k w_0 "
        r"\end{aligned}": ON_THE_WAY,
        "w_k": ON_THE_WAY,
        r"\begin{aligned} \lvert 1 - \eta \lambda \rvert &< 1 \\ -1 < 1 - \eta \lambda &< 1 \\ -2 < -\eta \lambda &< 0 \\ "
        r"0 < \eta &< \frac{2}{\lambda} \end{aligned}": BOUND,
        r"\lambda = 2": {r"\lambda": Of(lambda: mpf(2))}, "w = 4": {"w": 4}, "w = 1": {"w": 1},
        r"\lambda_1 = 1": {r"\lambda": Of(lambda: oracle.array((mpf(1), mpf(25))))},
        r"\lambda_2 = 25": {r"\lambda": Of(lambda: oracle.array((mpf(1), mpf(25))))},
        r"\kappa = 25": {r"\kappa": 25}, r"\lambda = 6": {r"\lambda": Of(lambda: 6 * mpf(1))},
        r"\begin{aligned} 1 - \eta \lambda_1 &= \eta \lambda_2 - 1 \\ \eta &= \frac{2}{\lambda_1 + \lambda_2} \\ "
        r"1 - \eta \lambda_1 &= \frac{\lambda_2 - \lambda_1}{\lambda_2 + \lambda_1} = \frac{\kappa - 1}{\kappa + 1} "
        r"\end{aligned}": EVEN,
        r"X^\top X w = X^\top t": SOLVED,
        r"\begin{aligned} 14 w_1 + 6 w_2 &= 25 \\ 6 w_1 + 4 w_2 &= 12 \end{aligned}": FOUND,
        r"\begin{aligned} w_1 &= \frac{25 \cdot 4 - 6 \cdot 12}{14 \cdot 4 - 6 \cdot 6} = 1.4 \\ "
        r"w_2 &= \frac{14 \cdot 12 - 6 \cdot 25}{14 \cdot 4 - 6 \cdot 6} = 0.9 \end{aligned}": FOUND,
        r"\eta_k = \eta_0 d^{\lfloor k / s \rfloor}": STEPS,
        r"\eta_k = \eta_0 d^k": {**SCHEDULE, r"\eta": Of(rates(lambda a, k, d: mpmath.fprod([a, *[d] * int(k)])),
                                                        r"\alpha", "k", "d")},
        r"\eta_k = \frac{\eta_0}{1 + c k}": {**SCHEDULE, r"\eta": Of(rates(lambda a, k, c: 1 / (1 / a + k * (c / a))),
                                                                    r"\alpha", "k", "c")},
        r"\eta_k = \frac{\eta_0}{2} \left(1 + \cos\left(\frac{\pi k}{T}\right)\right)": {
            **SCHEDULE, r"\eta": Of(rates(lambda a, k, T: a * mpmath.cospi(k / (2 * T)) ** 2), r"\alpha", "k", "T"),
        },
        r"\eta_0": STEPS,
        "x = -1": {"x": -1}, "x = 1": {"x": 1}, "2 x = -2": {"x": -1},
        r"k \ge \frac{\ln 0.5}{\ln 0.98} \approx 34.31": {"k": 35},
    },
    values={
        "w^2": Of(lambda w: w * abs(w) if w >= 0 else -w * abs(w)), "x^2": Of(lambda x: abs(x) * abs(x)),
        "3 w^2": Of(lambda w: w * w + 2 * w * w), "6 w": Of(lambda w: w + 5 * w), "2 x": Of(lambda x: x + x),
        "2 w_1": Of(lambda: mpf(3)), "4 w_2": Of(lambda: mpf(4)),
        r"\frac{2}{\lambda}": Of(lambda bend: oracle.boundary(lambda eta: abs(1 - eta * bend) >= 1, 1 / bend, 9), r"\lambda"),
        r"\frac{1}{\lambda}": Of(lambda bend: mpf(1) / bend, r"\lambda"),
        r"\frac{1}{2}": Of(lambda: mpf("0.5")),
        r"1 - 2 \eta": Of(lambda eta: 1 - eta - eta),
        "y (1 - y)": Of(lambda w: oracle.sigmoid_slope(w[0] + w[1]),
                        code=lambda w: activations.sigmoid_derivative(w[0] + w[1])),
        "0.98^k": Of(lambda k: mpmath.fprod([mpf("0.98")] * int(k))),
    },
)  # fmt: skip
