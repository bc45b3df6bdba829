import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.initializers import he_normal
from dlnotes.network import Dense, Network

seeds, scales = range(20), np.array([0.3, 1.0, 3.0])
loss, names = "half_sum_squared_error", ["relu"] * 10 + ["identity"]


def share(scale, seed):
    rng = np.random.default_rng(seed)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    weights = [scale * he_normal((32, 32), rng) for _ in names]
    layers = [Dense(w, None, f) for w, f in zip(weights, names)]
    trace = backpropagate(Network(layers), x, y_true, loss)
    norms = [np.linalg.norm(layer.delta) for layer in trace.layers]
    return norms[0] / norms[9]


shares = np.array([[share(c, seed) for seed in seeds] for c in scales])
median = np.median(shares, axis=1)
lowest, highest = shares.min(axis=1), shares.max(axis=1)
for c, m, low, high in zip(scales, median, lowest, highest):
    print(f"{c} He: median {m:.6f}, from {low:.6f} to {high:.6f}")
