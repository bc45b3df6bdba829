"""The proofs of the page optimizers/rmsprop: its examples, figures, facts and claims."""

import json
from itertools import pairwise
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.optimizers import SGD, RMSprop
from oracle import optimizers as oracle
from oracle.network import decimals

ROOT = Path(__file__).parents[3]
SEEDS = range(20)
TINY = "1e-80"      # an epsilon that is not seen


def moves(path, start=0):
    """The steps of a path."""
    places = [mpf(start), *path]
    return [b - a for a, b in pairwise(places)]


HAND = [mpf(2), mpf(1), mpf(-3)]


def test_rmsprop_by_hand(example, verify, claim):
    values = example("optimizers/rmsprop_by_hand").values
    rows = [oracle.rmsprop(1, [g / k for g in HAND], mpf("0.1"), mpf("0.75")) for k in (1, 100)]
    verify("path of both weights", values["path"], mpmath=[list(pair) for pair in zip(*rows, strict=True)])
    held, rng = [], np.random.default_rng(0)
    for rate, rho, epsilon in ((0.001, 0.9, 1e-7), (0.1, 0.75, 1e-7), (0.5, 0.99, 1e-2), (1.0, 0.0, 1e-8)):
        w = rng.normal(size=5)
        weights, s, rule = [w.copy()], np.zeros(5), RMSprop(rate, rho, epsilon)
        for g in rng.normal(size=(30, 5)) * 10.0 ** rng.integers(-5, 3, (30, 5)):
            w, s = values["rmsprop"](w, s, g, rate, rho, epsilon)
            rule.update(weights, [g])
            held.append(np.allclose(w, weights[0], rtol=1e-12, atol=1e-12))
    plain = [oracle.rmsprop(1, HAND, mpf("0.1"), mpf("0.75"), eps) for eps in ("1e-7", TINY)]
    held += [abs(a - b) < mpf("5e-5") for a, b in zip(*plain, strict=True)]
    claim("optimizers/rmsprop_by_hand_agrees", all(held))


def test_rmsprop_facts(fact, verify):
    page = fact(
        "optimizers/rmsprop_facts", zero=0, one=1, ten=10, hundred=100, three=3, minus_one=-1, minus_two=-2,
        recent=1 - 0.9**10, ratio=100 / 0.01,
    )
    verify("plain numbers", [page[k] for k in ("zero", "one", "ten", "hundred")], by_hand=[0, 1, 10, 100])
    verify("what goes in", [page[k] for k in ("three", "minus_one", "minus_two")], by_hand=[3, -1, -2])
    shares = [mpf("0.1") * mpf("0.9") ** age for age in range(10)]
    verify("share of the last ten", page["recent"], mpmath=mpmath.fsum(shares))
    verify("ratio", page["ratio"], by_hand=10000)


def test_rmsprop_hand(fact, verify):
    page = fact("optimizers/rmsprop_hand", gradients=[2.0, 1.0, -3.0])
    verify("what goes in", page["gradients"], by_hand=HAND)


def test_rmsprop_defaults(fact, verify):
    recorded = json.loads((ROOT / "tests" / "frameworks" / "defaults.json").read_text("utf-8"))["cases"]
    known = {case["framework"]: case["defaults"] for case in recorded if case["name"] == "RMSprop"}
    page = fact(
        "optimizers/rmsprop_defaults", rho=known["keras"]["rho"], alpha=known["torch"]["alpha"], rate=known["torch"]["lr"],
    )
    verify("rho of Keras", page["rho"], published="0.9")
    verify("alpha of PyTorch", page["alpha"], published="0.99")
    verify("lr of PyTorch", page["rate"], published="0.01")


def test_rmsprop_two_scales(example, verify, claim):
    values = example("optimizers/rmsprop_two_scales").values
    pair = [mpf(100), mpf("0.01")]
    verify("what goes in", values["g"], by_hand=pair)
    straight = [-mpmath.fsum(moves(oracle.sgd(0, [g] * 100, mpf("0.001")))) for g in pair]
    scaled = [-mpmath.fsum(moves(oracle.rmsprop(0, [g] * 100, mpf("0.001"), mpf("0.9")))) for g in pair]
    verify("how far, SGD", values["sgd"], mpmath=straight)
    verify("how far, RMSprop", values["rms"], mpmath=scaled)
    verify("ratios", values["ratios"], mpmath=[straight[0] / straight[1], scaled[0] / scaled[1]])
    claim("optimizers/rmsprop_evens_out", abs(values["rms"][0] / values["rms"][1] - 1) < 1e-3)


TIMES = [1, 2, 5, 10, 100, 10000]


def test_rmsprop_forgets(example, verify):
    values = example("optimizers/rmsprop_forgets").values
    verify("times", values["times"], by_hand=TIMES)
    verify("Adagrad", values["adagrad"], digits=7, closed_form=[1 / mpmath.sqrt(t) for t in TIMES])
    for name, rho in (("fast", "0.9"), ("slow", "0.99")):
        verify(f"RMSprop, {rho}", values[name], digits=6, closed_form=[1 / mpmath.sqrt(1 - mpf(rho) ** t) for t in TIMES])


def test_rmsprop_steps_figure(figure, verify):
    shown = figure("optimizers/rmsprop_steps")
    times = sorted([k * 10**e for e in range(3) for k in (1, 2, 3, 5, 7)] + [15, 150, 1000])
    verify("t", shown["t"], by_hand=times)
    for name, rho in (("fast", "0.9"), ("slow", "0.99")):
        verify(f"steps with {rho}", shown[name], digits=6, closed_form=[1 / mpmath.sqrt(1 - mpf(rho) ** t) for t in times])
    verify("steps of Adagrad", shown["adagrad"], digits=6, closed_form=[1 / mpmath.sqrt(t) for t in times])


def test_rmsprop_epsilon(example, verify):
    values = example("optimizers/rmsprop_epsilon").values
    sizes, eps = decimals("1 1e-2 1e-4 1e-6 1e-8 1e-10"), mpf("1e-7")
    verify("what goes in", values["sizes"], by_hand=sizes)
    verify("inside", values["inside"], digits=7, closed_form=[g / mpmath.sqrt(g * g + eps) for g in sizes])
    verify("outside", values["outside"], digits=7, closed_form=[g / (g + eps) for g in sizes])


def test_rmsprop_epsilon_figure(figure, verify):
    shown = figure("optimizers/rmsprop_epsilon")
    powers = [mpf(k) / 2 - 12 for k in range(25)]
    sizes, eps = [mpf(10) ** p for p in powers], mpf("1e-7")
    verify("power of ten", shown["power"], by_hand=powers)
    verify("steps, inside", shown["inside"], digits=7, closed_form=[g / mpmath.sqrt(g * g + eps) for g in sizes])
    verify("steps, outside", shown["outside"], digits=7, closed_form=[g / (g + eps) for g in sizes])


def test_rmsprop_epsilon_powers(fact, verify):
    page = fact("optimizers/rmsprop_epsilon_powers", least=1e-12, outside=1e-7, inside=1e-7**0.5)
    verify("least", page["least"], by_hand=mpf("1e-12"))
    verify("where half of the step is left, outside", page["outside"], mpmath=mpmath.findroot(
        lambda g: g / (g + mpf("1e-7")) - mpf("0.5"), mpf("1e-7")))
    verify("where the square is epsilon, inside", page["inside"], mpmath=mpmath.sqrt(mpf("1e-7")))


def leaky_runs(slope):
    """Steps of all seeds at once, the mean square as a sum of what is left of every square."""
    g = slope + 1e-3 * np.stack([np.random.default_rng(seed).normal(size=1000) for seed in SEEDS])
    squares, last = np.empty_like(g), np.zeros(len(SEEDS))
    for t in range(1000):
        last = 0.9 * last + 0.1 * g[:, t] * g[:, t]
        squares[:, t] = last
    return -g / np.sqrt(squares + 1e-7)


def test_rmsprop_noise(example, verify, claim):
    values = example("optimizers/rmsprop_noise").values
    slopes = decimals("1e-2 1e-4 1e-6")
    verify("slopes", values["slopes"], by_hand=slopes)
    verify("seeds, noise", [values["seeds"], values["noise"]], by_hand=[20, mpf("1e-3")])
    runs = [leaky_runs(float(slope)) for slope in slopes]
    verify("share downhill", values["right"], closed_form=[np.mean(run < 0, axis=1) for run in runs])
    verify("mean size", values["size"], digits=9, closed_form=[np.mean(abs(run), axis=1) for run in runs])
    verify("median share", values["median"], closed_form=[np.median(np.mean(run < 0, axis=1)) for run in runs])
    verify("median size", values["step"], digits=9, closed_form=[np.median(np.mean(abs(run), axis=1)) for run in runs])
    right, size = values["right"], values["size"]
    held = np.all(right[0] == 1) and np.all(abs(right[2] - 0.5) < 0.06) and np.all(size > 0.7)
    claim("optimizers/noise_is_not_restored", bool(held), seeds=len(SEEDS))


def centered_steps(gradients, rate, rho, eps="1e-7"):
    """Sizes of the steps, the variance as a mean of squared distances: what the start at zero leaves out is a zero."""
    sizes = []
    for t in range(1, len(gradients) + 1):
        shares = [(1 - rho) * rho ** (t - k) for k in range(1, t + 1)]
        mean = mpmath.fsum(a * g for a, g in zip(shares, gradients, strict=False))
        spread = mpmath.fsum(a * (g - mean) ** 2 for a, g in zip(shares, gradients, strict=False)) + rho**t * mean**2
        sizes.append(rate * abs(gradients[t - 1]) / mpmath.sqrt(spread + mpf(eps)))
    return sizes


def test_rmsprop_centered(example, verify, claim):
    values = example("optimizers/rmsprop_centered").values
    chosen = [0, 1, 9, 29, 59]
    equal = centered_steps([mpf(1)] * 60, mpf("0.1"), mpf("0.9"))
    turning = centered_steps([mpf(3), mpf(-1)] * 30, mpf("0.1"), mpf("0.9"))
    verify("steps, all equal", values["equal"], digits=10, mpmath=[equal[k] for k in chosen])
    verify("steps, 3 and -1 in turn", values["turning"], digits=10, mpmath=[turning[k] for k in chosen])
    w, s, m, seen = 0.0, 0.0, 0.0, []
    for _ in range(2000):
        before = w
        w, s, m = values["centered"](w, s, m, 1.0, rate=0.1)
        seen.append(abs(w - before))
    held = seen[0] < 0.34 and seen[59] > 2.3 and np.isclose(seen[-1], 0.1 / 1e-7**0.5, rtol=1e-6)
    claim("optimizers/centered_grows", bool(held))


def test_rmsprop_centered_times(fact, verify):
    page = fact("optimizers/rmsprop_centered_times", times=[1, 2, 10, 30, 60], rate=0.1)
    verify("times", page["times"], by_hand=[1, 2, 10, 30, 60])
    verify("rate", page["rate"], by_hand=mpf("0.1"))


PAIRS = ("0.5 0.25 -0.75", "1e-4 1e-4 -2e-4")


def recorded_paths(inside, centered=False):
    rows = []
    for start, texts in zip((1, -2), PAIRS, strict=True):
        gradients, rate, rho, eps = decimals(texts), mpf("0.01"), mpf("0.9"), mpf("1e-7")
        if centered:
            sizes = centered_outside(gradients, rate, rho, eps)
            rows.append([start - mpmath.fsum(sizes[: t + 1]) for t in range(3)])
        else:
            rows.append(list(oracle.rmsprop(start, gradients, rate, rho, eps, inside)))
    return [v for pair in zip(*rows, strict=True) for v in pair]


def centered_outside(gradients, rate, rho, eps):
    """Steps with epsilon outside the root."""
    roots = [rate * abs(g) / size for g, size in zip(gradients, centered_steps(gradients, rate, rho, mpf(0)), strict=True)]
    return [rate * g / (root + eps) for g, root in zip(gradients, roots, strict=True)]


def test_rmsprop_keras(recorded, verify, claim):
    out = recorded("optimizers/rmsprop_keras")
    verify("path", out, mpmath=recorded_paths(inside=True))
    text = (ROOT / "docs" / "examples" / "optimizers" / "rmsprop_keras.out").read_text("utf-8")
    claim("optimizers/keras_rejects_the_note", text.count("raises ValueError") == 3)


def test_rmsprop_pytorch(recorded, verify, claim):
    out = recorded("optimizers/rmsprop_pytorch")
    verify("path, then centered", out, mpmath=recorded_paths(inside=False) + recorded_paths(False, centered=True))
    lines = {}
    for name in ("keras", "pytorch"):
        text = (ROOT / "docs" / "examples" / "optimizers" / f"rmsprop_{name}.out").read_text("utf-8")
        lines[name] = [line.split(", ") for line in text.splitlines() if line.startswith("w1")][:3]
    rows = list(zip(lines["keras"], lines["pytorch"], strict=True))
    held = all(a[0] == b[0] and a[1] != b[1] for a, b in rows)
    claim("optimizers/rmsprop_places_differ", held)


def test_rmsprop_hovers(example, verify, claim):
    values = example("optimizers/rmsprop_hovers").values
    far = []
    for rate in decimals("0.1 0.01"):
        w, s, seen = mpf(5), mpf(0), []
        for _ in range(3000):
            s = mpf("0.9") * s + mpf("0.1") * w * w
            w -= rate * w / mpmath.sqrt(s + mpf("1e-7"))
            seen.append(abs(w))
        far.append(max(seen[-100:]))
    verify("farthest, RMSprop", values["ends"][1:], digits=6, mpmath=far)
    verify("farthest, SGD", values["ends"][0], absolute=1e-12, closed_form=5 * mpf("0.9") ** 2901)
    held = values["ends"][0] < 1e-12 and all(
        abs(end / rate - 0.5) < 0.01 for end, rate in zip(values["ends"][1:], (0.1, 0.01), strict=True)
    )
    claim("optimizers/rmsprop_never_rests", held)


def test_rmsprop_valley(example, verify):
    values = example("optimizers/rmsprop_valley").values
    verify("curvature", values["curvature"], by_hand=[100, 1])
    flat = mpf("0.99") ** 99
    verify("left, SGD", [values["sgd"], values["sgd_swapped"]], absolute=1e-15, closed_form=[[0, flat], [flat, 0]])
    lefts = []
    for curve in (100, 1):
        w, s = mpf(1), mpf(0)
        for _ in range(99):
            g = curve * w
            s = mpf("0.9") * s + mpf("0.1") * g * g
            w -= mpf("0.01") * g / mpmath.sqrt(s + mpf("1e-7"))
        lefts.append(w)
    verify("left, RMSprop", [values["rms"], values["rms_swapped"]], digits=10, mpmath=[lefts, lefts[::-1]])


def test_rmsprop_first(fact, verify):
    page = fact("optimizers/rmsprop_first", gradient=-40.0)
    verify("what goes in", page["gradient"], by_hand=-40)


def test_rmsprop_half(fact, verify):
    page = fact("optimizers/rmsprop_half", steps=int(np.ceil(np.log(0.5) / np.log(0.9))))
    verify("steps", page["steps"], exact=next(n for n in range(1, 99) if mpf("0.9") ** n < mpf("0.5")))


def test_rmsprop_corrected(example, verify, claim):
    values = example("optimizers/rmsprop_corrected").values
    # the mean of equal squares is the square
    size = mpf("0.01") * 3 / mpmath.sqrt(9 + mpf("1e-7"))
    verify("path", values["path"], closed_form=[-t * size for t in (1, 2, 3, 4)])
    steps = np.diff([0.0, *values["path"]])
    claim("optimizers/corrected_steps_are_equal", bool(np.allclose(steps, -0.01, rtol=1e-7)))


def test_rmsprop_corrected_rate(fact, verify):
    page = fact("optimizers/rmsprop_corrected_rate", rate=0.01)
    verify("rate", page["rate"], by_hand=mpf("0.01"))


def test_find_rmsprop_mistake(example, verify, fact):
    values = example("optimizers/find_rmsprop_mistake").values
    means = [9 * (1 - mpf("0.9") ** t) for t in (1, 2, 3)]
    verify("under the root", values["under_root"], digits=10, closed_form=[v - v * v for v in means])
    page = fact("optimizers/rmsprop_mistake", right=0.1 * 3.0**2 - (0.1 * 3.0) ** 2)
    verify("under the root, mended", page["right"], digits=12, closed_form=mpf("0.9") - mpf("0.09"))


def test_scaling_the_loss_changes_nothing(claim):
    """Exercise 5: the paths under a loss and under a thousand times the loss."""
    held = []
    for seed in SEEDS:
        gradients = np.random.default_rng(seed).normal(size=50)
        ends = []
        for factor in (1.0, 1000.0):
            w = [np.zeros(1), np.zeros(1)]
            for g in gradients:
                SGD(0.01).update([w[1]], [np.array([factor * g])])
            rms = RMSprop(0.01, epsilon=1e-300)
            for g in gradients:
                rms.update([w[0]], [np.array([factor * g])])
            ends.append([w[0][0], w[1][0]])
        held.append(np.isclose(ends[0][0], ends[1][0], rtol=1e-9) and np.isclose(1000 * ends[0][1], ends[1][1], rtol=1e-9))
    claim("optimizers/scaling_the_loss_changes_nothing", all(held), seeds=len(SEEDS))


def test_rounding_turns_negative(claim):
    """Equal gradients of several sizes: the difference below the root is negative at times, and small against epsilon."""
    lowest = []
    for g in np.linspace(0.1, 1.0, 37):
        s = m = 0.0
        for _ in range(1000):
            s, m = 0.9 * s + 0.1 * g**2, 0.9 * m + 0.1 * g
            lowest.append(s - m**2)
    claim("optimizers/rounding_turns_negative", -1e-7 < min(lowest) < 0)
