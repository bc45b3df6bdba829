"""The proofs of the page training/gradient-descent: its examples, figures, facts and claims."""

from functools import cache
from itertools import pairwise

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.backpropagation import backpropagate
from dlnotes.datasets import logic_gate
from dlnotes.losses import binary_crossentropy, mean_squared_error, mean_squared_error_gradient
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit, gradient_descent
from oracle.differentiation import complex_partials, partials

SEEDS = 20


def walk(slopes, start, rate, steps):
    """Return the places of a descent in many digits."""
    places = [[mpf(v) for v in start]]
    for _ in range(steps):
        places.append([v - rate * s for v, s in zip(places[-1], slopes(places[-1]), strict=True)])
    return places


# why minus, and how far


def test_directions(example, verify, fact):
    values = example("training/directions").values
    ways = [[1, 0], [0, 1], ["0.8", "-0.6"], ["0.6", "0.8"], ["-0.6", "-0.8"]]

    def bowl(w):
        return w[0] * w[0] + 2 * w[1] * w[1]

    verify("gradient", values["gradient"], by_hand=[3, 4], central_difference=partials(bowl, [mpf("1.5"), mpf(1)]),
           complex_step=complex_partials(bowl, [1.5, 1.0]))
    verify("length", values["norm"], by_hand=5)
    measured = [partials(lambda h, u=u: bowl([mpf("1.5") + h[0] * mpf(u[0]), 1 + h[0] * mpf(u[1])]), [mpf(0)])[0] for u in ways]
    verify("directional derivatives", values["rates"], by_hand=[3, 4, 0, 5, -5], central_difference=measured, absolute=1e-15)
    numbers = fact("training/descent_facts", unit=np.linalg.norm(values["directions"][4]), two=len(values["w"]),
                   three=len(gradient_descent(lambda w: 2 * w, 4.0, 0.1, 3)) - 1,
                   steps=len(gradient_descent(lambda w: 2 * w, 4.0, 0.1, 20)) - 1,
                   zero=float(gradient_descent(lambda w: 2 * w, 4.0, 0.5, 1)[-1]))
    verify("zero", numbers["zero"], by_hand=0)
    verify("length of a direction", numbers["unit"], by_hand=1)
    verify("weights", numbers["two"], by_hand=2)
    verify("steps", numbers["three"], by_hand=3)
    verify("steps of the table", numbers["steps"], counting=len(range(20)))


def test_downhill(example, verify):
    values = example("training/downhill").values
    verify("slope of w^2, a derivative", values["slope"], by_hand=2, complex_step=complex_partials(lambda w: w[0] ** 2, [1.0])[0])
    verify("loss: start, up, down, too far", [values[k] for k in ("start", "up", "down", "too_far")],
           by_hand=[1, mpf(9) / 4, mpf(1) / 4, 4])


def random_task(seed, sizes=(3, 8, 1)):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(20, 3))
    return Network.from_sizes(list(sizes), rng, "tanh"), x, np.sin(x.sum(axis=1, keepdims=True))


def moved_loss(network, x, t, gradients, way):
    layers, parts = [], iter(gradients)
    for layer in network.layers:
        weights = layer.weights + way * next(parts)
        layers.append(Dense(weights, layer.bias + way * next(parts), layer.activation))
    return mean_squared_error(t, Network(layers)(x))


def test_downhill_networks(fact, verify, claim):
    held = []
    for seed in range(SEEDS):
        network, x, t = random_task(seed)
        trace = backpropagate(network, x, t, "mean_squared_error")
        down, up, far = (moved_loss(network, x, t, trace.gradients, way) for way in (-0.01, 0.01, -100.0))
        held.append(down < trace.loss < up and far > trace.loss)
    claim("training/downhill_needs_a_small_step", all(held), seeds=SEEDS, ablation=True)
    stated = fact("training/downhill_networks", seeds=len(held))
    verify("networks", stated["seeds"], counting=len(range(20)))


def test_descent_by_hand(example, verify, claim):
    values = example("training/descent_by_hand").values
    verify("path", values["path"], by_hand=[4, mpf("3.2"), mpf("2.56"), mpf("2.048")])
    same = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        bend, start, rate = rng.uniform(0.1, 5.0, 3), rng.normal(size=3), rng.uniform(0.01, 0.3)
        ours = values["descend"](lambda w, bend=bend: bend * w, start, rate, 15)
        same.append(np.array_equal(ours, gradient_descent(lambda w, bend=bend: bend * w, start, rate, 15)))
    claim("training/descent_by_hand_agrees", all(same), seeds=SEEDS)


# the parabola and the valley


def test_parabola_rates(example, verify):
    values = example("training/parabola_rates").values
    shares = [mpf(text) for text in ("0.98", "0.8", "0", "-0.8", "-1", "-1.2")]
    verify("factors", values["factors"], by_hand=shares, absolute=1e-15)
    verify("paths", values["paths"], closed_form=[[4 * share**k for k in range(21)] for share in shares], absolute=1e-14)
    verify("rates", values["rates"], by_hand=[(1 - share) / 2 for share in shares])


def test_parabola_figure(figure, verify):
    data = figure("training/parabola")
    verify("steps", data["step"], counting=list(range(11)))
    for text, share in (("0.05", "0.9"), ("0.5", "0"), ("0.9", "-0.8"), ("1.05", "-1.1")):
        verify(f"w, {text}", data[f"η = {text}"], closed_form=[4 * mpf(share) ** k for k in range(11)], absolute=1e-14)


def test_two_curvatures(example, verify):
    values = example("training/two_curvatures").values
    rates = [mpf("0.01"), mpf("0.04"), mpf(2) / 26, mpf("0.081")]
    verify("rates", values["rates"], by_hand=rates)
    verify("ends", values["ends"], digits=10, absolute=1e-15,
           closed_form=[[10 * (1 - rate) ** 100, (1 - 25 * rate) ** 100] for rate in rates])


def test_valley_figure(figure, verify):
    data = figure("training/valley")
    for number, level in enumerate((2, 12, 30, 56), 1):
        turns = [2 * mpmath.pi * k / 30 for k in range(31)]
        verify(f"line {number}, w1", data[f"line {number} w₁"], absolute=1e-12,
               closed_form=[mpmath.sqrt(2 * level) * mpmath.cos(a) for a in turns])
        verify(f"line {number}, w2", data[f"line {number} w₂"], absolute=1e-12,
               closed_form=[mpmath.sqrt(mpf(2 * level) / 25) * mpmath.sin(a) for a in turns])
    for text in ("0.01", "0.075"):
        verify(f"path {text}, w1", data[f"η = {text}, w₁"], closed_form=[10 * (1 - mpf(text)) ** k for k in range(31)])
        verify(f"path {text}, w2", data[f"η = {text}, w₂"], digits=9, closed_form=[(1 - 25 * mpf(text)) ** k for k in range(31)])


def gap_after(x, t, rate=None, share=1.0, steps=100):
    """How far a descent ends from the lowest point: at its best rate, or at a share of the bound."""
    design = np.stack([x, np.ones(len(x))], axis=1)
    sizes = np.linalg.eigvalsh(2 / len(x) * design.T @ design)
    chosen = 2 / sizes.sum() if rate is None else share * 2 / sizes[-1]

    def slopes(w):
        return design.T @ mean_squared_error_gradient(t, design @ w)

    end = gradient_descent(slopes, [0.0, 0.0], chosen, steps)[-1]
    return np.abs(end - np.linalg.lstsq(design, t, rcond=None)[0]).max()


def test_scaled_inputs(example, verify, fact, claim):
    values = example("training/scaled_inputs").values
    verify("inputs", values["x"], by_hand=[10, 20, 30, 40, 50])

    def curvatures(a, b, c):
        """Of the matrix with a and c on the diagonal and b beside it."""
        middle, way = (a + c) / 2, mpmath.sqrt(((a - c) / 2) ** 2 + b * b)
        return middle - way, middle + way

    given, even = curvatures(mpf(2200), mpf(60), mpf(2)), (mpf(2), mpf(2))
    verify("curvatures", values["curvatures"], digits=9, closed_form=[list(given), list(even)])
    verify("bounds", values["bounds"], digits=11, closed_form=[2 / given[1], mpf(1)])
    verify("condition numbers", values["ratios"], digits=9, closed_form=[given[1] / given[0], mpf(1)])
    stated = fact("training/scaled_facts", steps=len(values["path"]) - 1, seeds=SEEDS, percent=round((1.01 - 1) * 100))
    verify("steps", stated["steps"], counting=len(range(100)))
    verify("seeds", stated["seeds"], counting=len(range(20)))
    verify("percent", stated["percent"], by_hand=1)
    closer, sharp = [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x = rng.uniform(10.0, 50.0, 20)
        t = 0.15 * x + 1 + rng.normal(size=20)
        closer.append(gap_after((x - x.mean()) / x.std(), t) < gap_after(x, t))
        near, beyond = (gap_after(x / 50, t, 0, share, 4000) for share in (0.99, 1.01))
        sharp.append(near < 1e-3 and beyond > 1e3)
    claim("training/scaling_rounds_the_valley", all(closer), seeds=SEEDS, ablation=True)
    claim("training/the_bound_is_sharp", all(sharp), seeds=SEEDS, ablation=True)


def test_scaled_ends(example, verify):
    values = example("training/scaled_inputs").values
    x, t = [mpf(v) for v in (10, 20, 30, 40, 50)], [mpf(v) for v in (3, 4, 6, 6, 9)]
    a, b, c = mpf(2200), mpf(60), mpf(2)
    rate = 2 / (a + c)
    way = [sum(p * q for p, q in zip(x, t, strict=True)) * 2 / 5, sum(t) * 2 / 5]
    end = walk(lambda w: [a * w[0] + b * w[1] - way[0], b * w[0] + c * w[1] - way[1]], (0, 0), rate, 100)[-1]
    solved = [(way[0] * c - b * way[1]) / (a * c - b * b), (a * way[1] - b * way[0]) / (a * c - b * b)]
    gap = max(abs(p - q) for p, q in zip(end, solved, strict=True))
    verify("gaps", values["gaps"], digits=7, absolute=1e-14, closed_form=[gap, 0])


def test_best_rate(fact, verify):
    path = gradient_descent(lambda w: np.array([1.0, 25.0]) * w, [1.0, 1.0], 2 / 26, 1)
    stated = fact("training/best_rate", left=float(np.abs(path[1]).max()))
    verify("what is left of the distance", stated["left"], by_hand=mpf(24) / 26)


# where the gradient is zero


def test_saddle(example, verify, fact):
    values = example("training/saddle").values
    shrinks, grows = mpf("0.8"), mpf("1.2")
    verify("on the ridge", values["exact"], digits=11, closed_form=[[shrinks**k, 0] for k in range(101)])
    verify("beside it", values["beside"], digits=11, closed_form=[[shrinks**k, mpf("1e-6") * grows**k] for k in range(101)])
    small = [k for k in (0, 25, 50, 75, 100) if np.abs(values["beside"][k]).max() < 0.01]
    stated = fact("training/saddle_facts", shown=small[-1])
    verify("last shown step with small weights", stated["shown"],
           counting=[k for k in (0, 25, 50, 75, 100) if max(shrinks**k, mpf("1e-6") * grows**k) < mpf("0.01")][-1])


def test_saddle_figure(figure, verify):
    data = figure("training/saddle")
    places = [mpf(k - 14) / 10 for k in range(29)]
    verify("along", data["along"], closed_form=places, absolute=1e-15)
    for level in ("0.2", "0.6"):
        verify(f"across {level}", data[f"across {level}"], closed_form=[mpmath.sqrt(mpf(level) + p * p) for p in places])
    for name, start in (("exact", "0"), ("beside", "0.01")):
        verify(f"{name}, w1", data[f"{name} w₁"], closed_form=[mpf("1.3") * mpf("0.8") ** k for k in range(29)])
        verify(f"{name}, w2", data[f"{name} w₂"], closed_form=[mpf(start) * mpf("1.2") ** k for k in range(29)])


def squashed(z):
    return 1 / (1 + mpmath.exp(-z))


def flat_slopes(w):
    y = squashed(w[0] + w[1])
    return [-2 * y * (1 - y) ** 2] * 2


def test_plateau(example, verify, fact):
    values = example("training/plateau").values
    ways = [walk(flat_slopes, start, 1, 1000) for start in ((-4, -4), (0, 0))]
    heights = [[(squashed(sum(way[k])) - 1) ** 2 for k in (0, 10, 100, 500, 1000)] for way in ways]
    verify("losses", values["losses"], digits=8, closed_form=heights)
    lengths = [mpmath.sqrt(2) * abs(flat_slopes([mpf(v) for v in start])[0]) for start in ((-4, -4), (0, 0))]
    numeric = [mpmath.norm(partials(lambda w: (squashed(w[0] + w[1]) - 1) ** 2, [mpf(v), mpf(v)])) for v in (-4, 0)]
    verify("lengths of the gradient", values["norms"], closed_form=lengths, central_difference=numeric)
    steps = (0, 10, 100, 500, 1000)
    stated = fact("training/plateau_facts", waits=[k for k, v in zip(steps, values["losses"][0], strict=True) if v > 0.99][-1])
    verify("steps on the plateau", stated["waits"],
           counting=[k for k, height in zip(steps, heights[0], strict=True) if height > mpf("0.99")][-1])


def hollow_slopes(w):
    return [4 * w[0] ** 3 - 4 * w[0] + mpf(3) / 10, 2 * w[1]]


def test_two_minima(example, verify, claim):
    values = example("training/two_minima").values
    bottoms = [mpmath.findroot(lambda x: 4 * x**3 - 4 * x + mpf(3) / 10, guess) for guess in (-1, 1)]
    verify("ends", values["ends"], digits=10, absolute=1e-15, closed_form=[[b, 0] for b in bottoms])
    verify("losses", values["losses"], digits=10, closed_form=[b**4 - 2 * b * b + 1 + 3 * b / 10 for b in bottoms])
    ridge = float(mpmath.findroot(lambda x: 4 * x**3 - 4 * x + mpf(3) / 10, mpf("0.08")))
    sides = []
    for seed in range(SEEDS):
        start = np.random.default_rng(seed).uniform(-1.3, 1.3, 2)
        end = gradient_descent(lambda w: np.array([4 * w[0] ** 3 - 4 * w[0] + 0.3, 2 * w[1]]), start, 0.02, 2000)[-1]
        sides.append((end[0] > 0.9) == (start[0] > ridge) and abs(end[0]) > 0.9)
    claim("training/the_start_decides", all(sides), seeds=SEEDS, ablation=True)


def test_two_minima_figure(figure, verify):
    data = figure("training/two_minima")
    for name, start in (("left", "-0.2"), ("right", "0.2")):
        way = walk(hollow_slopes, (start, 1), mpf("0.05"), 40)
        verify(f"{name}, w1", data[f"{name} w₁"], digits=10, closed_form=[w for w, _ in way])
        verify(f"{name}, w2", data[f"{name} w₂"], digits=10, closed_form=[w for _, w in way])
    counts = {"0": 1, "0.6": 2, "0.9": 2, "1.6": 1}
    for level, count in counts.items():
        assert sum(name.startswith(f"{level} (") for name in data) == 2 * count
        roots = sorted(mpmath.polyroots([1, 0, -2, mpf("0.3"), 1 - mpf(level)], maxsteps=200, extraprec=200), key=mpmath.re)
        crossings = [mpmath.re(root) for root in roots if abs(mpmath.im(root)) < mpf("1e-20")]
        for number in range(count):
            low, high = crossings[2 * number], crossings[2 * number + 1]
            across = [(low + high) / 2 + (high - low) / 2 * mpmath.cos(2 * mpmath.pi * k / 40) for k in range(41)]
            verify(f"{level}, w1", data[f"{level} ({number + 1}) w₁"], absolute=1e-12, closed_form=across)
            heights = [max(mpf(level) - ((w * w - 1) ** 2 + 3 * w / 10), mpf(0)) for w in across]
            signs = [1 if k < 20 else -1 for k in range(41)]
            verify(f"{level}, w2", data[f"{level} ({number + 1}) w₂"], digits=9, absolute=1e-6,
                   closed_form=[sign * mpmath.sqrt(height) for sign, height in zip(signs, heights, strict=True)])


# the normal equation


def test_normal_equation(example, verify, fact):
    values = example("training/normal_equation").values
    verify("inputs", values["x"], by_hand=[0, 1, 2, 3])
    verify("solved", values["solved"], by_hand=[mpf(7) / 5, mpf(9) / 10])
    points = [(mpf(x), mpf(t)) for x, t in ((0, 1), (1, 2), (2, 4), (3, 5))]

    def slopes(w):
        errors = [w[0] * x + w[1] - t for x, t in points]
        return [sum(e * x for e, (x, _) in zip(errors, points, strict=True)) / 2, sum(errors) / 2]

    way = walk(slopes, (0, 0), mpf("0.1"), 800)
    verify("path", values["path"][[10, 100, 400, 800]], digits=11, closed_form=[way[k] for k in (10, 100, 400, 800)])
    solved = (mpf("1.4"), mpf("0.9"))
    agree = [k for k in (10, 100, 400) if all(abs(v - s) < mpf("5e-9") for v, s in zip(way[k], solved, strict=True))]
    shown = [k for k in (10, 100, 400) if np.abs(values["path"][k] - values["solved"]).max() < 5e-9]
    gaps = [np.abs(values["path"][k] - values["solved"]).max() for k in (10, 100, 400)]
    verify("gaps", gaps, digits=3, closed_form=[max(abs(v - s) for v, s in zip(way[k], solved, strict=True))
                                                for k in (10, 100, 400)])
    verify("digits", values["digits"], counting=len("14000000000000"))
    assert np.abs(values["path"][800] - values["solved"]).max() < 3e-15
    stated = fact("training/normal_facts", agree=shown[0], steps=len(values["path"]) - 1)
    verify("steps until all printed digits agree", stated["agree"], counting=agree[0])
    verify("steps", stated["steps"], counting=len(range(800)))


# the loop


def test_learning_loop(example, verify):
    values = example("training/learning_loop").values
    rng = np.random.default_rng(0)
    x = rng.normal(size=(100, 2)).astype(np.longdouble)
    t = np.where(x[:, 0] + 2 * x[:, 1] > 0.5, np.longdouble(1), np.longdouble(0))
    w, b, found = rng.normal(scale=0.1, size=2).astype(np.longdouble), np.longdouble(0), []
    for _ in range(200):
        z = np.sum(x * w, axis=1) + b
        found.append(np.sum(np.log1p(np.exp(z)) - t * z) / 100)
        excess = 1 / (1 + np.exp(-z)) - t
        w, b = w - np.sum(excess[:, np.newaxis] * x, axis=0) / 100, b - np.sum(excess) / 100
    verify("losses", values["losses"], digits=10, closed_form=[mpf(str(v)) for v in found])


def test_pass_cost(fact, verify):
    x = np.random.default_rng(0).normal(size=(1000, 2))
    used = len(mean_squared_error_gradient(np.zeros(1000), x @ np.ones(2)))
    stated = fact("training/pass_cost", samples=len(x), gradients=used)
    verify("samples", stated["samples"], counting=len(range(1000)))
    verify("samples that one step uses", stated["gradients"], counting=len(range(1000)))


def test_same_rule(example, verify, claim):
    values = example("training/same_rule").values
    x = np.random.default_rng(1).normal(size=(50, 3))
    t = np.sin(x.sum(axis=1, keepdims=True))
    alone = []
    for sizes in ([3, 1], [3, 8, 1], [3, 8, 8, 1]):
        rng = np.random.default_rng(0)
        layers = []
        for n, m in pairwise(sizes):
            edge = np.sqrt(6 / (n + m))
            layers.append([rng.uniform(-edge, edge, size=(m, n)), np.zeros(m)])
        for _ in range(500):
            outputs = [x]
            for number, (weights, bias) in enumerate(layers, 1):
                z = outputs[-1] @ weights.T + bias
                outputs.append(z if number == len(layers) else np.tanh(z))
            back = 2 * (outputs[-1] - t) / len(x)
            for number in reversed(range(len(layers))):
                weights, bias = layers[number]
                layers[number] = [weights - 0.1 * back.T @ outputs[number], bias - 0.1 * back.sum(axis=0)]
                back = back @ weights * (1 - outputs[number] ** 2)
        y = x
        for number, (weights, bias) in enumerate(layers, 1):
            y = y @ weights.T + bias
            y = y if number == len(layers) else np.tanh(y)
        alone.append(float(np.mean((y - t) ** 2)))
    verify("losses", values["ends"], digits=8, closed_form=alone)
    verify("layers", values["layers"], counting=[len(range(depth)) for depth in (1, 2, 3)])
    held = []
    for seed in range(SEEDS):
        for shape in ((3, 1), (3, 8, 1), (3, 8, 8, 1)):
            network, inputs, targets = random_task(seed, shape)
            history = fit(network, inputs, targets, "mean_squared_error", SGD(0.05), 50, batch_size=20)["loss"]
            held.append(bool(np.all(np.diff(history) < 0)))
    claim("training/one_rule_for_any_depth", all(held), seeds=SEEDS)


def xor_network(first):
    return Network([Dense(first.copy(), np.zeros(3), "tanh"), Dense(first[:, :1].T.copy(), [0.0], "sigmoid")])


def trained_xor(network, steps=2000):
    x, t = logic_gate("xor")
    return fit(network, x, t[:, np.newaxis], "binary_crossentropy", SGD(0.5), steps, batch_size=4)["loss"]


def test_zero_start(example, verify, claim):
    values = example("training/zero_start").values
    corners, answers = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float), np.array([0.0, 1.0, 1.0, 0.0])
    rng = np.random.default_rng(0)
    ends, spreads = [], []
    for first in (np.zeros((3, 2)), np.full((3, 2), 0.5), rng.normal(size=(3, 2))):
        W, b, v, c = first.copy(), np.zeros(3), first[:, 0].copy(), 0.0
        for _ in range(2000):
            h = np.tanh(corners @ W.T + b)
            z = h @ v + c
            cost = np.mean(np.logaddexp(0, z) - answers * z)
            excess = (1 / (1 + np.exp(-z)) - answers) / 4
            back = np.outer(excess, v) * (1 - h * h)
            W, b, v, c = W - 0.5 * back.T @ corners, b - 0.5 * back.sum(axis=0), v - 0.5 * h.T @ excess, c - 0.5 * excess.sum()
        ends.append(float(cost))
        spreads.append(float((W.max(axis=0) - W.min(axis=0)).max()))
    verify("losses", values["losses"], digits=6, closed_form=ends)
    verify("largest differences", values["spreads"], digits=6, absolute=1e-12, closed_form=spreads)
    held = []
    for seed in range(SEEDS):
        draw = np.random.default_rng(seed)
        equal = xor_network(np.repeat(draw.normal(size=(1, 2)), 3, axis=0))
        trained_xor(equal, 300)
        other = xor_network(draw.normal(size=(3, 2)))
        trained_xor(other, 300)
        held.append(np.ptp(equal.layers[0].weights, axis=0).max() < 1e-9 < 0.01 < np.ptp(other.layers[0].weights, axis=0).max())
    claim("training/equal_neurons_stay_equal", all(held) and np.ptp(values["spreads"][:2]) == 0, seeds=SEEDS, ablation=True)


# schedules, early stopping


def test_schedules(example, verify):
    values = example("training/schedules").values
    steps = (0, 25, 50, 75, 100)
    first = mpf("0.1")
    verify("rates", [list(values["table"][name]) for name in ("constant", "steps", "exponential", "one over k", "cosine")],
           absolute=1e-15, closed_form=[
        [first] * 5, [first / 2**n for n in range(5)], [first * mpf("0.96") ** k for k in steps],
        [1 / (10 + mpf(k)) for k in steps], [first * mpmath.cospi(mpf(k) / 200) ** 2 for k in steps],
    ])  # fmt: skip


@cache
def noisy_gaps():
    """The experiment again, with the two weights as plain numbers."""
    k = np.arange(2000)
    found = np.zeros((3, SEEDS))
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x = rng.uniform(-1.0, 1.0, size=(200, 1))[:, 0]
        t = 2.0 * x + 1.0 + rng.normal(0.0, 0.5, size=(200, 1))[:, 0]
        slope = np.sum((x - x.mean()) * (t - t.mean())) / np.sum((x - x.mean()) ** 2)
        best = slope, t.mean() - slope * x.mean()
        order = rng.integers(200, size=2000)
        for row, rates in enumerate((np.full(2000, 0.1), 0.1 * np.cos(np.pi * k / 4000) ** 2, 0.1 * 0.9**k)):
            a = b = 0.0
            for i, rate in zip(order, rates, strict=True):
                error = a * x[i] + b - t[i]
                a, b = a - 2 * rate * error * x[i], b - 2 * rate * error
            found[row, seed] = np.hypot(a - best[0], b - best[1])
    return found


def test_noisy_rates(example, verify, fact, claim):
    values = example("training/noisy_rates").values
    alone = noisy_gaps()
    three = [[float(np.median(row)), float(row.min()), float(row.max())] for row in alone]
    verify("distance: median, least, most", values["middle"], digits=8, closed_form=three)
    points, runs = len(values["x"]), values["gaps"].shape[1]
    stated = fact("training/noisy_facts", points=points, seeds=runs, total=float(np.sum(values["plans"]["too fast"])))
    verify("points", stated["points"], counting=len(range(200)))
    verify("seeds", stated["seeds"], counting=len(range(20)))
    verify("sum of the rates", stated["total"], closed_form=mpf("0.1") * (1 - mpf("0.9") ** 2000) / (1 - mpf("0.9")))
    constant, cosine, fast = alone
    claim("training/lower_rates_calm_the_noise", bool(np.sum(cosine < constant) >= 17 and np.all(fast > cosine)
          and np.median(cosine) < np.median(constant) / 2), seeds=SEEDS, ablation=True)


@cache
def stopping_runs():
    """Training with and without early stopping: all losses first, then the choice."""
    ends, seen = [], []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(1130, 25))
        t = x[:, 0] - x[:, 1] + rng.normal(size=1130)
        places = [np.zeros(25)]
        for _ in range(400):
            errors = x[:30] @ places[-1] - t[:30]
            places.append(places[-1] - np.sum(errors[:, np.newaxis] * x[:30], axis=0) / 150)
        held = [float(np.mean((x[30:130] @ w - t[30:130]) ** 2)) for w in places[:400]]
        stop = next((k for k in range(400) if k - int(np.argmin(held[:k + 1])) == 20), 399)
        kept = int(np.argmin(held[:stop + 1]))
        ends.append([float(np.mean((x[130:] @ places[k] - t[130:]) ** 2)) for k in (kept, 400)])
        fitted = [float(np.mean((x[:30] @ w - t[:30]) ** 2)) for w in places[:201:5]]
        seen.append([[a, b] for a, b in zip(fitted, held[:201:5], strict=True)])
    return np.array(ends), np.median(seen, axis=0)


def test_early_stopping(example, verify, fact, claim):
    values = example("training/early_stopping").values
    alone, _ = stopping_runs()
    verify("losses", values["losses"], digits=8, closed_form=alone.tolist())
    middle = np.quantile(values["losses"], [0.5, 0, 1], axis=0)
    verify("median, least, most", middle, digits=8,
           closed_form=[np.median(alone, axis=0).tolist(), alone.min(axis=0).tolist(), alone.max(axis=0).tolist()])
    found = fact("training/stopped", middle=middle.tolist())
    verify("median, least, most", found["middle"], digits=8,
           closed_form=[np.median(alone, axis=0).tolist(), alone.min(axis=0).tolist(), alone.max(axis=0).tolist()])
    stated = fact("training/stopping_facts", weights=values["x"].shape[1], samples=len(values["x"][:30]), patience=20,
                  judged=len(values["x"][130:]), noise=1.0)
    for name, count in (("weights", 25), ("samples", 30), ("patience", 20), ("judged", 1000), ("noise", 1)):
        verify(name, stated[name], by_hand=count)
    claim("training/early_stopping_helps", bool(np.all(alone[:, 0] < alone[:, 1])), seeds=SEEDS, ablation=True)


def test_early_stopping_figure(figure, verify):
    data = figure("training/early_stopping")
    _, seen = stopping_runs()
    verify("steps", data["step"], counting=list(range(0, 201, 5)))
    verify("training", data["training"], digits=8, closed_form=seen[:, 0].tolist())
    verify("held out", data["held out"], digits=8, closed_form=seen[:, 1].tolist())


# frameworks, exercises, questions


def test_descent_keras(recorded, verify):
    verify("w1, w2, w3", recorded("training/descent_keras"), by_hand=["3.2", "2.56", "2.048"])


def test_descent_pytorch(recorded, verify):
    out = recorded("training/descent_pytorch")
    places, total = [mpf(4)], mpf(0)
    for _ in range(3):
        total += 2 * places[-1]
        places.append(places[-1] - total / 10)
    verify("with zero_grad, and without", out, closed_form=[mpf("3.2"), mpf("2.56"), mpf("2.048"), *places[1:]])


def test_halving(fact, verify):
    path = gradient_descent(lambda w: 2 * w, 1.0, 0.01, 60)
    stated = fact("training/halving", steps=int(np.argmax(path <= 0.5)))
    verify("steps", stated["steps"], counting=next(k for k in range(60) if mpf("0.98") ** k <= mpf("0.5")))


def test_stop_when_flat(example, verify):
    values = example("training/stop_when_flat").values
    count = next(k for k in range(200) if 8 * mpf("0.8") ** k <= mpf("1e-6"))
    verify("steps", values["steps"], counting=count)
    verify("w", values["w"], digits=10, closed_form=[4 * mpf("0.8") ** count])


def test_find_descent_mistake(example, verify, fact, claim):
    values = example("training/find_descent_mistake").values
    verify("w", values["w"], closed_form=mpf(2 + 4 + 6) / 3 * mpf(1 + 2 + 3) / (1 + 4 + 9))
    shape = (values["w"] * values["x"] - values["t"]).shape
    right = gradient_descent(lambda w: 2 * np.mean((w * values["x"] - values["t"].ravel()) * values["x"]), 0.0, 0.1, 200)[-1]
    stated = fact("training/mistake_facts", entries=shape[0] * shape[1], right=float(right))
    verify("entries", stated["entries"], by_hand=9)
    verify("the right weight", stated["right"], by_hand=2)
    claim("training/columns_must_match", abs(right - 2) < 1e-9 < abs(values["w"] - 2), ablation=True)


def test_single_samples(claim):
    """The same runs with all data in each step, and with one sample: only the batch size differs."""
    held = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x = rng.normal(size=(100, 2))
        t = (x @ [1.0, -1.0] + rng.normal(size=100) > 0).astype(float)[:, np.newaxis]
        rises = []
        for size in (100, 1):
            network, optimizer = Network([Dense(np.zeros((1, 2)), [0.0], "sigmoid")]), SGD(0.5)
            found = [binary_crossentropy(t, network(x))]
            for step in range(100):
                part = slice(step, step + 1) if size == 1 else slice(None)
                trace = backpropagate(network, x[part], t[part], "binary_crossentropy")
                optimizer.update(network.parameters, trace.gradients)
                found.append(binary_crossentropy(t, network(x)))
            rises.append(int(np.sum(np.diff(found) > 0)))
        held.append(rises[0] == 0 and rises[1] > 10)
    claim("training/single_samples_raise_the_loss", all(held), seeds=SEEDS, ablation=True)
