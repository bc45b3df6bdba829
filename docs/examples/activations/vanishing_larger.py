import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

seeds, scales, tenth = range(20), np.array([1.0, 4.0, 8.0, 16.0]), 0.025


def run(scale, seed):
    rng = np.random.default_rng(seed)
    x, t = rng.normal(size=32), rng.normal(size=32)
    network = Network.from_sizes([32] * 12, rng, "sigmoid")
    for parameter in network.parameters:
        parameter *= scale
    trace = backpropagate(network, x, t, "half_sum_squared_error")
    norms = [np.linalg.norm(layer.delta) for layer in trace.layers]
    outputs = np.array([layer.output for layer in trace.layers[:10]])
    return norms[0] / norms[9], np.mean(outputs * (1 - outputs) < tenth)


shares, flat = np.array([[run(c, s) for c in scales] for s in seeds]).T
median, saturated = np.median(shares, axis=1), np.median(flat, axis=1)
lowest, highest = shares.min(axis=1), shares.max(axis=1)
for c, m, lo, hi, s in zip(scales, median, lowest, highest, saturated):
    print(f"{c:2.0f}x {m:.7f} ({lo:.7f} to {hi:.7f}), {s:.0%} flat")
