"""The proofs of the page training/batch-sizes: its examples, figures, facts and claims."""

import itertools
import time
from functools import cache
from pathlib import Path

import mpmath
import numpy as np
from mpmath import mpf

from dlnotes.losses import mean_squared_error
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit, minibatches
from oracle.network import network_gradients

ROOT = Path(__file__).parents[3]
SEEDS = 20


# the line of the experiments, in plain NumPy

def line(rng, count=256, noise=0.5):
    """Return the inputs and the targets of a noisy line."""
    x = rng.uniform(-1.0, 1.0, size=count)
    rng_noise = rng.normal(0.0, noise, size=count)
    return x, 2.0 * x + 1.0 + rng_noise


def cut(order, size):
    return [order[start:start + size] for start in range(0, len(order), size)]


def trained(x, t, size, rate, epochs, rng):
    """Return every (w, b) on the way; slopes by hand, weights as two numbers."""
    w = b = 0.0
    path = [(w, b)]
    for _ in range(epochs):
        for part in cut(rng.permutation(len(x)), size):
            gap = w * x[part] + b - t[part]
            w, b = w - rate * 2 * (gap @ x[part]) / len(part), b - rate * 2 * gap.sum() / len(part)
            path.append((w, b))
    return np.array(path)


def loss_at(point, x, t):
    gap = point[0] * x + point[1] - t
    return gap @ gap / len(x)


def lowest(x, t):
    """Return the weights of the lowest loss by Cramer's rule."""
    n, sx, sxx, st, sxt = len(x), x.sum(), x @ x, t.sum(), x @ t
    return np.array([n * sxt - sx * st, sxx * st - sx * sxt]) / (n * sxx - sx * sx)


def spread(runs):
    return np.stack([np.min(runs, axis=0), np.median(runs, axis=0), np.max(runs, axis=0)])


def check_spread(verify, values, runs, **options):
    """Compare the lowest, the median and the highest of a program with those of `runs`."""
    ends = spread(runs)
    verify("lowest", values["low"], closed_form=ends[0], **options)
    verify("median", values["middle"], closed_form=ends[1], **options)
    verify("highest", values["high"], closed_form=ends[2], **options)


# the examples

def test_batch_by_hand(example, verify, claim):
    values = example("training/batch_by_hand").values
    points = np.arange(256) * 2 / 255 - 1
    found = [trained(points, 2 * points + 1, size, 0.1, 1, np.random.default_rng(0))[-1] for size in (1, 32, 256)]
    verify("w and b", values["ends"], closed_form=found)
    verify("w and b of the last", [values["w"], values["b"]], closed_form=found[-1])
    held = []
    for seed, count in enumerate(np.random.default_rng(0).integers(1, 60, size=SEEDS)):
        x, y = np.random.default_rng(seed).normal(size=(2, 60))
        model = Network([Dense([[0.5]], [-0.25])])
        fit(model, x[:, None], y[:, None], "mean_squared_error", SGD(0.05), 1, int(count), np.random.default_rng(seed))
        ours = values["epoch"](0.5, -0.25, x, y, int(count), 0.05, np.random.default_rng(seed))
        held.append(np.allclose(ours, [float(p.item()) for p in model.parameters], rtol=1e-12))
    claim("training/batch_by_hand_agrees", all(held), seeds=SEEDS)


@cache
def three_sizes():
    """Return the losses after three epochs, and the updates."""
    found, counts = np.zeros((SEEDS, 3)), []
    for place, size in enumerate((1, 32, 256)):
        for seed in range(SEEDS):
            rng = np.random.default_rng(seed)
            x, t = line(rng)
            path = trained(x, t, size, 0.1, 3, rng)
            found[seed, place] = loss_at(path[-1], x, t)
        counts.append(len(path) - 1)
    return found, counts


def test_three_sizes(example, verify, claim):
    values = example("training/three_sizes").values
    found, counts = three_sizes()
    verify("batch sizes", values["sizes"], by_hand=[1, 32, 256])
    verify("updates", values["updates"], counting=counts, exact=[3 * 256, 3 * 8, 3])
    verify("losses", values["losses"], digits=10, closed_form=found)
    check_spread(verify, values, found, digits=10)
    whole = values["losses"][:, 2]
    claim("training/few_updates_leave_a_high_loss", np.all(whole > 3 * values["losses"][:, 1]), seeds=SEEDS, ablation=True)


def test_three_sizes_longer(fact, verify, claim):
    """As many updates with all samples as with mini-batches: the loss is as low then."""
    found = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, t = line(rng)
        model = Network([Dense([[0.0]], [0.0])])
        fit(model, x[:, None], t[:, None], "mean_squared_error", SGD(0.1), epochs=24, batch_size=256)
        found.append(mean_squared_error(t[:, None], model(x[:, None])))
    values = fact("training/full_longer", epochs=24, middle=np.median(found))
    ends = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        points, targets = line(rng)
        ends.append(loss_at(trained(points, targets, 256, 0.1, 24, rng)[-1], points, targets))
    verify("epochs", values["epochs"], by_hand=24)
    verify("median loss", values["middle"], digits=10, closed_form=np.median(ends))
    gap = abs(np.median(found) - np.median(three_sizes()[0][:, 1]))
    claim("training/as_many_updates_as_low_a_loss", gap < 0.01, seeds=SEEDS, ablation=True)


def test_wobble(example, verify, claim):
    values = example("training/wobble").values
    found = np.zeros((SEEDS, 3))
    for seed in range(SEEDS):
        x, t = line(np.random.default_rng(seed))
        best = lowest(x, t)
        for place, size in enumerate((1, 32, 256)):
            rng, (w, b), far = np.random.default_rng(seed), best, []
            for _ in range(300):
                part = rng.choice(256, size, replace=False)
                gap = w * x[part] + b - t[part]
                w, b = w - 0.2 * (gap @ x[part]) / size, b - 0.2 * gap.mean()
                far.append(np.hypot(w - best[0], b - best[1]))
            found[seed, place] = np.mean(far[-100:])
    verify("distances", values["wobble"], digits=10, absolute=1e-12, closed_form=found)
    check_spread(verify, values, found, digits=10, absolute=1e-12)
    ours = values["wobble"]
    claim("training/smaller_batches_wobble_more", np.all(ours[:, 0] > ours[:, 1]) and np.all(ours[:, 1] > 0.01)
          and np.all(ours[:, 2] < 1e-10), seeds=SEEDS, ablation=True)


@cache
def shares():
    """Return the variance of the batch means, as a share of that of one sample; as the mean of squares less its square."""
    found = np.zeros((SEEDS, 4))
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, t = line(rng)
        slopes = -2 * t * x
        one = (slopes @ slopes) / 256 - (slopes.sum() / 256) ** 2
        for place, size in enumerate((1, 4, 16, 64)):
            means = slopes[rng.integers(256, size=(2000, size))].sum(axis=1) / size
            found[seed, place] = ((means @ means) / 2000 - (means.sum() / 2000) ** 2) / one
    return found


def test_gradient_variance(example, verify, claim):
    values = example("training/gradient_variance").values
    found = shares()
    verify("shares", values["measured"], digits=9, closed_form=found)
    check_spread(verify, values, found, digits=9)
    verify("1 / B", [1 / size for size in values["sizes"]], mpmath=[mpf(1) / size for size in (1, 4, 16, 64)])
    near = abs(values["middle"] * values["sizes"] - 1)
    claim("training/noise_falls_as_one_over_b", np.all(near < 0.05), seeds=SEEDS)


PAIR = [mpf(-2), mpf(0), mpf(4), mpf(6)]


def variance(values):
    mean = sum(values) / len(values)
    return sum((value - mean) ** 2 for value in values) / len(values)


def test_all_pairs(example, verify):
    values = example("training/all_pairs").values
    verify("the four", values["g"], by_hand=[-2, 0, 4, 6])
    with_return = [(a + b) / 2 for a, b in itertools.product(PAIR, repeat=2)]
    without = [(PAIR[a] + PAIR[b]) / 2 for b, a in sorted((b, a) for a, b in itertools.combinations(range(4), 2))]
    verify("batches", [len(values["again"]), len(values["once"])], counting=[len(with_return), len(without)])
    verify("mean of all", values["mean"], exact=sum(PAIR) / 4)
    verify("variance of one", values["one"], exact=variance(PAIR))
    verify("batch means", [float(v) for v in values["again"] + values["once"]], exact=with_return + without)
    verify("mean of the batches drawn once", values["center"], exact=sum(without) / 6)
    verify("variance of the batches drawn once", values["spread"], mpmath=variance(without))
    assert abs(variance(without) - mpf(10) / 3) < 1e-40


def test_pairs_again(fact, verify):
    values = fact("training/pairs", again=np.var([np.mean(p) for p in itertools.product([-2.0, 0.0, 4.0, 6.0], repeat=2)]),
                  count=16, once=6)
    doubled = [(a + b) / 2 for a, b in itertools.product(PAIR, repeat=2)]
    verify("variance, drawn again", values["again"], exact=variance(doubled))
    verify("pairs, drawn again", values["count"], counting=len(doubled))
    verify("pairs, drawn once", values["once"], counting=len(list(itertools.combinations(PAIR, 2))))


def test_memory(example, verify):
    values = example("training/memory").values
    verify("bytes", values["held"], exact=[rows * (128 + 10) * 8 for rows in (1, 32, 1797)])
    verify("batch sizes", values["sizes"], by_hand=[1, 32, 1797])
    verify("outputs, bytes of a number", [values["classes"], values["number"]], by_hand=[10, 8])


def test_matrix_products(example, verify):
    values = example("training/matrix_products").values
    calls = [len(range(0, 1797, size)) for size in (1, 32, 1797)]
    verify("batch sizes", values["sizes"], by_hand=[1, 32, 1797])
    verify("matrix products", values["calls"], counting=calls)
    verify("multiplications", values["multiplied"], exact=[1797 * 64 * 128] * 3)
    assert values["difference"] < 1e-9


def test_epoch_time(claim):
    """An epoch of single samples takes more wall time than an epoch of mini-batches: more than three times as much."""
    x, y = np.random.default_rng(0).normal(size=(2, 1024, 1))

    def fastest(size):
        found = []
        for _ in range(3):
            model = Network([Dense([[0.0]], [0.0])])
            start = time.perf_counter()
            fit(model, x, y, "mean_squared_error", SGD(0.01), batch_size=size)
            found.append(time.perf_counter() - start)
        return min(found)

    claim("training/one_by_one_takes_longer", fastest(1) > 3 * fastest(32), ablation=True)


def test_powers_of_two(example, verify, claim):
    values = example("training/powers_of_two").values
    found = np.zeros((SEEDS, 5))
    for seed in range(SEEDS):
        x, t = line(np.random.default_rng(seed))
        for place, size in enumerate((28, 30, 32, 34, 36)):
            found[seed, place] = loss_at(trained(x, t, size, 0.1, 5, np.random.default_rng(seed))[-1], x, t)
    verify("losses", values["losses"], digits=10, closed_form=found)
    check_spread(verify, values, found, digits=10)
    middle = values["middle"]
    claim("training/thirty_two_is_not_special", np.ptp(middle) < 0.01 < np.ptp(found, axis=0).min() and middle.argmin() != 2,
          seeds=SEEDS, ablation=True)


def two_clouds(rng):
    labels = np.arange(200) % 2
    centers = np.array([[2.0, 0.0], [-2.0, 0.0]])[labels]
    return centers + rng.normal(0.0, 0.5, size=(200, 2)), labels


def test_sorted_noise(example, verify, claim):
    values = example("training/sorted_noise").values
    found = np.zeros((SEEDS, 2))
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        points, labels = two_clouds(rng)
        slopes = (0.5 - labels) * (points[:, 0] + 1)
        rows = [np.concatenate([slopes[0::2], slopes[1::2]]), slopes[rng.permutation(200)]]
        for place, row in enumerate(rows):
            means = np.array([row[k:k + 20].sum() / 20 for k in range(0, 200, 20)])
            total = (row @ row) / 200 - (row.sum() / 200) ** 2
            found[seed, place] = ((means @ means) / 10 - (means.sum() / 10) ** 2) / total
    verify("shares", values["ratio"], digits=9, closed_form=found)
    check_spread(verify, values, found, digits=9)
    assert network_gradients([([[0.0, 0.0]], [0.0], "sigmoid")], points[:1], labels[:1, None].astype(float),
                             "binary_crossentropy")[0][0, 0] == (0.5 - labels[0]) * points[0, 0]
    ours = values["ratio"]
    claim("training/sorted_batches_keep_the_noise", np.all(ours[:, 0] > 0.7) and np.all(ours[:, 1] < 0.1),
          seeds=SEEDS, ablation=True)


def test_sorted_noise_expected(fact, verify):
    values = fact("training/sorted_expected", size=20, share=1 / 20)
    verify("batch size", values["size"], by_hand=20)
    verify("one over it", values["share"], by_hand=mpf(1) / 20)


def test_small_last(example, verify, claim):
    values = example("training/small_last").values
    verify("samples in each batch", values["counts"], counting=[len(part) for part in cut(range(256), 50)])
    found = []
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, t = line(rng)
        slopes = -2 * t * x
        means = np.array([[slopes[part].sum() / len(part) for part in (order[:50], order[250:])]
                          for order in (rng.permutation(256) for _ in range(500))])
        noise = (means**2).mean(axis=0) - means.mean(axis=0) ** 2
        found.append(noise[1] / noise[0])
    verify("ratios", values["ratio"], digits=9, closed_form=found)
    check_spread(verify, values, found, digits=9)


def shrink(count, size):
    """Return the share of the variance that is left: the mean square of the deviations, and the mean product of two."""
    product = -mpf(1) / (count - 1)
    return (size + size * (size - 1) * product) / mpf(size) ** 2


def test_last_expected(fact, verify):
    values = fact("training/last_expected", ratio=50 / 6 * (256 - 6) / (256 - 50), weight=50 / 6)
    verify("noise of the last batch", values["ratio"], mpmath=mpf(shrink(256, 6)) / shrink(256, 50))
    verify("weight of a sample in the last batch", values["weight"], by_hand=mpf(25) / 3)


def test_scaled_rate(example, verify, claim):
    values = example("training/scaled_rate").values
    found = np.zeros((SEEDS, 4))
    for seed in range(SEEDS):
        x, t = line(np.random.default_rng(seed))
        for place, (size, rate) in enumerate([(8, 0.05), (32, 0.05), (32, 0.2), (256, 1.6)]):
            found[seed, place] = loss_at(trained(x, t, size, rate, 3, np.random.default_rng(seed))[-1], x, t)
    verify("losses", values["losses"], digits=9, closed_form=found)
    check_spread(verify, values, found, digits=9)
    ours, middle = values["losses"], values["middle"]
    claim("training/larger_rate_makes_up_for_fewer_updates", abs(middle[2] - middle[0]) < 0.005
          and np.all(ours[:, 1] > ours[:, 2]), seeds=SEEDS, ablation=True)
    claim("training/scaling_ends_where_steps_diverge", np.all(ours[:, 3] > 50), seeds=SEEDS)


def test_local_minimum(example, verify, claim):
    values = example("training/local_minimum").values
    valleys = sorted(mpmath.polyroots([1, 0, -1, mpf("0.2")]))
    verify("shallow valley", values["full"], mpmath=valleys[2])
    counts = []
    for scale in (1, 4):
        ends = []
        for seed in range(SEEDS):
            place = 2.0
            for push in np.random.default_rng(seed).normal(0.0, scale, size=400):
                place -= 0.05 * (place * (place * place - 1) + 0.2 + push)
            ends.append(place)
        counts.append(sum(end < 0 for end in ends))
    verify("runs that end in the deeper valley", values["escaped"], counting=counts)
    deep, _, shallow = (v**4 / 4 - v**2 / 2 + v / 5 for v in valleys)
    assert deep < shallow
    claim("training/noise_may_leave_a_valley", values["escaped"] == [0, counts[1]] and 10 < counts[1] < 20,
          seeds=SEEDS, ablation=True)


def test_zigzag(example, verify, claim):
    values = example("training/zigzag").values
    verify("changes of side", values["flips"], by_hand=[0, 20, 20])
    verify("ends", values["ends"], digits=10, mpmath=[(1 - mpf(rate) * 20) ** 20 for rate in ("0.02", "0.09", "0.11")])
    factors = [1 - mpf(rate) * 20 for rate in ("0.02", "0.09", "0.11")]
    claim("training/large_steps_zigzag", factors[0] > 0 > factors[1] > -1 > factors[2])


def test_separate_shuffles(example, verify, claim):
    values = example("training/separate_shuffles").values
    found = np.zeros((SEEDS, 2))
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x, t = line(rng)
        order, other = rng.permutation(256), rng.permutation(256)
        for place, chosen in enumerate((order, other)):
            xs, ts, w, b = x[order], t[chosen], 0.0, 0.0
            for part in cut(np.arange(256), 32) * 5:
                gap = w * xs[part] + b - ts[part]
                w, b = w - 0.2 * (gap @ xs[part]) / 32, b - 0.2 * gap.mean()
            found[seed, place] = w
    verify("weights", values["slopes"], digits=9, absolute=1e-12, closed_form=found)
    check_spread(verify, values, found, digits=9, absolute=1e-12)
    claim("training/torn_pairs_teach_nothing", np.all(abs(values["slopes"][:, 1]) < 0.5) and np.all(values["slopes"][:, 0] > 1.7),
          seeds=SEEDS, ablation=True)


def test_summed_slopes(example, verify, claim):
    values = example("training/summed_slopes").values
    order, found = np.random.default_rng(0).permutation(256), []
    for size in (8, 64):
        x = [mpf(int(k)) * 2 / 255 - 1 for k in order[:size]]
        squares = mpmath.fsum(v * v for v in x)
        for scale in (mpf(1) / size, 1):                # the error shrinks by one factor each time
            found.append(2 - 2 * (1 - 2 * mpf("0.1") * scale * squares) ** 10)
    verify("batch sizes", values["sizes"], by_hand=[8, 64])
    verify("weights", values["ends"], digits=10, mpmath=found)
    held = abs(found[2] - found[0]) < 0.1 and abs(found[3]) > 1e4 and abs(found[1] - 2) < 0.01
    claim("training/a_sum_grows_with_the_batch", held, ablation=True)


def test_calmer(example, verify, claim):
    values = example("training/calmer").values
    found = np.zeros((SEEDS, 2))
    for seed in range(SEEDS):
        x, t = line(np.random.default_rng(seed))
        best = lowest(x, t)
        for place, rate in enumerate((0.1, 0.01)):
            (w, b), far = best, []
            for k in np.random.default_rng(seed).integers(256, size=2000):
                gap = w * x[k] + b - t[k]
                w, b = w - rate * 2 * gap * x[k], b - rate * 2 * gap
                far.append(np.hypot(w - best[0], b - best[1]))
            found[seed, place] = sum(far[-100:]) / 100
    verify("distances", values["wobble"], digits=9, closed_form=found)
    check_spread(verify, values, found, digits=9)
    ours = values["wobble"]
    claim("training/a_small_rate_calms", np.all(ours[:, 1] < ours[:, 0]), seeds=SEEDS, ablation=True)


def test_predictions(fact, verify):
    values = fact("training/noise_exercise", small=16, large=64, less=64 / 16, quieter=(64 / 16) ** 0.5, quarter=16 / 64)
    verify("batch sizes", [values["small"], values["large"]], by_hand=[16, 64])
    verify("factor of the variance, and its inverse", [values["less"], values["quarter"]], by_hand=[4, mpf(1) / 4])
    verify("factor of the noise", values["quieter"], by_hand=2)


def test_without_return(fact, verify):
    values = fact("training/without_return", share=(256 - 32) / (256 - 1))
    verify("share that is left", values["share"], mpmath=shrink(256, 32) / (1 / mpf(32)))


def test_fashion(fact, verify):
    """The two runs of the question: 60,000 samples in batches of 4 and of 4096."""
    values = fact("training/question", small=4, large=4096, less=4096 / 4, pieces=64, triple=3, third=1 / 3)
    verify("batch sizes", [values["small"], values["large"]], by_hand=[4, 4096])
    verify("times fewer updates", values["less"], exact=len(range(0, 4096, 4)))
    verify("numbers of the other questions", [values["pieces"], values["triple"], values["third"]], by_hand=[64, 3, mpf(1) / 3])


def test_one_left(fact, verify):
    values = fact("training/one_left", samples=257, size=32, last=257 % 32)
    verify("samples and batch size", [values["samples"], values["size"]], by_hand=[257, 32])
    verify("samples in the last batch", values["last"], counting=len(cut(range(257), 32)[-1]))


# the figures

def test_batch_paths(figure, verify):
    data = figure("training/batch_paths")
    x, t = line(np.random.default_rng(0))
    best = lowest(x, t)
    verify("lowest point, each time", [data["lowest w"], data["lowest b"]], digits=10, closed_form=np.repeat(best, 97))
    for size in (1, 32, 256):
        path = trained(x, t, size, 0.1, 3, np.random.default_rng(0))[::8 if size == 1 else 1]
        path = np.concatenate([path, np.tile(path[-1], (97 - len(path), 1))])
        ours = np.stack([data[f"B = {size} w"], data[f"B = {size} b"]], axis=1)
        verify(f"path, B = {size}", ours, digits=9, absolute=1e-12, closed_form=path)
    for number, level in enumerate((0.05, 0.4, 1.2), 1):
        points = np.stack([data[f"line {number} w"], data[f"line {number} b"]], axis=1)
        verify(f"loss on line {number}", [loss_at(p, x, t) for p in points], digits=9,
               closed_form=[loss_at(best, x, t) + level] * len(points))


def test_loss_by_samples(figure, verify, claim):
    data = figure("training/loss_by_samples")
    after = []
    verify("samples seen", data["samples seen"], counting=list(range(0, 1025, 32)))
    for size in (1, 32, 256):
        found = []
        for seed in range(SEEDS):
            rng = np.random.default_rng(seed)
            x, t = line(rng)
            path = trained(x, t, size, 0.1, 4, rng)
            found.append([loss_at(path[seen // size], x, t) for seen in range(0, 1025, 32)])
        low, middle, high = spread(found)
        verify(f"median, B = {size}", data[f"B = {size}"], digits=9, closed_form=middle)
        verify(f"lowest, B = {size}", data[f"B = {size} lowest"], digits=9, closed_form=low)
        verify(f"highest, B = {size}", data[f"B = {size} highest"], digits=9, closed_form=high)
        after.append(np.array(found)[:, 8])
    claim("training/single_samples_come_near_first", np.all(after[0] < after[1]) and np.all(after[1] < after[2]),
          seeds=SEEDS, ablation=True)
    whole, mini = data["B = 256"][-1], data["B = 32"][-1]
    claim("training/mini_batches_end_lower", mini < data["B = 1"][-1] < whole, seeds=SEEDS, ablation=True)


# the frameworks

def test_batch_sizes_keras(recorded, verify):
    out = recorded("training/batch_sizes_keras")
    expected = [[len(parts), parts[0], parts[-1]] for parts in ([32, 32, 32, 4], [1] * 100, [100])]
    verify("updates, first batch, last batch", out, counting=[number for row in expected for number in row])


def test_batch_sizes_pytorch(recorded, verify):
    out = recorded("training/batch_sizes_pytorch")
    expected = [[len(parts), parts[0], parts[-1]] for parts in ([1] * 100, [32, 32, 32, 4], [100])]
    verify("updates, first batch, last batch", out, counting=[number for row in expected for number in row])


def test_minibatches_keep_the_pairs(claim):
    held = []
    for seed in range(SEEDS):
        x = np.random.default_rng(seed).normal(size=50)
        pairs = list(minibatches(x, x + 1, 8, np.random.default_rng(seed)))
        held.append(all(np.array_equal(a + 1, b) for a, b in pairs))
    claim("training/one_order_for_both", all(held), seeds=SEEDS)
