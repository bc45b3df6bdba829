import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network
from dlnotes.optimizers import SGD

x = np.linspace(-1.0, 1.0, 32)[:, np.newaxis]
y_true = np.sin(3.0 * x)
units, updates, seeds, rates = 16, 200, 20, [0.1, 0.3, 0.5]


def is_off(seed, rate):
    rng = np.random.default_rng(seed)
    nn = Network.from_sizes([1, units, 1], rng, initializer="he_normal")
    for _ in range(updates):
        trace = backpropagate(nn, x, y_true, "mean_squared_error")
        SGD(rate).update(nn.parameters, trace.gradients)
    return nn.layers[0].weighted_sum(x) <= 0


off = [[is_off(s, rate) for s in range(seeds)] for rate in rates]
dead = np.all(off, axis=2).sum(axis=2)
middle, low, high = np.median(dead, 1), dead.min(1), dead.max(1)
for rate, m, a, b in zip(rates, middle, low, high):
    print(f"rate {rate}: {m:4.1f} of 16 dead, from {a} to {b}")
