import numpy as np
from dlnotes.datasets import blobs
from dlnotes.losses import binary_crossentropy
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

ends = np.zeros((20, 2))
for seed in range(20):
    rng = np.random.default_rng(seed)
    x, y = blobs(200, rng, classes=2, noise=2.0)
    order = rng.permutation(200)
    x, y = x[order], y[order, np.newaxis]
    for place, again in enumerate((None, rng)):
        model = Network([Dense([[0.0, 0.0]], [0.0], "sigmoid")])
        fit(model, x, y, "binary_crossentropy", SGD(2.0),
            epochs=5, batch_size=20, rng=again)
        ends[seed, place] = binary_crossentropy(y, model(x))

middle, low, high = np.median(ends, axis=0), ends.min(axis=0), ends.max(axis=0)
for name, m, a, b in zip(("once", "each epoch"), middle, low, high):
    print(f"shuffled {name}: {m:.4f}, {a:.4f} to {b:.4f}")
better = np.sum(ends[:, 1] < ends[:, 0])
print(f"each epoch is lower in {better} of 20 runs")
