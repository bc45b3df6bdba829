"""The proofs of the page optimizers/adam: its examples, figures, facts and claims."""

import json
from functools import cache
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.optimizers import SGD, Adam, AdamW
from oracle import optimizers as oracle
from oracle.network import decimals

ROOT = Path(__file__).parents[3]
SEEDS = range(20)
B1, B2 = mpf("0.9"), mpf("0.999")


def means(gradients, b1, b2):
    """The two means after each step, as sums of shares."""
    found = []
    for t in range(1, len(gradients) + 1):
        ages = range(t)
        found.append((
            mpmath.fsum((1 - b1) * b1**age * gradients[t - 1 - age] for age in ages),
            mpmath.fsum((1 - b2) * b2**age * gradients[t - 1 - age] ** 2 for age in ages),
        ))
    return found


HAND = [mpf(2), mpf(1), mpf(-3)]


def test_adam_by_hand(example, verify, claim):
    values = example("optimizers/adam_by_hand").values
    half, three_quarters = mpf("0.5"), mpf("0.75")
    path = oracle.adam(1, HAND, mpf("0.1"), half, three_quarters, mpf("1e-8"), hat=False)
    table = [[*pair, w] for pair, w in zip(means(HAND, half, three_quarters), path, strict=True)]
    verify("m, v and w", values["rows"], mpmath=table)
    held, rng = [], np.random.default_rng(0)
    for rate, b1, b2, eps in ((0.001, 0.9, 0.999, 1e-8), (0.1, 0.5, 0.75, 1e-8), (0.5, 0.0, 0.9, 1e-2)):
        w = rng.normal(size=5)
        weights, m, v = [w.copy()], np.zeros(5), np.zeros(5)
        rule = Adam(rate, b1, b2, eps, epsilon_hat=False)
        for t, g in enumerate(rng.normal(size=(30, 5)) * 10.0 ** rng.integers(-5, 3, (30, 5)), start=1):
            w, m, v = values["adam"](w, m, v, g, t, rate, b1, b2, eps)
            rule.update(weights, [g])
            held.append(np.allclose(w, weights[0], rtol=1e-12, atol=1e-12))
    claim("optimizers/adam_by_hand_agrees", all(held))


def test_adam_hand(fact, verify):
    page = fact("optimizers/adam_hand", gradients=[2.0, 1.0, -3.0])
    verify("what goes in", page["gradients"], by_hand=HAND)


def test_adam_facts(fact, verify):
    page = fact(
        "optimizers/adam_facts", zero=0, one=1, two=2, minus_one=-1, minus_two=-2, hundred=100, thousand=1000, half=0.5,
    )
    verify("plain numbers", [page[k] for k in ("zero", "one", "two", "hundred", "thousand")], by_hand=[0, 1, 2, 100, 1000])
    verify("ends and starts", [page[k] for k in ("minus_one", "minus_two", "half")], by_hand=[-1, -2, mpf("0.5")])


def test_adam_choices(fact, verify):
    page = fact("optimizers/adam_target", loss=1e-4, rates=13, starts=20)
    verify("target", page["loss"], by_hand=mpf("1e-4"))
    verify("rates and starts", [page["rates"], page["starts"]], by_hand=[13, 20])


def test_adam_silence(fact, verify):
    page = fact("optimizers/adam_silence", growing=60)
    verify("how many grow", page["growing"], by_hand=60)


def test_adam_follows_the_frameworks(claim):
    """The recorded paths of Keras and PyTorch, ten steps each."""
    recorded = json.loads((ROOT / "tests" / "frameworks" / "optimizers.json").read_text("utf-8"))["cases"]
    cases = [case for case in recorded if case["dlnotes"]["class"] == "Adam"]
    held = {case["framework"] for case in cases} == {"keras", "torch"}
    for case in cases:
        w, rule = np.array(case["start"]), Adam(**case["dlnotes"]["arguments"])
        held = held and len(case["path"]) == 10
        for g, place in zip(case["gradients"], case["path"], strict=True):
            rule.update([w], [np.array(g)])
            held = held and np.allclose(w, place, rtol=1e-12, atol=1e-12)
    claim("optimizers/adam_follows_the_frameworks", bool(held))


def test_adam_defaults(fact, verify):
    recorded = json.loads((ROOT / "tests" / "frameworks" / "defaults.json").read_text("utf-8"))["cases"]
    known = {case["framework"]: case["defaults"] for case in recorded if case["name"] == "Adam"}
    page = fact(
        "optimizers/adam_defaults", beta_1=known["keras"]["beta_1"], beta_2=known["keras"]["beta_2"],
        keras_epsilon=known["keras"]["epsilon"], torch_epsilon=known["torch"]["eps"], rate=known["keras"]["learning_rate"],
    )
    verify("beta_1", page["beta_1"], published="0.9")
    verify("beta_2", page["beta_2"], published="0.999")
    verify("epsilon of Keras", page["keras_epsilon"], published="1e-7")
    verify("epsilon of PyTorch", page["torch_epsilon"], published="1e-8")
    verify("rate", page["rate"], published="0.001")


def plain_size(t):
    """The step without correction under equal gradients."""
    return (1 - B1**t) / mpmath.sqrt(1 - B2**t)


def test_adam_uncorrected(example, verify, claim):
    values = example("optimizers/adam_uncorrected").values
    times = [1, 2, 5, 10, 100, 1000, 5000]
    verify("times", values["times"], by_hand=times)
    verify("decay rates", [values["b1"], values["b2"]], by_hand=[B1, B2])
    # the means of equal gradients are the gradient and its square
    steady = [9 / mpf(3) / mpmath.sqrt(9) for _ in times]
    verify("corrected", values["corrected"], digits=5, closed_form=steady)
    verify("not corrected", values["uncorrected"], digits=10, closed_form=[plain_size(t) for t in times])
    # the correction changed and nothing else: its steps are large at first
    held = values["uncorrected"][0] > 3 and all(abs(size - 1) < 1e-5 for size in values["corrected"])
    claim("optimizers/without_correction_steps_are_large", held, ablation=True)


def test_adam_correction_figure(figure, verify):
    shown = figure("optimizers/adam_correction")
    times = [1, 2, 3, 4, 5, 7, 10, 12, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 2000, 3000]
    verify("t", shown["t"], by_hand=times)
    steady = [9 / mpf(3) / mpmath.sqrt(9) for _ in times]
    verify("with correction", shown["corrected"], digits=5, closed_form=steady)
    verify("without", shown["uncorrected"], digits=10, closed_form=[plain_size(t) for t in times])


def test_adam_fold(fact, verify):
    factors = np.sqrt(1 - 0.999 ** np.arange(1, 20001)) / (1 - 0.9 ** np.arange(1, 20001))
    page = fact(
        "optimizers/adam_fold", first=factors[0], least=factors.min(), step=int(factors.argmin()) + 1, last=factors[-1],
        peak=1 / factors.min(),
    )
    exact = {t: 1 / plain_size(t) for t in range(1, 200)}
    place = min(exact, key=exact.get)
    verify("first", page["first"], mpmath=exact[1])
    verify("least, and where", [page["least"], page["step"]], mpmath=[exact[place], place])
    verify("the largest step", page["peak"], mpmath=1 / exact[place])
    verify("at last", page["last"], mpmath=1 / plain_size(20000))


def test_adam_first_step(example, verify, claim):
    values = example("optimizers/adam_first_step").values
    sizes, eps = decimals("1e4 -1 1e-4 1e-8 -1e-10"), mpf("1e-8")
    verify("what goes in", values["g"], by_hand=sizes)
    verify("first step, paper", values["paper"], closed_form=[-g / (abs(g) + eps) for g in sizes])
    wide = eps / mpmath.sqrt(1 - B2)
    verify("first step, folded", values["folded"], digits=10, closed_form=[-g / (abs(g) + wide) for g in sizes])
    held = []
    for g in (1e3, -1.0, 1e-3, -1e-4):
        w = np.zeros(1)
        Adam(0.1).update([w], [np.array([g])])
        held.append(abs(w[0] + 0.1 * np.sign(g)) < 0.1 * 0.04)
    claim("optimizers/adam_first_step_is_the_sign", all(held))


def test_adam_jump(example, verify, claim):
    values = example("optimizers/adam_jump").values
    quiet = 12000
    # what is left of the start at zero is known: v is divided by 1 - b2^t
    one = (1 - B1) / (1 - B1 ** (quiet + 1)) / mpmath.sqrt((1 - B2) / (1 - B2 ** (quiet + 1)))
    best = mpf(0)
    for n in range(1, 61):
        g = [(B2 / B1) ** k for k in range(n)]
        m, v = means(g, B1, B2)[-1]
        best = max(best, m / (1 - B1 ** (quiet + n)) / mpmath.sqrt(v / (1 - B2 ** (quiet + n))))
    verify("largest steps", values["sizes"], digits=8, mpmath=[mpf(1), one, best])
    held = values["sizes"][1] > 3.16 and values["sizes"][2] > 7.2
    claim("optimizers/several_gradients_lead_further", held)


def test_adam_counterexample(example, verify, claim):
    values = example("optimizers/adam_counterexample").values
    verify("C and decay rate", [values["C"], values["b2"]], closed_form=[mpf(4), 1 / mpf(17)])
    verify("ends", values["ends"], digits=8, mpmath=[turned(name, 3000)[-1] for name in ("SGD", "Adam", "AMSGrad")])
    held = []
    for C in (2.5, 3.0, 4.0, 8.0):
        for amsgrad in (False, True):
            x, rule = np.zeros(1), Adam(0.1, 0.0, 1 / (1 + C * C), amsgrad=amsgrad)
            for t in range(1, 3001):
                rule.learning_rate = 0.1 / t**0.5
                rule.update([x], [np.array([C if t % 3 == 1 else -1.0])])
                np.clip(x, -1.0, 1.0, out=x)
            held.append(x[0] < -0.8 if amsgrad else x[0] > 0.99)
    claim("optimizers/adam_goes_to_the_worst_end", all(held), ablation=True)


@cache
def turned(name, steps):
    """The way of x under gradients of 4, -1, -1, clipped to the allowed range."""
    x, v, top, path, b2 = mpf(0), mpf(0), mpf(0), [], 1 / mpf(17)
    for t in range(1, steps + 1):
        g = mpf(4) if t % 3 == 1 else mpf(-1)
        rate = mpf("0.1") / mpmath.sqrt(t)
        v = b2 * v + (1 - b2) * g * g
        top = max(top, v)
        used = top if name == "AMSGrad" else v
        if name == "SGD":
            x -= rate * g
        else:
            x -= rate * mpmath.sqrt(1 - b2**t) * g / (mpmath.sqrt(used) + mpf("1e-7"))
        x = max(mpf(-1), min(mpf(1), x))
        path.append(x)
    return path


def test_adam_counterexample_figure(figure, verify):
    shown = figure("optimizers/adam_counterexample")
    times = [1, 4, 10, 31, 61, 100, 151, 211, 301, 400, 502, 601, 700, 802, 901]
    verify("t", shown["t"], by_hand=times)
    for name in ("SGD", "Adam", "AMSGrad"):
        path = turned(name, 901)
        verify(f"x of {name}", shown[name], digits=8, mpmath=[path[t - 1] for t in times])


def shrunk(kind, size, steps=1000, rate="0.001", decay="0.5", hat=True, eps="1e-7"):
    """A weight of 1 after gradients of alternating sign, whose penalty is in the gradient or apart."""
    w, m, v, rate, decay = mpf(1), mpf(0), mpf(0), mpf(rate), mpf(decay)
    for t in range(1, steps + 1):
        g = mpf(size) * (-1) ** (t - 1)
        if kind == "AdamW":
            w -= rate * decay * w
        else:
            g += decay * w
        if kind == "SGD":
            w -= rate * g
            continue
        m, v = B1 * m + (1 - B1) * g, B2 * v + (1 - B2) * g * g
        root = mpmath.sqrt(v / (1 - B2**t))
        root += mpf(eps) / mpmath.sqrt(1 - B2**t) if hat else mpf(eps)
        w -= rate * m / (1 - B1**t) / root
    return w


def test_adamw_against_l2(example, verify, claim):
    values = example("optimizers/adamw_against_l2").values
    verify("decay", values["decay"], by_hand=mpf("0.5"))
    for name, kind in (("sgd", "SGD"), ("l2", "Adam"), ("adamw", "AdamW")):
        verify(f"left, {kind}", values[name], digits=9, mpmath=[shrunk(kind, size) for size in ("10", "0.1")])
    l2, adamw = values["l2"], values["adamw"]
    claim("optimizers/l2_spares_large_gradients", l2[0] > 0.9 and l2[1] < 0.3 and abs(adamw[0] - adamw[1]) < 1e-3, ablation=True)


def test_adamw_scales(fact, verify):
    page = fact("optimizers/adamw_scales", large=10.0, small=0.1)
    verify("sizes", [page["large"], page["small"]], by_hand=[10, mpf("0.1")])


def test_adamw_by_hand(example, verify, claim):
    values = example("optimizers/adamw_by_hand").values
    verify("path", values["path"], closed_form=[mpf("0.95") ** t for t in (1, 2, 3)])
    held, rng = [], np.random.default_rng(0)
    w = rng.normal(size=4)
    weights, m, v = [w.copy()], np.zeros(4), np.zeros(4)
    rule = AdamW(0.01, 0.1, epsilon=1e-8, epsilon_hat=False)
    for t, g in enumerate(rng.normal(size=(30, 4)), start=1):
        w, m, v = values["adamw"](w, m, v, g, t, rate=0.01, decay=0.1)
        rule.update(weights, [g])
        held.append(np.allclose(w, weights[0], rtol=1e-12))
    claim("optimizers/adamw_by_hand_agrees", all(held))


def test_adam_memory(example, verify):
    values = example("optimizers/adam_memory").values
    verify("numbers for each weight", values["numbers"], by_hand=[0, 1, 1, 1, 2])


# plain gradient descent and Adam on two losses, by loops of their own

def steps_of(kind, rate, slope, loss, start):
    w, taken = start.copy(), np.full(len(start), 1000)
    m, v = np.zeros_like(w), np.zeros_like(w)
    for t in range(1, 1001):
        taken = np.where((loss(w) < 1e-4) & (taken == 1000), t - 1, taken)
        g = slope(w)
        if kind == "SGD":
            w = w - rate * g
        else:
            m, v = m + 0.1 * (g - m), v + 0.001 * (g * g - v)
            factor = np.sqrt(1 - 0.999**t) / (1 - 0.9**t)
            w = w - rate * factor * m / (np.sqrt(v) + 1e-7)
        w = np.clip(w, -9.0, 9.0)
    return taken


CASES = (
    (lambda w: 2 * w + 4 * w * w * w, lambda w: w[:, 0] ** 2 * (1 + w[:, 0] ** 2)),
    (lambda w: w * np.array([100.0, 1.0]), lambda w: 50 * w[:, 0] ** 2 + w[:, 1] ** 2 / 2),
)


@cache
def races():
    start = np.random.default_rng(0).uniform(0.5, 2, (40, 2))
    table = {}
    for case in (0, 1):
        for kind in ("SGD", "Adam"):
            rates = 10.0 ** (np.arange(13) / 4 - 3)
            worst = [steps_of(kind, rate, *CASES[case], start[:20]).max() for rate in rates]
            table[case, kind] = steps_of(kind, rates[int(np.argmin(worst))], *CASES[case], start[20:])
    return table


def test_adam_against_sgd(example, verify, claim):
    values = example("optimizers/adam_against_sgd").values
    table = races()
    verify("steps to the target", values["found"], by_hand=[
        list(np.quantile(table[case, kind], [0, 0.5, 1])) for case in (0, 1) for kind in ("SGD", "Adam")
    ])
    (_, curve_sgd, curve_last), (_, curve_adam, _), (valley_first, valley_sgd, _), (_, valley_adam, valley_last) = values["found"]
    held = curve_sgd < curve_adam and curve_last < curve_adam and valley_adam < valley_sgd and valley_last < valley_first
    claim("optimizers/neither_always_wins", bool(held), seeds=len(SEEDS))


def test_adam_rates(fact, verify, claim):
    """The valley with a rate that is too small."""
    start = np.random.default_rng(0).uniform(0.5, 2, (40, 2))[20:]
    w, rule, least = start.copy(), Adam(0.001), np.full(20, np.inf)
    for _ in range(1000):
        least = np.minimum(least, w**2 @ np.array([100, 1]) / 2)
        rule.update([w], [w * np.array([100.0, 1.0])])
    page = fact("optimizers/adam_rates", small=0.001, reached=int(np.sum(least < 1e-4)))
    verify("rate", page["small"], by_hand=mpf("0.001"))
    verify("starts that reach the target", page["reached"], by_hand=int(np.sum(steps_of("Adam", 0.001, *CASES[1], start) < 1000)))
    claim("optimizers/adam_needs_a_rate", page["reached"] == 0, seeds=len(SEEDS))


PAIRS = ("0.5 0.25 -0.75", "1e-6 1e-6 -2e-6")


def recorded_paths(hat):
    starts = zip((1, -2), PAIRS, strict=True)
    both = [list(oracle.adam(a, decimals(g), mpf("0.01"), B1, B2, mpf("1e-7"), hat=hat)) for a, g in starts]
    return [v for pair in zip(*both, strict=True) for v in pair]


def test_adam_keras(recorded, verify):
    verify("path", recorded("optimizers/adam_keras"), mpmath=recorded_paths(hat=True))


def test_adam_names_keras(recorded, verify, claim):
    out = recorded("optimizers/adam_names_keras")
    verify("defaults of the string", out, by_hand=decimals("0.001 0.9 0.999 1e-7"))
    text = (ROOT / "docs" / "examples" / "optimizers" / "adam_names_keras.out").read_text("utf-8")
    held = all(line in text for line in ("lr raises ValueError", "ansgrad raises ValueError", "decay is accepted", "gives Adam"))
    claim("optimizers/keras_on_the_call_of_the_note", held)


def test_adam_pytorch(recorded, verify, claim):
    out = recorded("optimizers/adam_pytorch")
    left = [shrunk(kind, size, hat=False, eps="1e-8") for kind in ("Adam", "AdamW") for size in ("10", "0.1")]
    verify("path, and what is left", out, mpmath=recorded_paths(hat=False) + left)
    lines = {}
    for name in ("keras", "pytorch"):
        text = (ROOT / "docs" / "examples" / "optimizers" / f"adam_{name}.out").read_text("utf-8")
        lines[name] = [line.split(", ") for line in text.splitlines() if line.startswith("w1")][:3]
    rows = list(zip(lines["keras"], lines["pytorch"], strict=True))
    claim("optimizers/adam_places_differ", all(a[0] == b[0] and a[1] != b[1] for a, b in rows))


def test_find_adam_mistake(example, verify):
    values = example("optimizers/find_adam_mistake").values
    sizes = [(1 - B1) / (1 - B1**t) / mpmath.sqrt((1 - B2) / (1 - B2**t)) for t in (1, 2, 3)]
    verify("steps", values["steps"], digits=10, closed_form=sizes)


def test_adam_predict(fact, verify):
    w = np.array([1.0, 1.0])
    Adam(0.1).update([w], [np.array([5.0, -0.02])])
    page = fact("optimizers/adam_predict", gradients=[5.0, -0.02], rate=0.1, ends=w, start=1)
    verify("what goes in", page["gradients"], by_hand=[5, mpf("-0.02")])
    verify("rate and start", [page["rate"], page["start"]], by_hand=[mpf("0.1"), 1])
    verify("ends", page["ends"], mpmath=[next(oracle.adam(1, [g], mpf("0.1"))) for g in (5, mpf("-0.02"))])


def test_sgd_takes_both_decays_alike(claim):
    held = []
    for seed in SEEDS:
        gradients = np.random.default_rng(seed).normal(size=50)
        w, u = np.array([1.0]), 1.0
        for g in gradients:
            SGD(0.1).update([w], [np.array([g + 0.3 * w[0]])])
            u = (1 - 0.1 * 0.3) * u - 0.1 * g
        held.append(abs(w[0] - u) < 1e-12)
    claim("optimizers/sgd_takes_both_decays_alike", all(held), seeds=len(SEEDS))
