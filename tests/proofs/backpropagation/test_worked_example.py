"""The proofs of the page backpropagation/worked-example: facts and claims."""

from functools import partial

import numpy as np
from mpmath import mpf

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from oracle.differentiation import partials
from oracle.network import chain_rule, decimals, forward, half_squared_error

RATE = mpf("0.5")
WEIGHTS = decimals("0.30 0.25 0.40 0.35 0.45 0.40 0.70 0.60")
X, TARGETS = decimals("0.1 0.2"), decimals("0.4 0.6")
ERROR = partial(half_squared_error, x=X, targets=TARGETS)

MAZUR_WEIGHTS = decimals("0.15 0.20 0.25 0.30 0.40 0.45 0.50 0.55")
MAZUR = {"x": decimals("0.05 0.10"), "targets": decimals("0.01 0.99"), "biases": decimals("0.35 0.60")}
PRINTED_IN_THE_NOTE = "0.08 0.11 0.51998934 0.52747230 0.44498412 0.68047592 0.60944600 0.66384491"


def network():
    """Return the network of the page."""
    hidden = Dense([[0.30, 0.25], [0.40, 0.35]], activation="sigmoid")
    return Network([hidden, Dense([[0.45, 0.40], [0.70, 0.60]], activation="sigmoid")])


def measured(steps, rate=0.5):
    """Return the package's errors before each of some updates and after the last."""
    net, errors = network(), []
    for _ in range(steps + 1):
        trace = backpropagate(net, [0.1, 0.2], [0.4, 0.6], "half_sum_squared_error")
        errors.append(trace.loss)
        SGD(learning_rate=rate).update(net.parameters, trace.gradients)
    return errors


def followed(steps, rate=RATE, weights=WEIGHTS):
    """Return the errors along the path of gradient descent, in 50 digits."""
    errors = [ERROR(weights)]
    for _ in range(steps):
        slopes, _ = chain_rule(weights, X, TARGETS)
        weights = [w - rate * slope for w, slope in zip(weights, slopes, strict=True)]
        errors.append(ERROR(weights))
    return errors


def test_path(fact, verify):
    errors, expected = measured(500), followed(500)
    first = next(step for step, error in enumerate(errors) if f"{error:.8f}" == "0.00000000")
    values = fact("backpropagation/path", steps=[100, first], errors=[errors[100], errors[first]], goal=0.001)
    zero = next(step for step, error in enumerate(expected) if error < mpf("5e-9"))
    verify("updates until the error is printed as 0", values["steps"], counting=[100, zero])
    verify("errors there", values["errors"], absolute=1e-17, mpmath=[expected[100], expected[zero]])
    verify("goal", values["goal"], by_hand="0.001")


def test_after_one_step(fact, verify):
    values = fact("backpropagation/after_one_step", E=measured(1)[1])
    stepped = [w - RATE * slope for w, slope in zip(WEIGHTS, partials(ERROR, WEIGHTS), strict=True)]
    verify("E after one update", values["E"], mpmath=ERROR(stepped))


def test_one_beats_half(claim):
    half, one = followed(1)[1], followed(1, rate=mpf(1))[1]
    claim("backpropagation/one_beats_half", one < half)


def test_new_weights_give_another_gradient(claim):
    slopes = partials(ERROR, WEIGHTS)
    new = [w - RATE * slope for w, slope in zip(WEIGHTS, slopes, strict=True)]
    mixed = [*WEIGHTS[:4], *new[4:]]
    h1, h2, o1, o2 = forward(WEIGHTS, X)
    d1, d2 = ((o - t) * o * (1 - o) for o, t in zip((o1, o2), TARGETS, strict=True))
    wrong = [(d1 * mixed[4] + d2 * mixed[6]) * h1 * (1 - h1), (d1 * mixed[5] + d2 * mixed[7]) * h2 * (1 - h2)]
    wrong = [e * x for e in wrong for x in X]
    claim("backpropagation/new_weights_give_another_gradient",
          all(abs(a - b) > mpf("1e-5") for a, b in zip(wrong, slopes[:4], strict=True)))


def mazur_error(biases_too=False, new_weights=False):
    """Return the second network's error after one step."""
    slopes, bias_slopes = chain_rule(MAZUR_WEIGHTS, **MAZUR)
    stepped = [w - RATE * slope for w, slope in zip(MAZUR_WEIGHTS, slopes, strict=True)]
    if new_weights:
        h1, h2, o1, o2 = forward(MAZUR_WEIGHTS, MAZUR["x"], MAZUR["biases"])
        d1, d2 = ((o - t) * o * (1 - o) for o, t in zip((o1, o2), MAZUR["targets"], strict=True))
        _, _, _, _, w5, w6, w7, w8 = stepped
        e = (d1 * w5 + d2 * w7) * h1 * (1 - h1), (d1 * w6 + d2 * w8) * h2 * (1 - h2)
        stepped[:4] = [w - RATE * a * x for w, (a, x) in
                       zip(MAZUR_WEIGHTS[:4], ((a, x) for a in e for x in MAZUR["x"]), strict=True)]
    if not biases_too:
        return half_squared_error(stepped, **MAZUR)
    b1, b2 = MAZUR["biases"]
    bh1, bh2, bo1, bo2 = [b - RATE * slope for b, slope in zip((b1, b1, b2, b2), bias_slopes, strict=True)]
    w1, w2, w3, w4, w5, w6, w7, w8 = stepped
    x1, x2 = MAZUR["x"]
    from oracle.activations import sigmoid
    h1, h2 = sigmoid(w1 * x1 + w2 * x2 + bh1), sigmoid(w3 * x1 + w4 * x2 + bh2)
    outputs = sigmoid(w5 * h1 + w6 * h2 + bo1), sigmoid(w7 * h1 + w8 * h2 + bo2)
    return sum((o - t) ** 2 for o, t in zip(outputs, MAZUR["targets"], strict=True)) / 2


def test_biases_help_here(claim):
    claim("backpropagation/biases_help_here", mazur_error(biases_too=True) < mazur_error(), ablation=True)


def test_printed_number_uses_new_weights(claim):
    printed = mpf("0.291027924")
    right, mixed = mazur_error(), mazur_error(new_weights=True)
    is_printed = abs(mixed - printed) <= mpf("5e-10")
    claim("backpropagation/printed_number_uses_new_weights", is_printed and abs(right - printed) > mpf("1e-7"), ablation=True)


def test_note_forward_pass_is_right(claim):
    w1, w2, w3, w4, w5, w6, w7, w8 = WEIGHTS
    h1, h2, o1, o2 = forward(WEIGHTS, X)
    z = [w1 * X[0] + w2 * X[1], w3 * X[0] + w4 * X[1], w5 * h1 + w6 * h2, w7 * h1 + w8 * h2]
    printed = decimals(PRINTED_IN_THE_NOTE)
    held = all(abs(a - b) <= mpf("5e-9") for a, b in zip([z[0], z[1], h1, h2, z[2], z[3], o1, o2], printed, strict=True))
    claim("backpropagation/note_forward_pass_is_right", held)
