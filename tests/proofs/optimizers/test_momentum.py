"""The proofs of the page optimizers/momentum: its examples, figures, facts and claims."""

from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.optimizers import NAG, Momentum

SEEDS = range(20)
BETA = mpf("0.9")


# paths on a parabola of curvature c, from the places alone


def plain(rate_times_c, steps, start=1):
    return [start * (1 - mpf(rate_times_c)) ** k for k in range(steps + 1)]


def heavy_ball(rate_times_c, steps, beta=BETA, start=1):
    """Polyak's recurrence; the place before the first is the first."""
    places = [mpf(start), mpf(start)]
    for _ in range(steps):
        places.append((1 + beta - mpf(rate_times_c)) * places[-1] - beta * places[-2])
    return places[1:]


def looked_ahead(rate_times_c, steps, beta=BETA, start=1):
    """Nesterov's sequence: a plain step, then on by a share of how far plain steps went."""
    place, stepped, places = mpf(start), mpf(start), [mpf(start)]
    for _ in range(steps):
        before, stepped = stepped, (1 - mpf(rate_times_c)) * place
        place = stepped + beta * (stepped - before)
        places.append(place)
    return places


def total(beta, terms, first=0):
    return mpmath.fsum(mpf(beta) ** k for k in range(first, terms))


def slope_of_tanh(w):
    return mpmath.tanh(w)


# by hand


def test_momentum_by_hand(example, verify, claim):
    values = example("optimizers/momentum_by_hand").values
    verify("path", values["path"], closed_form=heavy_ball("0.2", 4),
           by_hand=[1, mpf("0.8"), mpf("0.46"), mpf("0.062"), mpf("-0.3086")])
    held = []
    for rate, beta in ((0.3, 0.5), (0.1, 0.9), (0.02, 0.99), (0.5, 0.0)):
        w, optimizer = np.array([1.0, -2.0]), Momentum(rate, beta)
        for row in values["momentum"](np.array([1.0, -2.0]), np.tanh, rate, beta, 25)[1:]:
            optimizer.update([w], [np.tanh(w)])
            held.append(np.allclose(w, row, rtol=1e-13))
    claim("optimizers/momentum_by_hand_agrees", all(held))


def test_start(fact, verify):
    """What several sentences state: arithmetic with the coefficient, and the first state of the package."""
    optimizer = Momentum(0.1, 0.9)
    optimizer.update([np.array([1.0])], [np.array([0.0])])
    beta = 0.9
    facts = fact(
        "optimizers/momentum_start", v=float(abs(optimizer.state("velocity")[0][0])), limit=1.0, older=beta**10, tuning=20,
        ten=10, five=5, most=2 + 2 * beta, plain=2.0, band=((1 + beta**0.5) / (1 - beta**0.5)) ** 2,
    )
    verify("velocity of a rest", facts["v"], by_hand=0)
    verify("upper end of the coefficient", facts["limit"], by_hand=1)
    verify("share of what is older than ten steps", facts["older"], closed_form=mpf(9) ** 10 / mpf(10) ** 10)
    verify("starts on which the rate is tuned", facts["tuning"], by_hand=20)
    verify("speed on a steady slope, coefficient 0.9", facts["ten"], mpmath=total(BETA, 1500))
    verify("speed on a steady slope, coefficient 0.8", facts["five"], mpmath=total("0.8", 1500))
    verify("largest product, momentum", facts["most"], by_hand=mpf("3.8"))
    verify("largest product, plain", facts["plain"], by_hand=2)
    root = mpmath.sqrt(BETA)
    verify("width of the band", facts["band"], mpmath=(1 + root) ** 4 / (1 - BETA) ** 2)


# memory


def test_momentum_memory(example, verify):
    values = example("optimizers/momentum_memory").values
    betas = [mpf(0), mpf("0.5"), mpf("0.9"), mpf("0.99")]
    verify("coefficients", values["betas"], by_hand=betas)
    verify("speed in the end", values["totals"], digits=10, closed_form=[1 / (1 - b) for b in betas])
    newest = [1 - b**n for b, n in zip(betas, (1, 2, 10, 100), strict=True)]
    verify("share of the newest", values["inside"], digits=10, closed_form=newest)
    verify("speed after ten steps", values["tenth"], mpmath=[total(b, 10) for b in betas])


def wrong_way(beta, seed):
    """The share of steps uphill, by one long convolution."""
    drawn = 1 + 3 * np.random.default_rng(seed).normal(size=1100)
    speed = np.convolve(drawn, float(beta) ** np.arange(1100))[:1100]
    return np.mean(speed[100:] < 0)


def test_momentum_noise(example, verify, claim):
    values = example("optimizers/momentum_noise").values
    expected = np.array([[wrong_way(beta, seed) for seed in SEEDS] for beta in (0.0, 0.9)])
    verify("steps the wrong way", values["backward"], closed_form=expected)
    verify("median", values["median"], closed_form=np.median(expected, axis=1))
    held = np.all(values["backward"][1] < values["backward"][0]) and values["median"][1] < values["median"][0] / 2
    claim("optimizers/momentum_smooths_noise", bool(held), seeds=len(SEEDS), ablation=True)


# the ravine


def test_momentum_zigzag(example, verify, claim):
    values = example("optimizers/momentum_zigzag").values
    expected = []
    for product in ("1.9", "0.1"):
        for heights in (plain(product, 60), heavy_ball(product, 60)):
            expected.append(sum(a * b < 0 for a, b in pairwise(heights)))
    verify("crossings", values["flips"], closed_form=expected)
    near, swung, calm, own = values["flips"]
    claim("optimizers/momentum_has_its_own_swing", swung == near / 2 and calm == 0 and own > 0)


CURVES = np.array([1.0, 100.0])


def steps_of(kind, rate, places):
    """How many steps until the loss is a ten-thousandth, by the recurrences of the places."""
    share, rows = rate * CURVES, [places, places]
    stepped = places
    reached = np.full(len(places), 600)
    for step in range(1, 600):
        if kind == "plain":
            new = (1 - share) * rows[-1]
        elif kind == "ball":
            new = (1.9 - share) * rows[-1] - 0.9 * rows[-2]
        else:
            before, stepped = stepped, (1 - share) * rows[-1]
            new = stepped + 0.9 * (stepped - before)
        rows = [rows[-1], np.clip(new, -1e30, 1e30)]
        small = (rows[-1] ** 2 @ CURVES) < 1e-4 * (places**2 @ CURVES)
        reached = np.where(small & (reached == 600), step, reached)
    return reached


def test_momentum_ravine(example, verify, claim):
    values = example("optimizers/momentum_ravine").values
    rates = [0.04 * 0.7**k for k in range(12)]
    places = np.random.default_rng(0).normal(size=(40, 2))
    expected = []
    for kind in ("plain", "ball", "ahead"):
        best = min(rates, key=lambda rate, kind=kind: np.median(steps_of(kind, rate, places[:20])))
        expected.append(steps_of(kind, best, places[20:]))
    verify("rates", values["rates"], closed_form=rates)
    verify("curvatures", values["c"], by_hand=[1, 100])
    verify("steps needed", values["found"], closed_form=expected)
    verify("median", values["medians"], closed_form=np.median(expected, axis=1))
    slow, ball, ahead = values["medians"]
    held = ahead < ball < slow / 2 and np.max(values["found"][1]) < np.min(values["found"][0])
    claim("optimizers/momentum_is_faster_in_a_ravine", bool(held), seeds=20)


def test_ravine_figure(figure, verify):
    data = figure("optimizers/momentum_ravine")
    verify("step", data["step"], by_hand=list(range(16)))
    for name, along, across in (
        ("SGD", plain("0.095", 15, -4), plain("1.9", 15)),
        ("Momentum", heavy_ball("0.095", 15, mpf("0.5"), -4), heavy_ball("1.9", 15, mpf("0.5"))),
    ):
        verify(f"{name} along", data[f"{name} along"], closed_form=along)
        verify(f"{name} across", data[f"{name} across"], absolute=1e-15, closed_form=across)


# overshoot


def farthest(places):
    return max(mpf(0), *(-w for w in places))


PRODUCTS = ["0.001", "0.01", "0.1", "0.5", "1", "1.5"]


def test_momentum_overshoot(example, verify, claim):
    values = example("optimizers/momentum_overshoot").values
    verify("products", values["products"], by_hand=[mpf(p) for p in PRODUCTS])
    expected = [[farthest(f(p, 40)) for f in (plain, heavy_ball, looked_ahead)] for p in PRODUCTS]
    verify("farthest past the minimum", values["past"], digits=9, absolute=1e-13, closed_form=expected)
    momentum, nesterov = values["past"][:, 1], values["past"][:, 2]
    ends = []
    for make in (Momentum, NAG):
        w, optimizer = np.array([1.0]), make(1.5, 0.9)
        for _ in range(200):
            optimizer.update([w], [w.copy()])
        ends.append(abs(w[0]))
    held = np.all(nesterov[1:4] < momentum[1:4]) and abs(nesterov[4] - momentum[4]) < 1e-12
    claim("optimizers/nesterov_helps_not_everywhere", bool(held and ends[0] < 0.01 and ends[1] > 1e6))


def test_overshoot_figure(figure, verify):
    data = figure("optimizers/momentum_overshoot")
    verify("step", data["step"], by_hand=list(range(41)))
    for name, places in (("SGD", plain("0.1", 40)), ("Momentum", heavy_ball("0.1", 40)), ("NAG", looked_ahead("0.1", 40))):
        verify(name, data[name], digits=10, closed_form=places)


def test_nesterov_by_hand(example, verify):
    values = example("optimizers/nesterov_by_hand").values
    w, stepped = mpf(1), mpf(1)
    for _ in range(9):
        before, stepped = stepped, w - mpf("0.1") * slope_of_tanh(w)
        w = stepped + BETA * (stepped - before)
    verify("point ahead, both forms", values["ends"], mpmath=[w, w])
    for rate, beta in ((0.3, 0.5), (0.1, 0.9), (0.05, 0.99)):
        weight, optimizer = np.array([1.0, -2.0]), NAG(rate, beta)
        for _ in range(30):
            optimizer.update([weight], [np.tanh(weight)])
        for form in (values["first_form"], values["as_frameworks"]):
            np.testing.assert_allclose(form(np.array([1.0, -2.0]), np.tanh, rate, beta, 30), weight, rtol=1e-11)


# two wells


def rests(beta):
    """Whether each start ends on the left, by Polyak's recurrence."""
    before = now = np.linspace(-1.975, 1.975, 80)
    for _ in range(2000):
        before, now = now, now - 0.05 * (now * (now - 1) * (now + 1) + 0.2) + beta * (now - before)
    return now < 0


def test_momentum_wells(example, verify, claim):
    values = example("optimizers/momentum_wells").values
    left = [rests(beta) for beta in (0.0, 0.9, 0.5)]
    verify("starts", values["starts"], closed_form=[mpf(k) / 20 - mpf("1.975") for k in range(80)], absolute=1e-14)
    verify("deep well", values["deep"], closed_form=[np.sum(end) for end in left])
    verify("gained", values["gained"], closed_form=np.sum(left[1] > left[0]))
    verify("lost", values["lost"], closed_form=np.sum(left[1] < left[0]))
    same = np.array_equal(values["ends"][0], values["ends"][2])
    claim("optimizers/momentum_gains_and_loses", bool(values["gained"] > 0 and values["lost"] > 0 and same))


# a rate that changes


def test_momentum_changed_rate(example, verify, claim):
    values = example("optimizers/momentum_changed_rate").values
    first, second = mpf("0.1"), mpf("0.01")
    inside = [-first * total(BETA, n) for n in range(1, 101)]
    inside += [-first * total(BETA, n, n - 100) - second * total(BETA, n - 100) for n in range(101, 201)]
    outside = [-(first if n <= 100 else second) * total(BETA, n) for n in range(1, 201)]
    verify("rate inside", values["inside"], closed_form=inside)
    verify("rate outside", values["outside"], closed_form=outside)
    verify("how much further", values["extra"], closed_form=mpmath.fsum(outside[100:]) - mpmath.fsum(inside[100:]))
    same = np.allclose(values["inside"][:100], values["outside"][:100])
    parted = values["outside"][100] > 5 * values["inside"][100] and values["inside"][100] < -0.9
    claim("optimizers/momentum_forms_part_company", bool(same and parted and values["outside"][100] > -0.11))


def recorded_path(scaled):
    """Eleven steps on w^2 of both methods, the last at a tenth of the rate; `scaled` where the old velocity is scaled too."""
    rate, small, rows = mpf("0.1"), mpf("0.01"), []
    ball, ahead = heavy_ball("0.2", 10), looked_ahead("0.2", 10)
    for k in range(1, 11):
        rows += [ball[k], ahead[k]]
    factor = small / rate if scaled else 1
    speed = ball[10] - ball[9]
    rows.append(ball[10] + factor * BETA * speed - small * 2 * ball[10])
    # the velocity of NAG: what its last step went beyond a plain one, for it went that far times beta
    speed = (ahead[10] - (1 - 2 * rate) * ahead[9]) / BETA
    new = factor * BETA * speed - small * 2 * ahead[10]
    rows.append(ahead[10] + BETA * new - small * 2 * ahead[10])
    return rows


def test_momentum_keras(recorded, verify, claim):
    out = recorded("optimizers/momentum_keras")
    verify("both paths", out, closed_form=recorded_path(scaled=False))
    w, optimizers = {"m": np.array([1.0]), "n": np.array([1.0])}, {"m": Momentum(0.1, 0.9), "n": NAG(0.1, 0.9)}
    ours = []
    for step in range(11):
        for name, optimizer in optimizers.items():
            optimizer.learning_rate = 0.01 if step == 10 else 0.1
            optimizer.update([w[name]], [2 * w[name]])
            ours.append(w[name][0])
    agree = np.max(np.abs(np.array(out, dtype=float) - ours)) < 6e-6
    claim("optimizers/momentum_keras_takes_these_steps", bool(agree))


def test_momentum_pytorch(recorded, verify, claim):
    out = recorded("optimizers/momentum_pytorch")
    verify("both paths", out, closed_form=recorded_path(scaled=True))
    kept, scaled = recorded_path(scaled=False), recorded_path(scaled=True)
    claim("optimizers/momentum_libraries_part_at_the_new_rate", kept[:20] == scaled[:20] and abs(kept[20] - scaled[20]) > 0.2)


# pitfalls and exercises


def test_momentum_sign_climbs(claim):
    w, v = 1.0, 0.0
    for _ in range(5):
        v = 0.9 * v - 0.1 * 2 * w
        w = w - v
    claim("optimizers/momentum_sign_climbs", w**2 > 1)


def test_momentum_settles_up_to_the_limit(claim):
    held = []
    for beta in (0.0, 0.5, 0.9):
        for factor, settles in ((0.98, True), (1.02, False)):
            w, optimizer = np.array([1.0]), Momentum(factor * (2 + 2 * beta), beta)
            for _ in range(1500):
                optimizer.update([w], [np.clip(w, -1e6, 1e6)])
            held.append((abs(w[0]) < 0.01) == settles)
    claim("optimizers/momentum_settles_up_to_the_limit", all(held))


def test_momentum_torch_form_agrees(claim):
    w, optimizer = np.array([1.0]), Momentum(0.1, 0.9)
    weight, q, held = 1.0, 0.0, []
    for _ in range(40):
        optimizer.update([w], [np.tanh(w)])
        q = 0.9 * q + np.tanh(weight)
        weight = weight - 0.1 * q
        held.append(abs(w[0] - weight) < 1e-14)
    claim("optimizers/momentum_torch_form_agrees", all(held))
