"""Claims of the page on epochs and iterations."""

import numpy as np
from dlnotes.training import minibatches

SEEDS = range(20)


def uses(rng):
    """Return how often each of 2000 samples is used in one epoch."""
    samples = np.arange(2000)
    seen = [int(sample) for batch, _ in minibatches(samples, samples, batch_size=200, rng=rng) for sample in batch]
    return seen, [seen.count(sample) for sample in range(2000)]


def test_an_epoch_uses_every_sample_once(claim):
    orders, counts = zip(*(uses(rng) for rng in [None, *map(np.random.default_rng, SEEDS)]), strict=True)
    shuffled = all(order != orders[0] for order in orders[1:])
    claim("training/every_sample_once", shuffled and all(count == [1] * 2000 for count in counts), seeds=len(SEEDS))


def test_other_samples_sit_out_after_shuffling(claim):
    def left_out(rng):
        samples = np.arange(2050)
        used = {int(sample) for batch, _ in minibatches(samples, samples, 200, rng=rng, drop_last=True) for sample in batch}
        return frozenset(range(2050)) - used

    left = [left_out(np.random.default_rng(seed)) for seed in SEEDS]
    claim("training/others_sit_out", all(len(out) == 50 for out in left) and len(set(left)) == len(left), seeds=len(SEEDS))


def test_a_short_batch_weighs_by_its_samples(claim):
    held = []
    for seed in SEEDS:
        losses = np.random.default_rng(seed).normal(size=2050) ** 2
        batches = [losses[start:start + 200] for start in range(0, 2050, 200)]
        means, sizes = [batch.mean() for batch in batches], [len(batch) for batch in batches]
        right = abs(np.average(means, weights=sizes) - losses.mean())
        held.append(right < 1e-12 < abs(np.mean(means) - losses.mean()))
    claim("training/weighted_by_samples", all(held), seeds=len(SEEDS), ablation=True)
