import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.initializers import glorot_uniform
from dlnotes.network import Dense, Network

cases = ["tanh", "tanh", "sigmoid", "sigmoid"]
seeds, shifts = range(20), np.array([0.0, 1.0, -0.5, 0.0])


def share(name, shift, seed):
    rng = np.random.default_rng(seed)
    x, t = rng.normal(size=32), rng.normal(size=32)
    w = [glorot_uniform((32, 32), rng) for _ in range(11)]
    b = [np.zeros(32), *(shift * wi.sum(axis=1) for wi in w[1:])]
    network = Network(map(Dense, w, b, [name] * 10 + ["identity"]))
    trace = backpropagate(network, x, t, "half_sum_squared_error")
    norms = [np.linalg.norm(layer.delta) for layer in trace.layers]
    return norms[0] / norms[9]


shares = [[share(*c, k) for k in seeds] for c in zip(cases, shifts)]
lowest, median, highest = np.quantile(shares, [0, 0.5, 1], axis=1)
for row in zip(cases, shifts, median, lowest, highest):
    print("{:7} {:+.1f}   median {:.2e}, {:.2e} to {:.2e}".format(*row))
