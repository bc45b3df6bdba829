import numpy as np
from dlnotes.datasets import blobs
from dlnotes.losses import binary_crossentropy
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

ends = {"sorted by class": [], "shuffled": []}
for seed in range(20):
    x, y = blobs(200, np.random.default_rng(seed), classes=2, noise=2.0)
    order = np.argsort(y, kind="stable")
    x, y = x[order], y[order, np.newaxis]
    for name, rng in zip(ends, (None, np.random.default_rng(seed))):
        model = Network([Dense([[0.0, 0.0]], [0.0], "sigmoid")])
        fit(model, x, y, "binary_crossentropy", SGD(2.0),
            epochs=5, batch_size=20, rng=rng)
        ends[name].append(binary_crossentropy(y, model(x)))

in_order, mixed = ends.values()
middle = np.median([in_order, mixed], axis=1)
for name, m in zip(ends, middle):
    print(f"{name}: {m:.4f}, {min(ends[name]):.4f} to {max(ends[name]):.4f}")
better = sum(np.less(mixed, in_order))
print(f"shuffled is lower in {better} of 20 runs")
