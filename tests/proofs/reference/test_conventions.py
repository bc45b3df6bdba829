"""The proofs of the page reference/conventions: its programs, what was recorded of Keras and PyTorch, and its claims."""

import inspect
import json
import math
from fractions import Fraction
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes import losses, optimizers
from oracle import optimizers as paths
from oracle.activations import leaky_relu, log_softmax
from oracle.losses import huber_term

FRAMEWORKS = Path(__file__).parents[2] / "frameworks"
ERRORS = [[1, 0, -2, 0], [0, 3, 0, 1], [-1, 0, 2, 2]]
SQUARES = [[e * e for e in row] for row in ERRORS]
BUMPS = [1, -2, 3, -5]
KERNEL, BIAS, X = [["1", "-1", "0.5"], ["0.5", "0.25", "1"]], ["0", "0.5", "-0.25"], [2, 3]
WEIGHTED_LABELS, WEIGHTED_LOGITS, WEIGHTS = [0, 0, 0, 1], [[2, 0], [1, 0], [0, 1], [1, 0]], [1, 3]


def stored(topic):
    return json.loads((FRAMEWORKS / f"{topic}.json").read_text("utf-8"))["cases"]


def total(rows):
    return sum(sum(row) for row in rows)


def last(steps):
    return list(steps)[-1]


def test_squares(example, verify):
    values = example("reference/conventions_squares").values
    verify("samples, outputs, errors", [values["samples"], values["outputs"], values["n"]],
           counting=[len(ERRORS), len(ERRORS[0]), sum(map(len, ERRORS))])
    verify("sum", values["sse"], exact=total(SQUARES), by_hand=24)
    verify("half the sum", values["half"], exact=mpf(total(SQUARES)) / 2)
    verify("mean", values["mse"], exact=mpf(total(SQUARES)) / 12)
    verify("sum of a sample, averaged", values["per_sample"], exact=mpf(sum(map(sum, SQUARES))) / 3)
    verify("mean of a sample, summed", values["keras_sum"], exact=sum(mpf(sum(row)) / 4 for row in SQUARES))
    verify("half the mean", values["half_mean"], exact=mpf(total(SQUARES)) / 24)


def test_the_rate_makes_up_for_the_factor(claim):
    """One step on half the sum, and one on the mean at n/2 times the rate; without it, another step."""
    held = True
    for seed in range(20):
        rng = np.random.default_rng(seed)
        t, y, rate = rng.normal(size=7), rng.normal(size=7), 0.1
        step = rate * losses.half_sum_squared_error_gradient(t, y)
        slope = losses.mean_squared_error_gradient(t, y)
        held &= np.allclose(step, rate * 7 / 2 * slope, rtol=1e-13) and not np.allclose(step, rate * slope, rtol=1e-3)
    claim("reference/rate_makes_up_for_the_factor", held, seeds=20, ablation=True)


def bumps():
    return mpmath.fsum(huber_term(mpf(0), mpf(e), mpf(2)) for e in BUMPS)


def scikit_huber(error, threshold):
    """Return what the documentation of scikit-learn's HuberRegressor writes, for a scale of one."""
    return mpf(error) ** 2 if abs(error) < threshold else 2 * threshold * abs(mpf(error)) - mpf(threshold) ** 2


def test_huber(example, verify):
    values = example("reference/conventions_huber").values
    verify("Huber", values["ours"], mpmath=bumps() / 4)
    verify("SmoothL1", values["smooth_l1"], by_hand=[mpf("1.8125")],
           mpmath=sum(abs(mpf(e)) - 1 if abs(e) >= 2 else mpf(e) ** 2 / 4 for e in BUMPS) / 4)
    verify("without the half", values["without_half"], mpmath=sum(scikit_huber(e, 2) for e in BUMPS) / 4)
    verify("that, summed", values["summed"], mpmath=sum(scikit_huber(e, 2) for e in BUMPS))


def test_log_zero(example, verify):
    values = example("reference/conventions_log_zero").values
    assert values["ours"] == math.inf
    verify("probability at 1e-7", values["keras"], mpmath=7 * mpmath.log(10))
    verify("logarithm at -100", values["pytorch"], by_hand=100)
    verify("probability at epsilon", values["scikit"], mpmath=52 * mpmath.log(2))
    verify("from the logit", values["logit"], mpmath=mpmath.log(1 + mpmath.exp(800)))


def crosses():
    rows = zip(WEIGHTED_LABELS, WEIGHTED_LOGITS, strict=True)
    return [-log_softmax(row)[label] * WEIGHTS[label] for label, row in rows]


def test_class_weights(example, verify):
    values = example("reference/conventions_class_weights").values
    verify("samples", values["count"], counting=len(WEIGHTED_LABELS))
    verify("weights picked", values["picked"], exact=sum(WEIGHTS[label] for label in WEIGHTED_LABELS))
    verify("over the samples", values["by_samples"], mpmath=mpmath.fsum(crosses()) / 4)
    verify("over the weights", values["by_weights"], mpmath=mpmath.fsum(crosses()) / 6)


def test_leaky(example, verify):
    values = example("reference/conventions_leaky").values
    verify("dlnotes", values["ours"], mpmath=leaky_relu(-10, mpf("0.01")))
    verify("PyTorch", values["pytorch"], mpmath=leaky_relu(-10, mpf("0.01")))
    verify("function of Keras", values["keras_function"], mpmath=leaky_relu(-10, mpf("0.2")))
    verify("layer of Keras", values["keras_layer"], mpmath=leaky_relu(-10, mpf("0.3")))


def sums():
    """Return x times the kernel plus the biases, exactly."""
    columns = zip(*[[Fraction(k) for k in row] for row in KERNEL], strict=True)
    return [sum(x * k for x, k in zip(X, column, strict=True)) + Fraction(b) for column, b in zip(columns, BIAS, strict=True)]


def as_mpf(fractions):
    return [mpf(f.numerator) / f.denominator for f in fractions]


def test_layout(example, verify):
    values = example("reference/conventions_layout").values
    verify("inputs and units", [values["inputs"], values["units"]], counting=[len(KERNEL), len(KERNEL[0])])
    verify("W", values["W"], by_hand=[1, mpf("0.5"), -1, mpf("0.25"), mpf("0.5"), 1])
    verify("ours", values["ours"], exact=as_mpf(sums()))
    verify("theirs", values["theirs"], exact=as_mpf(sums()))


def outside(rates, mu, g):
    """Follow the documentation of PyTorch: the velocity holds gradients."""
    place, kept = mpf(0), mpf(0)
    for rate in rates:
        kept = mpf(mu) * kept + g
        place -= mpf(rate) * kept
        yield place


def test_velocity(example, verify, claim):
    values = example("reference/conventions_velocity").values
    rates = [1, 1, mpf("0.1"), mpf("0.1")]
    inner, outer = list(paths.momentum(0, [1] * 4, rates, 0.5)), list(outside(rates, 0.5, 1))
    verify("both paths", values["paths"], mpmath=[list(pair) for pair in zip(inner, outer, strict=True)])
    verify("rate inside", values["inside"], mpmath=inner[-1])
    verify("rate outside", values["outside"], mpmath=outer[-1])
    fixed = [1] * 4
    same = list(paths.momentum(0, fixed, fixed, 0.5)) == list(outside(fixed, 0.5, 1))
    rolled, shrunk = (path[1] - path[2] - mpf("0.1") for path in (inner, outer))      # what the old steps add to the third
    kept = mpmath.almosteq(rolled, (inner[0] - inner[1]) / 2) and mpmath.almosteq(shrunk, rolled / 10)
    claim("reference/velocity_forms_part", same and inner[1] == outer[1] and kept, ablation=True)


def of_the_paper(start, eta, mu, steps):
    """Nesterov's gradient as the paper writes it, on half the square: the gradient is taken ahead."""
    theta, u = mpf(start), mpf(0)
    for _ in range(steps):
        u = mpf(mu) * u - mpf(eta) * (theta + mpf(mu) * u)
        theta += u
        yield theta, theta + mpf(mu) * u


def test_nag(example, verify):
    values = example("reference/conventions_nag").values
    found = list(of_the_paper(1, 0.1, 0.9, 4))
    verify("w, w - mu v, and theta", values["rows"], mpmath=[[ahead, behind, behind] for behind, ahead in found])
    verify("point ahead", values["ahead"], mpmath=found[-1][1])
    verify("w - mu v", values["back"], mpmath=found[-1][0])
    verify("theta", values["paper"], mpmath=found[-1][0])


def test_adaptive(example, verify):
    values = example("reference/conventions_adaptive").values
    small = [mpf(1e-6)]
    verify("Adagrad from 0.1", values["adagrad"], mpmath=-last(paths.adagrad(0, [mpf(0.1)], 1)))
    verify("Adagrad from 0", values["from_zero"], mpmath=-last(paths.adagrad(0, [mpf(0.1)], 1, 0, 1e-10, inside=False)))
    verify("RMSprop, inside", values["inside"], mpmath=-last(paths.rmsprop(0, small, 1)))
    verify("RMSprop, outside", values["outside"], mpmath=-last(paths.rmsprop(0, small, 1, inside=False)))
    verify("RMSprop, PyTorch", values["pytorch"], mpmath=-last(paths.rmsprop(0, small, 1, 0.99, 1e-8, inside=False)))
    verify("Adam, hat", values["hat"], mpmath=-last(paths.adam(0, small, 1)))
    verify("Adam, hat, scikit-learn", values["scikit"], mpmath=-last(paths.adam(0, small, 1, eps=1e-8)))
    verify("Adam, no hat", values["paper"], mpmath=-last(paths.adam(0, small, 1, eps=1e-8, hat=False)))


def test_hat(fact, verify, claim):
    correction = math.sqrt(1.0 - 0.999)
    v = fact("reference/conventions_hat", root=correction, acts_as=1e-7 / correction)
    verify("root at the first step", v["root"], mpmath=mpmath.sqrt(mpf("0.001")))
    verify("epsilon that it amounts to", v["acts_as"], mpmath=mpf("1e-7") / mpmath.sqrt(mpf("0.001")))
    gradients = [1e-6] * 6000
    hats, plain = (list(paths.adam(0, gradients, 1, eps=1e-7, hat=hat)) for hat in (True, False))
    ends = [(plain[t] - plain[t - 1]) / (hats[t] - hats[t - 1]) for t in (1, 5999)]
    claim("reference/epsilon_hat_fades", ends[0] > 2 and abs(ends[1] - 1) < mpf("1e-3"))


def test_weight_decay(example, verify):
    values = example("reference/conventions_weight_decay").values
    verify("frameworks", values["frameworks"], mpmath=last(paths.adam(1, [0], 0.1, decay=0.5)))
    verify("paper", values["paper"], by_hand=mpf("0.5"))


def defaults_of(framework, name):
    return next(case["defaults"] for case in stored("defaults") if (case["framework"], case["name"]) == (framework, name))


def test_defaults(fact, verify):
    keras, torch = ({name: defaults_of(library, name) for name in ("SGD", "Adagrad", "RMSprop", "Adam")}
                    for library in ("keras", "torch"))
    v = fact(
        "reference/conventions_defaults",
        keras_accumulator=keras["Adagrad"]["initial_accumulator_value"],
        torch_accumulator=torch["Adagrad"]["initial_accumulator_value"],
        keras_epsilon=keras["Adam"]["epsilon"],
        keras_sgd=keras["SGD"]["learning_rate"], torch_sgd=torch["SGD"]["lr"],
        keras_adagrad=keras["Adagrad"]["learning_rate"], torch_adagrad=torch["Adagrad"]["lr"],
        keras_rmsprop=keras["RMSprop"]["learning_rate"], torch_rmsprop=torch["RMSprop"]["lr"],
        keras_adam=keras["Adam"]["learning_rate"], torch_adam=torch["Adam"]["lr"],
        keras_rho=keras["RMSprop"]["rho"], torch_rho=torch["RMSprop"]["alpha"],
        momentum=keras["SGD"]["momentum"],
        ours_momentum=inspect.signature(optimizers.Momentum).parameters["momentum"].default,
    )
    verify("accumulators", [v["keras_accumulator"], v["torch_accumulator"]], published=["0.1", "0"])
    verify("epsilon of Keras", v["keras_epsilon"], published="1e-7")
    assert {keras[name]["epsilon"] for name in ("Adagrad", "RMSprop", "Adam")} == {1e-7}
    verify("rates of Keras", [v["keras_sgd"], v["keras_adagrad"], v["keras_rmsprop"], v["keras_adam"]],
           published=["0.01", "0.001", "0.001", "0.001"])
    verify("rates of PyTorch", [v["torch_sgd"], v["torch_adagrad"], v["torch_rmsprop"], v["torch_adam"]],
           published=["0.001", "0.01", "0.01", "0.001"])
    verify("decay rates", [v["keras_rho"], v["torch_rho"]], published=["0.9", "0.99"])
    verify("momentum", v["momentum"], published="0")
    verify("our momentum", v["ours_momentum"], by_hand=0.9)
    assert torch["SGD"]["momentum"] == 0


def test_losses_keras(recorded, verify):
    out = recorded("reference/conventions_losses_keras")
    verify("every number", out, mpmath=[
        mpf(total(SQUARES)) / 12, mpf(total(SQUARES)) / 4, bumps() / 4, 7 * mpmath.log(10), mpmath.fsum(crosses()) / 4,
    ])


def test_losses_pytorch(recorded, verify):
    out = recorded("reference/conventions_losses_pytorch")
    verify("every number", out, mpmath=[
        mpf(total(SQUARES)) / 12, mpf(total(SQUARES)), bumps() / 4, bumps() / 8, 100, mpmath.fsum(crosses()) / 6,
    ])


def test_layers_keras(recorded, verify):
    out = recorded("reference/conventions_layers_keras")
    verify("shape, sums, Leaky ReLU", out, exact=[2, 3, *as_mpf(sums()), -2, -3])


def test_layers_pytorch(recorded, verify):
    out = recorded("reference/conventions_layers_pytorch")
    verify("shape, sums, Leaky ReLU", out, exact=[3, 2, *as_mpf(sums()), mpf("-0.1"), mpf("-0.1")])


RATES = [1, 1, mpf("0.1"), mpf("0.1")]


def test_optimizers_keras(recorded, verify):
    out = recorded("reference/conventions_optimizers_keras")
    small = [mpf(1e-6)]
    verify("every number", out, mpmath=[
        -last(paths.adagrad(0, [mpf(0.1)], 1)), -last(paths.rmsprop(0, small, 1)), -last(paths.adam(0, small, 1)),
        last(paths.adam(1, [0], 0.1, decay=0.5)), last(of_the_paper(1, 0.1, 0.9, 4))[1],
        last(paths.momentum(0, [1] * 4, RATES, 0.5)),
    ])


def test_optimizers_pytorch(recorded, verify):
    out = recorded("reference/conventions_optimizers_pytorch")
    small = [mpf(1e-6)]
    verify("every number", out, mpmath=[
        -last(paths.adagrad(0, [mpf(0.1)], 1, 0, 1e-10, inside=False)),
        -last(paths.rmsprop(0, small, 1, 0.99, 1e-8, inside=False)),
        -last(paths.adam(0, small, 1, eps=1e-8, hat=False)),
        last(paths.adam(1, [0], 0.1, decay=0.5)), last(of_the_paper(1, 0.1, 0.9, 4))[1], last(outside(RATES, 0.5, 1)),
    ])


def agrees_with(case):
    """Tell whether a loss and its gradient are what a library computed."""
    arguments = (case["y_true"], case["y_pred"])
    value, slope = (function(*arguments, **case["arguments"]) for function in losses.LOSSES[case["name"]])
    shift = 1.0 / len(case["y_true"]) if case["normalises"] else 0.0     # Keras divides probabilities by their sum first
    near = {"rtol": case["tolerance"], "atol": case["tolerance"]}
    return np.allclose(value, case["value"], **near) and np.allclose(slope + shift, case["gradient"], **near)


def test_losses_agree_with_recorded(claim):
    cases = stored("losses")
    assert {case["framework"] for case in cases} == {"keras", "torch"}
    claim("reference/losses_agree_with_recorded", all(agrees_with(case) for case in cases))


def follows(case):
    """Tell whether an optimizer with the recorded options takes the recorded path."""
    optimizer = getattr(optimizers, case["dlnotes"]["class"])(**case["dlnotes"]["arguments"])
    w, held = np.array(case["start"]), True
    for g, expected in zip(case["gradients"], case["path"], strict=True):
        optimizer.update([w], [np.array(g)])
        held &= np.allclose(w, expected, rtol=case["tolerance"], atol=case["tolerance"])
    return held


def test_paths_agree_with_recorded(fact, verify, claim):
    cases = stored("optimizers")
    v = fact("reference/conventions_paths", cases=len(cases), gradients=len(cases[0]["gradients"]))
    verify("cases", v["cases"], by_hand=24)
    verify("length of a path", v["gradients"], by_hand=10)
    claim("reference/paths_agree_with_recorded", all(follows(case) for case in cases))
