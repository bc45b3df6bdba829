"""Facts and claims of the page on backpropagation by hand."""

import mpmath
from mpmath import mpf

from dlnotes.losses import half_sum_squared_error, sum_squared_error_gradient
from oracle.differentiation import derivative, partials
from oracle.network import chain_rule, decimals, forward, half_squared_error

RATE = mpf("0.5")
WEIGHTS = decimals("0.30 0.25 0.40 0.35 0.45 0.40 0.70 0.60")
X, TARGETS = decimals("0.1 0.2"), decimals("0.4 0.6")
MAZUR_WEIGHTS = decimals("0.15 0.20 0.25 0.30 0.40 0.45 0.50 0.55")
MAZUR = {"x": decimals("0.05 0.10"), "targets": decimals("0.01 0.99"), "biases": decimals("0.35 0.60")}
PRINTED = mpf("0.291027924")        # the error after one update in Mazur's article


def error(weights):
    return half_squared_error(weights, X, TARGETS)


def moved(weights, slopes, rate=RATE):
    return [w - rate * slope for w, slope in zip(weights, slopes, strict=True)]


def carried(carrier):
    """Return dE/dw1..w4 as they come out when the error is carried back by the output weights `carrier`."""
    h1, h2, o1, o2 = forward(WEIGHTS, X)
    d1, d2 = ((o - t) * o * (1 - o) for o, t in zip((o1, o2), TARGETS, strict=True))
    w5, w6, w7, w8 = carrier
    e1, e2 = (d1 * w5 + d2 * w7) * h1 * (1 - h1), (d1 * w6 + d2 * w8) * h2 * (1 - h2)
    return [e1 * X[0], e1 * X[1], e2 * X[0], e2 * X[1]]


def test_factor_of_the_square(fact, verify):
    target, output = 0.375, 0.625
    factor = sum_squared_error_gradient([target], [output])[0] / (output - target)
    values = fact("backpropagation/squared_error", factor=factor)
    slope = derivative(lambda o: (mpf(target) - o) ** 2, mpf(output))
    verify("derivative of the square over the difference", values["factor"], by_hand=2,
           central_difference=slope / (mpf(output) - mpf(target)))


def test_least_error(fact, verify):
    values = fact("backpropagation/least_error", E=half_sum_squared_error([0.4, 0.6], [0.4, 0.6]))
    verify("E where the outputs are the targets", values["E"], by_hand=0)


def test_the_note_leaves_the_inputs_open(claim):
    halved, doubled = [w / 2 for w in WEIGHTS[:4]], [2 * x for x in X]
    same = forward([*halved, *WEIGHTS[4:]], doubled)
    _, _, o1, o2 = forward(WEIGHTS, X)
    other = [2 * o1 - TARGETS[0], 2 * o2 - TARGETS[1]]
    equal = [mpmath.almosteq(a, b, 1e-40) for a, b in zip(same, forward(WEIGHTS, X), strict=True)]
    equal.append(mpmath.almosteq(half_squared_error(WEIGHTS, X, other), error(WEIGHTS), 1e-40))
    claim("backpropagation/inputs_left_open", all(equal) and doubled != X and other != TARGETS)


def test_the_values_of_the_note_hold(claim):
    """The note prints z1 and z2 in full, the others to eight decimals."""
    h1, h2, o1, o2 = forward(WEIGHTS, X)
    w1, w2, w3, w4, w5, w6, w7, w8 = WEIGHTS
    sums = [w1 * X[0] + w2 * X[1], w3 * X[0] + w4 * X[1], w5 * h1 + w6 * h2, w7 * h1 + w8 * h2]
    printed = decimals("0.08 0.11 0.44498412 0.68047592 0.51998934 0.52747230 0.60944600 0.66384491")
    off = [abs(number - ours) for number, ours in zip(printed, [*sums, h1, h2, o1, o2], strict=True)]
    claim("backpropagation/note_values_hold", max(off) <= mpf("5e-9") and max(off[:2]) < mpf("1e-40"))


def test_only_the_old_weights_give_the_gradient(claim):
    true = partials(error, WEIGHTS)
    new = moved(WEIGHTS, true)[4:]
    with_old, with_new = carried(WEIGHTS[4:]), carried(new)
    off = [abs(a - b) for a, b in zip(with_new, true[:4], strict=True)]
    right = [abs(a - b) for a, b in zip(with_old, true[:4], strict=True)]
    claim("backpropagation/gradient_of_old_weights", max(right) < 1e-20 and min(off) > 1e-6)


def test_the_error_falls_with_the_wrong_gradient_too(claim):
    slopes = partials(error, WEIGHTS)
    new = moved(WEIGHTS, slopes)[4:]
    wrong = [*moved(WEIGHTS[:4], carried(new)), *new]
    claim("backpropagation/wrong_gradient_lowers_error", error(wrong) < error(WEIGHTS))


def test_the_error_grows_with_the_wrong_sign(claim):
    weights, errors = WEIGHTS, [error(WEIGHTS)]
    for _ in range(100):
        weights = moved(weights, chain_rule(weights, X, TARGETS)[0], rate=-RATE)
        errors.append(error(weights))
    claim("backpropagation/wrong_sign_raises_error", errors == sorted(errors) and errors[-1] > errors[0])


def mazur_error(train_biases=False, kept=lambda number: number):
    """Return the error of Mazur's network after one step with the old weights, each value passed through `kept`."""
    f = lambda z: kept(1 / (1 + mpmath.exp(-kept(z))))  # noqa: E731
    x, targets, (b1, b2) = MAZUR["x"], MAZUR["targets"], MAZUR["biases"]
    h1, h2, o1, o2 = forward(MAZUR_WEIGHTS, x, (b1, b2), f)
    w5, w6, w7, w8 = MAZUR_WEIGHTS[4:]
    d1, d2 = (kept(kept(o - t) * kept(o * (1 - o))) for o, t in zip((o1, o2), targets, strict=True))
    e1 = kept(kept(kept(d1 * w5) + kept(d2 * w7)) * kept(h1 * (1 - h1)))
    e2 = kept(kept(kept(d1 * w6) + kept(d2 * w8)) * kept(h2 * (1 - h2)))
    slopes = [e1 * x[0], e1 * x[1], e2 * x[0], e2 * x[1], d1 * h1, d1 * h2, d2 * h1, d2 * h2]
    w1, w2, w3, w4, w5, w6, w7, w8 = (kept(w - RATE * kept(slope)) for w, slope in zip(MAZUR_WEIGHTS, slopes, strict=True))
    bh1, bh2, bo1, bo2 = moved([b1, b1, b2, b2], [e1, e2, d1, d2]) if train_biases else (b1, b1, b2, b2)
    h1, h2 = f(w1 * x[0] + w2 * x[1] + bh1), f(w3 * x[0] + w4 * x[1] + bh2)
    outputs = f(w5 * h1 + w6 * h2 + bo1), f(w7 * h1 + w8 * h2 + bo2)
    return sum(kept((o - t) ** 2 / 2) for o, t in zip(outputs, targets, strict=True))


def test_updating_the_biases_too_lowers_the_error_further(claim):
    claim("backpropagation/biases_lower_error_further", mazur_error(train_biases=True) < mazur_error())


def test_rounding_does_not_explain_the_printed_error(claim):
    rounded = [mazur_error(kept=lambda n, d=digits: mpmath.nint(n * 10**d) / mpf(10) ** d) for digits in (8, 9, 10)]
    gap = abs(PRINTED - mazur_error())
    claim("backpropagation/not_rounding", all(abs(value - mazur_error()) < gap / 5 for value in rounded))
