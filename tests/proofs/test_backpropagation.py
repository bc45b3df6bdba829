"""Proofs of the numbers on the pages about backpropagation."""

from functools import partial

import mpmath
import pytest
from mpmath import mpf

from oracle.activations import complex_sigmoid, sigmoid
from oracle.differentiation import complex_partials, derivative, partials
from oracle.network import chain_rule, decimals, forward, half_squared_error

RATE = mpf("0.5")
WEIGHTS = decimals("0.30 0.25 0.40 0.35 0.45 0.40 0.70 0.60")
X, TARGETS = decimals("0.1 0.2"), decimals("0.4 0.6")
ERROR = partial(half_squared_error, x=X, targets=TARGETS)
COMPLEX_ERROR = partial(
    half_squared_error, x=[float(v) for v in X], targets=[float(v) for v in TARGETS], f=complex_sigmoid
)

MAZUR_WEIGHTS = decimals("0.15 0.20 0.25 0.30 0.40 0.45 0.50 0.55")
MAZUR = {"x": decimals("0.05 0.10"), "targets": decimals("0.01 0.99"), "biases": decimals("0.35 0.60")}


def sums(weights):
    """Return z1..z4 of the notes' network."""
    h1, h2, _, _ = forward(weights, X)
    w1, w2, w3, w4, w5, w6, w7, w8 = weights
    return [w1 * X[0] + w2 * X[1], w3 * X[0] + w4 * X[1], w5 * h1 + w6 * h2, w7 * h1 + w8 * h2]


def deltas():
    """Return dE/do1, dE/do2 and their products with the sigmoid's slope, by differences in 50 digits."""
    _, _, o1, o2 = forward(WEIGHTS, X)
    _, _, z3, z4 = sums(WEIGHTS)
    dE_do = [o1 - TARGETS[0], o2 - TARGETS[1]]
    slopes = [derivative(sigmoid, z3), derivative(sigmoid, z4)]
    return dE_do, slopes, [a * b for a, b in zip(dE_do, slopes, strict=True)]


@pytest.fixture(scope="module")
def path():
    """Return the errors along 10,000 steps of gradient descent in 50 digits."""
    weights, errors = WEIGHTS, [ERROR(WEIGHTS)]
    for _ in range(10_000):
        slopes, _ = chain_rule(weights, X, TARGETS)
        weights = [w - RATE * slope for w, slope in zip(weights, slopes, strict=True)]
        errors.append(ERROR(weights))
    return errors


def test_forward_pass(example, verify):
    values = example("backpropagation/forward_pass").values
    expected = [*sums(WEIGHTS), *forward(WEIGHTS, X)]
    for name, number in zip(["z1", "z2", "z3", "z4", "h1", "h2", "o1", "o2"], expected, strict=True):
        verify(name, values[name], mpmath=number)


def test_total_error(example, verify):
    values = example("backpropagation/total_error").values
    _, _, o1, o2 = forward(WEIGHTS, X)
    verify("E1", values["E1"], mpmath=(TARGETS[0] - o1) ** 2 / 2)
    verify("E2", values["E2"], mpmath=(TARGETS[1] - o2) ** 2 / 2)
    verify("E", values["E"], mpmath=ERROR(WEIGHTS))
    verify("mean squared error", values["mean"], mpmath=((TARGETS[0] - o1) ** 2 + (TARGETS[1] - o2) ** 2) / 2)
    verify("E2 with target1", values["E2_with_target1"], mpmath=(TARGETS[0] - o2) ** 2 / 2)


def test_output_layer(example, verify):
    values = example("backpropagation/output_layer").values
    dE_do, slopes, delta = deltas()
    _, _, o1, o2 = forward(WEIGHTS, X)
    verify("dE/do", values["dE_do"], closed_form=dE_do, central_difference=[
        mpmath.diff(lambda o: ((o - TARGETS[0]) ** 2 + (o2 - TARGETS[1]) ** 2) / 2, o1),
        mpmath.diff(lambda o: ((o1 - TARGETS[0]) ** 2 + (o - TARGETS[1]) ** 2) / 2, o2),
    ])
    verify("do/dz", values["do_dz"], closed_form=[o * (1 - o) for o in (o1, o2)], central_difference=slopes)
    verify("dE/dz", values["delta"], central_difference=delta, closed_form=chain_rule(WEIGHTS, X, TARGETS)[1][2:])
    by_differences = partials(ERROR, WEIGHTS)[4:]
    verify(
        "dE/dw5..w8",
        values["gradient"],
        closed_form=chain_rule(WEIGHTS, X, TARGETS)[0][4:],
        complex_step=complex_partials(COMPLEX_ERROR, WEIGHTS)[4:],
        central_difference=by_differences,
    )
    updated = [w - RATE * slope for w, slope in zip(WEIGHTS[4:], by_differences, strict=True)]
    verify("w5..w8 after the step", values["updated"], mpmath=updated)


def test_hidden_layer(example, verify):
    values = example("backpropagation/hidden_layer").values
    _, _, delta = deltas()
    h1, h2, _, _ = forward(WEIGHTS, X)
    w5, w6, w7, w8 = WEIGHTS[4:]

    def error_of_hidden(a, b):
        outputs = sigmoid(w5 * a + w6 * b), sigmoid(w7 * a + w8 * b)
        return sum((o - t) ** 2 for o, t in zip(outputs, TARGETS, strict=True)) / 2

    verify(
        "dE/dh",
        values["dE_dh"],
        closed_form=[delta[0] * w5 + delta[1] * w7, delta[0] * w6 + delta[1] * w8],
        central_difference=[mpmath.diff(error_of_hidden, (h1, h2), (1, 0)), mpmath.diff(error_of_hidden, (h1, h2), (0, 1))],
    )
    z = sums(WEIGHTS)[:2]
    verify("dh/dz", values["dh_dz"], closed_form=[h * (1 - h) for h in (h1, h2)],
           central_difference=[derivative(sigmoid, zi) for zi in z])

    def error_of_sums(a, b):
        return error_of_hidden(sigmoid(a), sigmoid(b))

    verify(
        "dE/dz",
        values["delta"],
        closed_form=chain_rule(WEIGHTS, X, TARGETS)[1][:2],
        central_difference=[mpmath.diff(error_of_sums, z, (1, 0)), mpmath.diff(error_of_sums, z, (0, 1))],
    )
    by_differences = partials(ERROR, WEIGHTS)[:4]
    verify(
        "dE/dw1..w4",
        values["gradient"],
        closed_form=chain_rule(WEIGHTS, X, TARGETS)[0][:4],
        complex_step=complex_partials(COMPLEX_ERROR, WEIGHTS)[:4],
        central_difference=by_differences,
    )
    updated = [w - RATE * slope for w, slope in zip(WEIGHTS[:4], by_differences, strict=True)]
    verify("w1..w4 after the step", values["updated"], mpmath=updated)


def test_second_forward_pass(example, verify):
    values = example("backpropagation/second_forward_pass").values
    stepped = [w - RATE * slope for w, slope in zip(WEIGHTS, partials(ERROR, WEIGHTS), strict=True)]
    hidden, output = values["after"].layers
    verify("z1..z4", [*hidden.weighted_sum, *output.weighted_sum], mpmath=sums(stepped))
    verify("h1 h2 o1 o2", [*hidden.output, *output.output], mpmath=forward(stepped, X))
    verify("E before", values["before"].loss, mpmath=ERROR(WEIGHTS))
    verify("E after", values["after"].loss, mpmath=ERROR(stepped))


def hidden_step(carrier):
    """Return w1..w4 after a step whose error is carried back by the weights `carrier`."""
    h1, h2, _, _ = forward(WEIGHTS, X)
    _, _, (d1, d2) = deltas()
    w5, w6, w7, w8 = carrier
    e1, e2 = (d1 * w5 + d2 * w7) * h1 * (1 - h1), (d1 * w6 + d2 * w8) * h2 * (1 - h2)
    slopes = [e1 * X[0], e1 * X[1], e2 * X[0], e2 * X[1]]
    return [w - RATE * slope for w, slope in zip(WEIGHTS[:4], slopes, strict=True)]


def test_old_or_new_weights(example, verify):
    values = example("backpropagation/old_or_new_weights").values
    right = [w - RATE * slope for w, slope in zip(WEIGHTS[:4], partials(ERROR, WEIGHTS)[:4], strict=True)]
    new = [w - RATE * slope for w, slope in zip(WEIGHTS[4:], partials(ERROR, WEIGHTS)[4:], strict=True)]
    wrong = hidden_step(new)
    verify("w1..w4, old weights", values["right"], mpmath=right)
    verify("w1..w4, new weights", values["wrong"], mpmath=wrong)
    difference = values["wrong"] - values["right"]
    verify("difference", difference, digits=8, mpmath=[w - r for w, r in zip(wrong, right, strict=True)])


def test_ten_thousand_steps(example, verify, path):
    values = example("backpropagation/ten_thousand_steps").values
    steps, errors = list(values["errors"]), list(values["errors"].values())
    verify("E after each number of steps", errors, absolute=1e-17, mpmath=[path[step] for step in steps])


def mazur_step(train_biases):
    """Return the error of the second network after one step, with or without its biases."""
    slopes, bias_slopes = chain_rule(MAZUR_WEIGHTS, **MAZUR)
    weights = [w - RATE * slope for w, slope in zip(MAZUR_WEIGHTS, slopes, strict=True)]
    b1, b2 = MAZUR["biases"]
    starts = [b1, b1, b2, b2]
    bh1, bh2, bo1, bo2 = [b - RATE * slope * train_biases for b, slope in zip(starts, bias_slopes, strict=True)]
    w1, w2, w3, w4, w5, w6, w7, w8 = weights
    x1, x2 = MAZUR["x"]
    h1, h2 = sigmoid(w1 * x1 + w2 * x2 + bh1), sigmoid(w3 * x1 + w4 * x2 + bh2)
    outputs = sigmoid(w5 * h1 + w6 * h2 + bo1), sigmoid(w7 * h1 + w8 * h2 + bo2)
    return sum((o - t) ** 2 for o, t in zip(outputs, MAZUR["targets"], strict=True)) / 2


def test_mazur(example, verify):
    values = example("backpropagation/mazur").values
    start = half_squared_error(MAZUR_WEIGHTS, **MAZUR)
    verify("E before", values["start"], mpmath=start, published="0.298371109")
    verify("E after, weights only", values["weights_only"], mpmath=mazur_step(train_biases=False))
    verify("E after, biases too", values["with_biases"], mpmath=mazur_step(train_biases=True))


def mazur_new_weights():
    """Return the second network's error when the hidden layer uses the already updated output weights."""
    slopes, _ = chain_rule(MAZUR_WEIGHTS, **MAZUR)
    new = [w - RATE * slope for w, slope in zip(MAZUR_WEIGHTS, slopes, strict=True)][4:]
    h1, h2, o1, o2 = forward(MAZUR_WEIGHTS, MAZUR["x"], MAZUR["biases"])
    d1, d2 = ((o - t) * o * (1 - o) for o, t in zip((o1, o2), MAZUR["targets"], strict=True))
    e1 = (d1 * new[0] + d2 * new[2]) * h1 * (1 - h1)
    e2 = (d1 * new[1] + d2 * new[3]) * h2 * (1 - h2)
    x1, x2 = MAZUR["x"]
    slopes = (e1 * x1, e1 * x2, e2 * x1, e2 * x2)
    hidden = [w - RATE * slope for w, slope in zip(MAZUR_WEIGHTS[:4], slopes, strict=True)]
    return half_squared_error([*hidden, *new], **MAZUR)


def test_mazur_new_weights(example, verify):
    values = example("backpropagation/mazur_new_weights").values
    verify("E after, old weights", values["old"], mpmath=mazur_step(train_biases=False))
    verify("E after, new weights", values["new"], mpmath=mazur_new_weights(), published="0.291027924")
    verify("difference", values["new"] - values["old"], digits=8, mpmath=mazur_new_weights() - mazur_step(train_biases=False))


def test_learning_rate_one(example, verify):
    values = example("backpropagation/learning_rate_one").values
    slopes = partials(ERROR, WEIGHTS)
    verify("w5 after the step", values["w5"], mpmath=WEIGHTS[4] - slopes[4])
    stepped = [w - slope for w, slope in zip(WEIGHTS, slopes, strict=True)]
    verify("E after the step", values["E"], mpmath=ERROR(stepped))


def test_steps_to_target(example, verify, path):
    values = example("backpropagation/steps_to_target").values
    steps = next(step for step, error in enumerate(path) if error < mpf("0.001"))
    verify("steps before and until E < 0.001", [values["steps"] - 1, values["steps"]], counting=[steps - 1, steps])
    verify("E before and after the last step", values["errors"][-2:], mpmath=path[steps - 1:steps + 1])


def test_error_figure(figure, verify, path):
    data = figure("backpropagation/error")
    verify("steps", data["steps"], exact=[10**k * d for k in range(4) for d in (1, 2, 5)] + [10_000])
    verify("E, rounded to 8 decimals", [f"{error:.8f}" for error in data["E"]], mpmath=[path[step] for step in data["steps"]])


def test_network_figure(figure, verify):
    data = figure("backpropagation/network")
    names = [*(f"w{i}" for i in range(1, 9)), "x1", "x2", "h1", "h2", "o1", "o2", "target1", "target2"]
    assert data["quantity"] == names
    verify("values in the diagram", data["value"], mpmath=[*WEIGHTS, *X, *forward(WEIGHTS, X), *TARGETS])


def test_worked_example_keras(recorded, verify):
    before, w5, after = recorded("backpropagation/worked_example_keras")
    stepped = [w - RATE * slope for w, slope in zip(WEIGHTS, partials(ERROR, WEIGHTS), strict=True)]
    verify("E before, w5, E after", [before, w5, after], mpmath=[ERROR(WEIGHTS), stepped[4], ERROR(stepped)])


def test_worked_example_pytorch(recorded, verify):
    before, slope5, slope1, w5, w1, after = recorded("backpropagation/worked_example_pytorch")
    slopes = partials(ERROR, WEIGHTS)
    stepped = [w - RATE * slope for w, slope in zip(WEIGHTS, slopes, strict=True)]
    verify("E before, E after", [before, after], mpmath=[ERROR(WEIGHTS), ERROR(stepped)])
    verify(
        "dE/dw5, dE/dw1",
        [slope5, slope1],
        central_difference=[slopes[4], slopes[0]],
        closed_form=[chain_rule(WEIGHTS, X, TARGETS)[0][4], chain_rule(WEIGHTS, X, TARGETS)[0][0]],
    )
    verify("w5, w1", [w5, w1], mpmath=[stepped[4], stepped[0]])
