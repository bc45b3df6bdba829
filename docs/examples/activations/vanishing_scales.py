import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.initializers import he_normal
from dlnotes.network import Dense, Network

seeds, scales = range(20), np.array([0.3, 1.0, 3.0])


def share(scale, seed):
    rng = np.random.default_rng(seed)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    names = ["relu"] * 10 + ["identity"]
    layers = [Dense(scale * he_normal((32, 32), rng), activation=name) for name in names]
    trace = backpropagate(Network(layers), x, y_true, loss="half_sum_squared_error")
    return np.linalg.norm(trace.layers[0].delta) / np.linalg.norm(trace.layers[9].delta)


shares = np.array([[share(scale, seed) for seed in seeds] for scale in scales])
median, lowest, highest = np.median(shares, axis=1), shares.min(axis=1), shares.max(axis=1)
for scale, m, low, high in zip(scales, median, lowest, highest):
    print(f"{scale} He   layer 1 / layer 10: median {m:.6f}, from {low:.6f} to {high:.6f}")
