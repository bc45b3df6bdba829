"""The proofs of the page optimizers/index: its examples, figures, facts and claims."""

import json
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, Momentum, RMSprop
from oracle import optimizers as oracle

ROOT = Path(__file__).parents[3]
SEEDS = range(20)
TINY, RATE, KEPT = "1e-80", mpf("0.1"), mpf("0.75")     # an epsilon that is not seen; what is kept in the example by hand


def by_hand_paths(gradients, rate=RATE, kept=KEPT):
    return [
        list(oracle.sgd(1, gradients, rate)), list(oracle.momentum(1, gradients, rate, kept)),
        list(oracle.nag(1, gradients, rate, kept)), list(oracle.adagrad(1, gradients, rate, 0, TINY)),
        list(oracle.rmsprop(1, gradients, rate, kept, TINY)), list(oracle.adam(1, gradients, rate, kept, kept, TINY)),
    ]  # fmt: skip


def test_optimizer_family_by_hand(example, verify, claim):
    values = example("optimizers/optimizer_family_by_hand").values
    verify("both steps of all six", values["ends"], mpmath=by_hand_paths([mpf(3), mpf(4)]))
    held, rng = [], np.random.default_rng(0)
    gradients = rng.normal(size=(40, 5))
    for name, rule in {
        "SGD": SGD(0.1), "Momentum": Momentum(0.1, 0.8), "NAG": NAG(0.1, 0.8), "Adagrad": Adagrad(0.1, 0.0, 1e-300),
        "RMSprop": RMSprop(0.1, 0.6, 1e-300), "Adam": Adam(0.1, 0.8, 0.6, 1e-300),
    }.items():  # fmt: skip
        ours, w, m, s = np.ones(5), np.ones(5), np.zeros(5), np.zeros(5)
        for number, row in enumerate(gradients, start=1):
            rule.update([ours], [row])
            w, m, s = values["update"](name, w, row, m, s, number, 0.1, 0.8, 0.6)
            held.append(np.allclose(w, ours, rtol=1e-10, atol=1e-12))
    claim("optimizers/family_by_hand_agrees", all(held))


def test_optimizer_facts(fact, verify):
    adam, weights = Adam(), np.zeros(10**6, dtype=np.float32)
    adam.update([weights], [np.zeros(10**6, dtype=np.float32)])
    page = fact(
        "optimizers/index_facts", zero=0, one=1, twenty=20, steps=100, per_batch=20, samples=200,
        gradients=[3.0, 4.0], million=10**6, weights_mb=weights.nbytes / 10**6,
        adam_mb=adam.state_bytes / 10**6, least=1e-4, most=10.0, thirty_two=32, bytes=weights.itemsize,
        factors=[0.1, 0.3, 3.0, 10.0], share=0.75, rate=0.1, minus_one=-1,
    )  # fmt: skip
    verify("plain numbers", [page[k] for k in ("zero", "one", "twenty", "steps", "per_batch", "samples")],
           by_hand=[0, 1, 20, 100, 20, 200])
    verify("what goes in", page["gradients"], by_hand=[3, 4])
    verify("further numbers", [page[k] for k in ("million", "thirty_two", "bytes")],
           by_hand=[10**6, 32, 4])
    verify("share, rate, curvature", [page[k] for k in ("share", "rate", "minus_one")], by_hand=[KEPT, RATE, -1])
    verify("factors of the inputs", page["factors"], by_hand=[mpf("0.1"), mpf("0.3"), 3, 10])
    verify("rates tried", [page["least"], page["most"]], by_hand=[mpf("0.0001"), 10])
    verify("megabytes of the weights", page["weights_mb"], by_hand=4)
    verify("megabytes of Adam", page["adam_mb"], by_hand=8)


# the comparison


def drawn_problems():
    rng = np.random.default_rng(0)
    inputs, slopes = rng.normal(size=(40, 200, 4)), rng.normal(size=(40, 4, 1)) * 2
    labels = (rng.random((40, 200, 1)) < 1 / (1 + np.exp(-inputs @ slopes)))[..., 0].astype(float)
    return inputs, labels, rng.integers(0, 200, (100, 20))


def next_weights(kind, rate, w, g, memory, number):
    """Each rule from all that is remembered; what is kept is 0.9, and Adam's 0.999 of the squares."""
    if kind == "SGD":
        return w - rate * g
    if kind in ("Momentum", "NAG"):
        memory["sum"] = 0.9 * memory.get("sum", 0.0) + g
        return w - rate * (memory["sum"] if kind == "Momentum" else g + 0.9 * memory["sum"])
    kept = {"RMSprop": 0.9, "Adam": 0.999}.get(kind, 1.0)
    share = 1.0 if kind == "Adagrad" else 1 - kept
    memory["squares"] = kept * memory.get("squares", 0.1 if kind == "Adagrad" else 0.0) + share * g * g
    if kind != "Adam":
        return w - rate * g / np.sqrt(memory["squares"] + 1e-7)
    memory["mean"] = 0.9 * memory.get("mean", 0.0) + 0.1 * g
    shrunk = (1 - 0.999**number) ** 0.5         # epsilon hat, as in Keras
    return w - rate * (memory["mean"] / (1 - 0.9**number)) / ((np.sqrt(memory["squares"]) + 1e-7) / shrunk)


def losses_of(kind, rate, inputs, labels, order):
    w, memory = np.zeros((len(inputs), 4)), {}
    for number, rows in enumerate(order, start=1):
        some = inputs[:, rows]
        chance = 1 / (1 + np.exp(-np.clip(np.einsum("skn,sn->sk", some, w), -700, 700)))
        g = np.einsum("sk,skn->sn", chance - labels[:, rows], some) / 20
        w = next_weights(kind, rate, w, g, memory, number)
    sums = np.einsum("skn,sn->sk", inputs, w)
    signed = np.where(labels == 1, -sums, sums)
    return np.mean(np.maximum(signed, 0) + np.log1p(np.exp(-np.abs(signed))), axis=1)


KINDS = ("SGD", "Momentum", "NAG", "Adagrad", "RMSprop", "Adam")
TRIED = [10.0 ** (k / 2) for k in range(-8, 3)]
UNLIKE = np.array([0.1, 0.3, 3.0, 10.0])


def test_optimizers_compared(example, verify, claim):
    values = example("optimizers/optimizers_compared").values
    inputs, labels, order = drawn_problems()
    medians, ends = [], []
    for factors in (np.ones(4), UNLIKE):
        scaled = inputs * factors
        for kind in KINDS:
            row = [np.median(losses_of(kind, rate, scaled[:20], labels[:20], order)) for rate in TRIED]
            rate = TRIED[int(np.argmin(row))]
            medians.append([min(loss, 2.0) for loss in row])
            ends.append([rate, *np.quantile(losses_of(kind, rate, scaled[20:], labels[20:], order), [0.5, 0.0, 1.0])])
    verify("rates", values["rates"], closed_form=TRIED)
    rows, medians = np.array(values["tables"]), np.array(medians)
    verify("median of each rate", rows[:, :8], digits=5, closed_form=medians[:, :8])
    # with a rate of 1 or more, the steps on unlike scales are chaotic
    verify("median of each large rate", rows[:, 8:], digits=2, closed_form=medians[:, 8:])
    verify("rate, median, least, largest", values["found"], digits=7, closed_form=ends)
    found, tables = np.array(values["found"]), np.array(values["tables"])
    alike, unlike = found[:6, 1], found[6:, 1]
    ranges = np.ptp(found[:6, 2:], axis=1)
    claim("optimizers/alike_when_scaled", bool(np.ptp(alike) < 0.005 and np.min(ranges) > 100 * np.ptp(alike)), seeds=20)
    claim("optimizers/own_divisors_help_unlike_scales", bool(np.max(unlike[3:]) < np.min(unlike[:3]) - 0.1), seeds=20,
          ablation=True)
    claim("optimizers/scaling_gains_more", bool(np.max(alike) < np.min(unlike)), seeds=20, ablation=True)
    place = {kind: number for number, kind in enumerate(KINDS)}
    best = np.argmin(tables, axis=1)
    own, other = tables[6 + place["SGD"], best[6 + place["SGD"]]], tables[6 + place["SGD"], best[6 + place["Adam"]]]
    lost = tables[6 + place["Adam"], best[6 + place["SGD"]]] > tables[6 + place["Adam"], best[6 + place["Adam"]]] + 0.05
    claim("optimizers/rates_do_not_carry_over", bool(other > own + 0.2 and lost), seeds=20)
    untuned = tables[place["Adam"], int(np.argmin(np.abs(np.array(TRIED) - 0.001)))]
    claim("optimizers/adam_needs_a_rate", bool(untuned > 2 * tables[place["Adam"]].min()), seeds=20)


def test_rates_figure(figure, verify):
    shown = figure("optimizers/rates")
    inputs, labels, order = drawn_problems()
    verify("rate", shown["rate"], closed_form=TRIED)
    for kind in ("SGD", "Adagrad", "Adam"):
        row = [np.median(losses_of(kind, rate, inputs[:20] * UNLIKE, labels[:20], order)) for rate in TRIED]
        verify(f"median loss of {kind}", shown[kind][:8], digits=5, closed_form=np.minimum(row[:8], 2))
        verify(f"median loss of {kind}, large rates", shown[kind][8:], digits=2, closed_form=np.minimum(row[8:], 2))


# what it costs


def test_optimizer_cost(example, verify):
    values = example("optimizers/optimizer_cost").values
    verify("numbers kept for a weight", values["state"], by_hand=[0, 1, 1, 1, 1, 2])
    # multiplications, additions and roots in the formulas, the last addition to the weight with them
    verify("operations for a weight", values["operations"], by_hand=[2, 4, 7, 7, 9, 12])


def test_family_figure(figure, verify):
    shown = figure("optimizers/family")
    verify("numbers kept for a weight", shown["numbers"], by_hand=[0, 1, 1, 1, 1, 2])


def test_optimizer_resumed(example, verify, claim):
    values = example("optimizers/optimizer_resumed").values
    drawn = np.random.default_rng(0).normal(size=(510, 20))
    runs = {}
    for keep in (True, False):
        w, first, rows = np.full(20, 2.0), 0, []
        seen = []
        for number in range(510):
            if number == 500 and not keep:
                first, seen = number, []
            g = w + 0.3 * drawn[number]
            seen.append(g)
            count = number - first + 1
            ages = np.arange(count)[::-1][:, None]
            mean = np.sum(0.1 * 0.9**ages * np.array(seen), axis=0) / (1 - 0.9**count)
            square = np.sum(0.001 * 0.999**ages * np.array(seen) ** 2, axis=0)
            w = w - 0.05 * mean * np.sqrt(1 - 0.999**count) / (np.sqrt(square) + 1e-7)
            rows.append(w * w / 2)
        runs[keep] = np.array(rows)
    expected = [
        [[np.quantile(runs[keep][step - 1], share) for share in (0.5, 0.0, 1.0)] for keep in (True, False)]
        for step in (500, 501, 502, 505, 510)
    ]
    verify("steps", values["steps"], by_hand=[500, 501, 502, 505, 510])
    verify("median, least and largest loss", values["found"], digits=7, absolute=1e-12, closed_form=expected)
    found = np.array(values["found"])
    held = np.array_equal(found[0, 0], found[0, 1]) and found[3, 1, 0] > 2 * found[3, 0, 0]
    claim("optimizers/lost_state_raises_the_loss", bool(held), seeds=20, ablation=True)


# defaults and frameworks


def test_optimizer_defaults(fact, verify):
    stored = json.loads((ROOT / "tests" / "frameworks" / "defaults.json").read_text("utf-8"))["cases"]
    known = {(case["framework"], case["name"]): case["defaults"] for case in stored}
    k = {name: known["keras", name] for name in ("SGD", "Adagrad", "RMSprop", "Adam")}
    p = {name: known["torch", name] for name in ("SGD", "Adagrad", "RMSprop", "Adam")}
    page = fact(
        "optimizers/index_defaults",
        keras_rates=[k[name]["learning_rate"] for name in k], torch_rates=[p[name]["lr"] for name in p],
        momentum=[k["SGD"]["momentum"], p["SGD"]["momentum"]],
        first=[k["Adagrad"]["initial_accumulator_value"], p["Adagrad"]["initial_accumulator_value"]],
        adagrad_eps=[k["Adagrad"]["epsilon"], p["Adagrad"]["eps"]], rho=[k["RMSprop"]["rho"], p["RMSprop"]["alpha"]],
        rmsprop_eps=[k["RMSprop"]["epsilon"], p["RMSprop"]["eps"]], beta_1=[k["Adam"]["beta_1"], p["Adam"]["betas"][0]],
        beta_2=[k["Adam"]["beta_2"], p["Adam"]["betas"][1]], adam_eps=[k["Adam"]["epsilon"], p["Adam"]["eps"]],
        paper_rate=0.001, paper_beta_1=0.9, paper_beta_2=0.999, paper_eps=1e-8, slide=0.9, zero=0.0,
    )  # fmt: skip
    verify("rates of Keras", page["keras_rates"], published=["0.01", "0.001", "0.001", "0.001"])
    verify("rates of PyTorch", page["torch_rates"], published=["0.001", "0.01", "0.01", "0.001"])
    verify("momentum", page["momentum"], published=["0.0", "0.0"])
    verify("first accumulator", page["first"], published=["0.1", "0.0"])
    verify("epsilon of Adagrad", page["adagrad_eps"], by_hand=[mpf("1e-7"), mpf("1e-10")])
    verify("rho and alpha", page["rho"], published=["0.9", "0.99"])
    verify("epsilon of RMSprop", page["rmsprop_eps"], by_hand=[mpf("1e-7"), mpf("1e-8")])
    verify("beta 1", page["beta_1"], published=["0.9", "0.9"])
    verify("beta 2", page["beta_2"], published=["0.999", "0.999"])
    verify("epsilon of Adam", page["adam_eps"], by_hand=[mpf("1e-7"), mpf("1e-8")])
    verify("Algorithm 1 of the paper on Adam", [page[n] for n in ("paper_rate", "paper_beta_1", "paper_beta_2", "paper_eps")],
           by_hand=[mpf("0.001"), mpf("0.9"), mpf("0.999"), mpf("1e-8")])
    verify("the lecture on RMSprop", [page["slide"], page["zero"]], by_hand=[mpf("0.9"), 0])


def recorded_order():
    return [w for path in by_hand_paths([mpf(3), mpf(4)]) for w in path]


def test_optimizers_keras(recorded, verify):
    out = recorded("optimizers/optimizers_keras")
    verify("both steps of all six", out, mpmath=recorded_order())


def test_optimizers_pytorch(recorded, verify, claim):
    out = recorded("optimizers/optimizers_pytorch")
    verify("both steps of all six", out, mpmath=recorded_order())
    texts = [(ROOT / "docs" / "examples" / "optimizers" / f"optimizers_{n}.out").read_text("utf-8") for n in ("keras", "pytorch")]
    claim("optimizers/libraries_take_the_same_steps", texts[0] == texts[1])


# what sentences say


def test_first_steps(claim):
    """The adaptive rules start with steps that do not depend on the size of the gradient."""
    held = []
    for size in (1e-2, 1.0, 1e3):
        moved = []
        for rule in (SGD(0.1), Momentum(0.1), NAG(0.1, 0.9), Adagrad(0.1, 0.0), RMSprop(0.1, 0.9), Adam(0.1)):
            weight = np.zeros(1)
            rule.update([weight], [np.array([size])])
            moved.append(-weight[0])
        expected = [0.1 * size, 0.1 * size, 0.19 * size, 0.1, 0.1 / 0.1**0.5, 0.1]
        held.append(np.allclose(moved, expected, rtol=1e-2))
    claim("optimizers/first_steps", all(held))


def test_newton_meets_a_saddle(claim):
    """Newton's step on (a^2 - b^2) / 2: the slopes are a and -b, the curvatures 1 and -1."""
    held, away = [], []
    for angle in np.linspace(0.1, 1.4, 14):
        place = np.array([np.cos(angle), np.sin(angle)])
        slopes, curvatures = place * [1, -1], np.array([1.0, -1.0])
        held.append(np.allclose(place - slopes / curvatures, 0))
        walker = [place.copy()]
        rule = SGD(0.1)
        for _ in range(60):
            rule.update(walker, [walker[0] * [1, -1]])
        away.append(abs(walker[0][1]) > 1)
    claim("optimizers/newton_meets_a_saddle", all(held) and all(away))


def test_swapped_mean(fact, verify):
    """Exercise: Adam without the correction, first step with both at 0.9 and 0.999."""
    page = fact("optimizers/uncorrected", first=0.1 / 0.001**0.5, corrected=1.0)
    verify("first step without the corrections", page["first"], mpmath=mpf("0.1") / mpmath.sqrt(mpf("0.001")))
    moved = next(oracle.adam(0, [5], 1, 0.9, 0.999, TINY))
    verify("first step with them", page["corrected"], mpmath=-moved)
