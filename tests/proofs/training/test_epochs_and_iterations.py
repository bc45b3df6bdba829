"""The proofs of the page training/epochs-and-iterations: examples, facts, claims and formulas."""

import math
from functools import cache
from pathlib import Path

import numpy as np

from dlnotes.losses import binary_crossentropy
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit, iterations_per_epoch, minibatches
from oracle import formulas as oracle
from oracle.network import network_gradients, network_loss
from press.formula import Meaning
from press.formula.meanings import Of, Running, Whole

ROOT = Path(__file__).parents[3]
SEEDS = 20


def sizes(samples, size):
    """Return how many samples each batch holds, by taking them away."""
    found = []
    while samples > 0:
        found.append(min(size, samples))
        samples -= size
    return found


MEANING = Meaning(
    {
        "N": Whole(1, 500, extremes=(60, 2000, 2050)),
        "B": Whole(1, 40, extremes=(20, 200, 200)),
        "E": Whole(1, 60),
        "q": Of(lambda N, B: sizes(N, B).count(B)),
        "r": Of(lambda N, B: N - B * sizes(N, B).count(B)),
        "k": Of(lambda N, B: oracle.batches(N, B, drop_last=False), code=lambda N, B: iterations_per_epoch(int(N), int(B))),
        "U": Of(lambda N, B, E: sum(oracle.batches(N, B, drop_last=False) for _ in range(int(E)))),
        "n": Of(lambda N, B: np.array(sizes(N, B), dtype=object)),
        r"\bar{L}": Of(lambda N, B: sum(i * i for i in range(int(N))) / N),
        "L": Of(lambda N, B: batch_means([i * i for i in range(int(N))], int(B))),
        "i": Running(),
    },
    values={
        r"[\,r > 0\,]": Of(lambda N, B: oracle.batches(N, B, drop_last=False) - oracle.batches(N, B, drop_last=True)),
        "1": Of(lambda: oracle.batches(3, 2, drop_last=False) - oracle.batches(3, 2, drop_last=True)),       # 1 sample remains
        "0": Of(lambda: oracle.batches(4, 2, drop_last=False) - oracle.batches(4, 2, drop_last=True)),       # none remains
        r"q + [\,r > 0\,]": Of(lambda N, B: oracle.batches(N, B, drop_last=False)),
    },
    formulas={
        r"k = \left\lfloor \frac{N}{B} \right\rfloor": {
            "k": Of(
                lambda N, B: oracle.batches(N, B, drop_last=True),
                code=lambda N, B: iterations_per_epoch(int(N), int(B), True),
            ),
        },
        r"\begin{aligned} \frac{2050}{200} &= 10.25 \\ k &= \lceil 10.25 \rceil = 11 \\ r &= 2050 - 10 \cdot 200 = 50 \\ "
        r"U &= 50 \cdot 11 = 550 \end{aligned}": {"N": 2050, "B": 200, "E": 50},
    },
)


def batch_means(values, size):
    """Return the mean of every batch."""
    parts = [values[start:start + size] for start in range(0, len(values), size)]
    return np.array([oracle.mpf(sum(part)) / len(part) for part in parts], dtype=object)


def test_iterations(example, verify):
    values = example("training/iterations").values
    first = values["batches"][0][0]
    verify("samples in the first batch", len(first), by_hand=200)
    verify("iterations per epoch", values["iterations"], counting=len(range(0, 2000, 200)), closed_form=2000 // 200)
    verify("updates", values["updates"], counting=sum(1 for _ in range(50) for _ in range(0, 2000, 200)))
    assert [list(batch) for batch, _ in values["batches"]] == [list(range(k, k + 200)) for k in range(0, 2000, 200)]


def test_batches_by_hand(example, verify):
    values = example("training/batches_by_hand").values
    verify("iterations", values["iterations"], counting=len(sizes(2050, 200)))
    verify("samples in the last batch", values["last"], counting=sizes(2050, 200)[-1])
    for samples in range(1, 40):
        for size in range(1, 45):
            x = np.arange(samples)
            ours = [part.tolist() for part in values["batches"](x, size)]
            assert [len(part) for part in ours] == sizes(samples, size)
            assert ours == [part.tolist() for part, _ in minibatches(x, x, size)]


def test_full_batches(example, verify):
    values = example("training/full_batches").values
    verify("batches", values["full"], counting=sizes(2050, 200).count(200))
    for samples in range(1, 30):
        for size in range(1, 35):
            x = np.arange(samples)
            ours = [part.tolist() for part in values["batches"](x, size)]
            assert ours == [part.tolist() for part, _ in minibatches(x, x, size, drop_last=True)]


def test_one_epoch(example, verify, claim):
    values = example("training/one_epoch").values
    assert len(values["seen"]) == 2000
    verify("fewest uses of a sample", values["fewest"], by_hand=1)
    verify("most uses of a sample", values["most"], by_hand=1)
    seen = np.zeros((SEEDS, 2050), dtype=int)
    for seed in range(SEEDS):
        for x, _ in minibatches(np.arange(2050), np.arange(2050), 200, rng=np.random.default_rng(seed)):
            seen[seed, x] += 1
    claim("training/every_sample_once", np.all(seen == 1), seeds=SEEDS)


def test_last_batch(example, verify, claim):
    values = example("training/last_batch").values
    full = sizes(2050, 200).count(200)
    assert [len(batch) for batch, _ in values["kept"]] == sizes(2050, 200)
    verify("iterations, last batch kept", values["with_last"], counting=len(sizes(2050, 200)), closed_form=math.ceil(2050 / 200))
    verify("iterations, last batch dropped", values["without_last"], counting=full, closed_form=math.floor(2050 / 200))
    verify("samples in the last batch", values["last"], counting=sizes(2050, 200)[-1])
    verify("samples unused", values["unused"], exact=2050 - 200 * full)
    verify("updates in 50 epochs", values["updates"], exact=50 * len(sizes(2050, 200)))
    verify("updates in 50 epochs, last batch dropped", values["updates_dropped"], exact=50 * full)
    verify("both counts again", [iterations_per_epoch(2050, 200), iterations_per_epoch(2050, 200, drop_last=True)],
           counting=[len(sizes(2050, 200)), full])
    left_out = []
    for seed in range(SEEDS):
        rng, missing = np.random.default_rng(seed), []
        for _ in range(2):
            used = np.concatenate([x for x, _ in minibatches(np.arange(2050), np.arange(2050), 200, rng=rng, drop_last=True)])
            missing.append(frozenset(range(2050)) - set(used.tolist()))
        left_out.append(missing[0] != missing[1])
    claim("training/others_sit_out", all(left_out), seeds=SEEDS)


def test_last_batch_mean(example, verify, claim):
    values = example("training/last_batch_mean").values
    losses = [oracle.mpf(k) / 2049 for k in range(2050)]
    means = batch_means(losses, 200)
    verify("mean over the samples", values["true"], mpmath=sum(losses) / 2050)
    verify("plain mean", values["plain"], mpmath=sum(means) / len(means))
    verify("weighted mean", values["weighted"],
           mpmath=sum(n * m for n, m in zip(sizes(2050, 200), means, strict=True)) / 2050)
    evenly = batch_means(losses[:2000], 200)
    claim("training/uneven_batches_spoil_the_mean", abs(sum(evenly) / 10 - sum(losses[:2000]) / 2000) < 1e-40
          and sum(means) / len(means) - sum(losses) / 2050 > 0.03, ablation=True)


def trained(layers, x, y, loss, rate, epochs, size, rng):
    """Train by plain gradient descent on shuffled or ordered batches; gradients by the complex step."""
    for _ in range(epochs):
        order = np.arange(len(x)) if rng is None else rng.permutation(len(x))
        for start in range(0, len(x), size):
            part = order[start:start + size]
            w, b = network_gradients(layers, x[part], y[part], loss)
            layers = [(layers[0][0] - rate * w, layers[0][1] - rate * b, layers[0][2])]
    return network_loss(layers, x, y, loss)


def two_clouds(seed):
    """Return 200 points of two clouds, sorted by class, and their classes."""
    labels = np.arange(200) % 2
    centers = np.array([[2.0, 0.0], [-2.0, 0.0]])[labels]
    x = centers + np.random.default_rng(seed).normal(0.0, 2.0, size=(200, 2))
    order = np.argsort(labels, kind="stable")
    return x[order], labels[order, np.newaxis].astype(float)


@cache
def shuffled_and_not(rate=2.0):
    """Return the last losses of the page's runs: in order of the classes, and shuffled."""
    ends = np.zeros((2, SEEDS))
    for seed in range(SEEDS):
        x, y = two_clouds(seed)
        for row, rng in enumerate((None, np.random.default_rng(seed))):
            start = [(np.zeros((1, 2)), np.zeros(1), "sigmoid")]
            ends[row, seed] = trained(start, x, y, "binary_crossentropy", rate, 5, 20, rng)
    return ends


def test_shuffle(example, verify, claim):
    values = example("training/shuffle").values
    ends = shuffled_and_not()
    verify("losses in order", values["in_order"], digits=8, complex_step=ends[0])
    verify("losses shuffled", values["mixed"], digits=8, complex_step=ends[1])
    verify("runs in which shuffling ends lower", values["better"], counting=sum(ends[1] < ends[0]))
    verify("medians", values["middle"], digits=8, complex_step=np.median(ends, axis=1))
    verify("lowest", [min(row) for row in values["ends"].values()], digits=8, complex_step=ends.min(axis=1))
    verify("highest", [max(row) for row in values["ends"].values()], digits=8, complex_step=ends.max(axis=1))
    claim("training/sorted_batches_mislead", np.median(ends[0]) > np.median(ends[1]) and np.all(ends[0] > ends[1]),
          seeds=SEEDS, ablation=True)


def test_shuffle_rates(fact, verify, claim):
    """The page's experiment again, at a small rate and nothing else changed."""
    large, small = 2.0, 0.1
    found = np.zeros((2, SEEDS))
    for seed in range(SEEDS):
        x, y = two_clouds(seed)
        for row, rng in enumerate((None, np.random.default_rng(seed))):
            model = Network([Dense([[0.0, 0.0]], [0.0], "sigmoid")])
            fit(model, x, y, "binary_crossentropy", SGD(small), epochs=5, batch_size=20, rng=rng)
            found[row, seed] = binary_crossentropy(y, model(x))
    middle = np.median(found, axis=1)
    values = fact("training/shuffle_rates", large=large, small=small, sorted=middle[0], mixed=middle[1],
                  better=np.sum(found[1] < found[0]))
    ends = shuffled_and_not(0.1)
    assert "SGD(2.0)" in (ROOT / "docs" / "examples" / "training" / "shuffle.py").read_text("utf-8")
    verify("rate of the experiment", values["large"], by_hand=2)
    verify("small rate", values["small"], by_hand=0.1)
    verify("median loss in order, small rate", values["sorted"], digits=8, complex_step=np.median(ends[0]))
    verify("median loss shuffled, small rate", values["mixed"], digits=8, complex_step=np.median(ends[1]))
    verify("runs in which shuffling ends lower, small rate", values["better"], counting=sum(ends[1] < ends[0]))
    gaps = [np.median(order) - np.median(mixed) for order, mixed in (shuffled_and_not(), ends)]
    claim("training/small_steps_forgive_the_order", gaps[0] > 50 * abs(gaps[1]), seeds=SEEDS, ablation=True)


def test_keras_bar(fact, verify):
    """Keras' default batch size is quoted from its documentation."""
    values = fact("training/keras_bar", size=32, steps=iterations_per_epoch(60_000, 32))
    verify("default batch size of fit", values["size"], published="32")
    verify("iterations of 60,000 samples", values["steps"], counting=len(sizes(60_000, 32)))


def test_more_epochs(example, verify, claim):
    values = example("training/more_epochs").values
    losses = np.zeros((SEEDS, 3))
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        x = rng.uniform(-1.0, 1.0, size=(200, 1))
        y = 2.0 * x + 1.0 + rng.normal(0.0, 0.1, size=(200, 1))
        for place, count in enumerate((1, 3, 10)):
            start = [(np.zeros((1, 1)), np.zeros(1), "identity")]
            losses[seed, place] = trained(start, x, y, "mean_squared_error", 0.1, count, 20, np.random.default_rng(seed))
    verify("losses", values["losses"], digits=8, complex_step=losses)
    verify("lowest", values["low"], digits=8, complex_step=losses.min(axis=0))
    verify("median", values["middle"], digits=8, complex_step=np.median(losses, axis=0))
    verify("highest", values["high"], digits=8, complex_step=losses.max(axis=0))
    claim("training/one_pass_is_not_enough", np.all(np.diff(losses, axis=1) < 0), seeds=SEEDS, ablation=True)


def test_one_too_many(example, verify):
    values = example("training/one_too_many").values
    verify("rounded down", values["floor"], counting=[sizes(count, 200).count(200) for count in (2050, 2000, 2001)])
    verify("rounded down and one more", values["one_more"], counting=[len(sizes(count - count % 200 + 1, 200))
                                                                      for count in (2050, 2000, 2001)])
    verify("rounded up", values["up"], counting=[len(sizes(count, 200)) for count in (2050, 2000, 2001)])
    verify("samples that 200 divides", values["samples_even"], by_hand=2000)


@cache
def shuffled_once_or_each_time():
    """Return the last losses of clouds in one random order, and shuffled anew."""
    ends = np.zeros((SEEDS, 2))
    for seed in range(SEEDS):
        rng = np.random.default_rng(seed)
        labels = np.arange(200) % 2
        x = np.array([[2.0, 0.0], [-2.0, 0.0]])[labels] + rng.normal(0.0, 2.0, size=(200, 2))
        order = rng.permutation(200)
        x, y = x[order], labels[order, np.newaxis].astype(float)
        for place, again in enumerate((None, rng)):
            start = [(np.zeros((1, 2)), np.zeros(1), "sigmoid")]
            ends[seed, place] = trained(start, x, y, "binary_crossentropy", 2.0, 5, 20, again)
    return ends


def test_shuffled_once(example, verify, claim):
    values = example("training/shuffled_once").values
    found = shuffled_once_or_each_time()
    verify("losses", values["ends"], digits=8, complex_step=found)
    verify("medians", values["middle"], digits=8, complex_step=np.median(found, axis=0))
    verify("lowest", values["low"], digits=8, complex_step=found.min(axis=0))
    verify("highest", values["high"], digits=8, complex_step=found.max(axis=0))
    verify("runs in which shuffling anew ends lower", values["better"], counting=sum(found[:, 1] < found[:, 0]))
    claim("training/one_shuffle_was_enough_here", 6 <= values["better"] <= 14 and abs(np.diff(values["middle"])[0]) < 0.005,
          seeds=SEEDS, ablation=True)


def test_overfitting(example, verify, claim):
    """The descent in closed form: along each direction of the inputs the distance to the best shrinks by one factor."""
    values = example("training/overfitting").values
    found = np.zeros((SEEDS, 2, 3, 2))
    for seed in range(SEEDS):
        table = np.random.default_rng(seed).normal(size=(240, 31))
        target = table[:, 0] + table[:, 30]
        for place, count in enumerate((1, 30)):
            rows = np.hstack([table[:, :count], np.ones((240, 1))])
            stretch, axes = np.linalg.eigh(rows[:40].T @ rows[:40] / 20)
            pull = axes.T @ (rows[:40].T @ target[:40] / 20)
            for stop, total in enumerate((3, 30, 300)):
                gap = rows @ (axes @ (pull / stretch * (1 - (1 - 0.1 * stretch) ** total))) - target
                found[seed, place, stop] = np.mean(gap[:40] ** 2), np.mean(gap[40:] ** 2)
    verify("inputs", values["inputs"], by_hand=[1, 30])
    verify("epochs at each stop", values["stops"], by_hand=[3, 27, 270])
    verify("epochs in all", np.cumsum(values["stops"]), by_hand=[3, 30, 300])
    verify("losses", values["losses"], digits=8, closed_form=found)
    verify("medians", values["middle"], digits=8, closed_form=np.median(found, axis=0))
    new = values["losses"][..., 1]
    claim("training/freedom_overfits_not_the_epochs", np.all(new[:, 1, 2] > new[:, 1, 0]) and np.all(np.diff(
        values["losses"][:, 1, :, 0], axis=1) < 0) and np.all(new[:, 0, 2] < 1.01 * new[:, 0, 1])
        and values["middle"][1, :, 1].argmin() == 0, seeds=SEEDS, ablation=True)


def test_overfitting_facts(fact, verify):
    values = fact("training/overfitting_facts", known=240 - 200)
    verify("training samples", values["known"], by_hand=40)


def test_images(fact, verify):
    iterations, images = 120_000, 1_200
    values = fact("training/images", iterations=iterations, images=images, one=1, single=iterations * 1 / images,
                  size=32, epochs=iterations * 32 / images)
    verify("iterations", values["iterations"], by_hand=120_000)
    verify("images", values["images"], by_hand=1_200)
    verify("batch size", values["size"], by_hand=32)
    verify("batch size of 100 epochs", values["one"], exact=100 * images // iterations)
    verify("epochs with batches of 1", values["single"], exact=120_000 // 1_200)
    verify("epochs with batches of 32", values["epochs"], exact=120_000 // 1_200 * 32)


def test_mnist_iterations(example, verify):
    values = example("training/mnist_iterations").values
    parts = sizes(60_000, 128)
    verify("iterations per epoch", values["iterations"], counting=len(parts))
    verify("samples in the last batch", values["last"], counting=parts[-1])
    verify("updates in 5 epochs", values["updates"], exact=5 * len(parts))


def test_iterations_keras(recorded, verify):
    verify("iterations", recorded("training/iterations_keras"), counting=len(range(0, 2050, 200)))


def test_iterations_pytorch(recorded, verify):
    kept, dropped = recorded("training/iterations_pytorch")
    verify("iterations, last batch kept", kept, counting=len(range(0, 2050, 200)))
    verify("iterations, last batch dropped", dropped, exact=2050 // 200)


def test_epoch_batches_figure(figure, verify):
    data, batches = figure("training/epoch_batches"), sizes(2050, 200)
    verify("samples seen", data["samples seen"], counting=[sum(batches[: place + 1]) for place in range(len(batches))])
    verify("iterations of the first epoch", data["iteration, epoch 1"], counting=list(range(1, 12)))
    verify("iterations of the second epoch", data["iteration, epoch 2"], counting=list(range(12, 23)))
