import numpy as np
from dlnotes.datasets import auto_mpg
from dlnotes.network import Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

data, mpg = auto_mpg()
outputs = ["identity", "softplus", "relu", "sigmoid"]


def off_and_dead(output, seed):
    order = (rng := np.random.default_rng(seed)).permutation(392)
    x, t = data[order, :6], mpg[order]
    x = (x - x[:300].mean(axis=0)) / x[:300].std(axis=0)
    net = Network.from_sizes([6, 16, 16, 1], rng, "relu", output)
    fit(net, x[:300], t[:300], "mean_squared_error", SGD(0.01), 10, 10)
    return np.abs(net(x) - t)[300:].mean(), not net(x).any()


found = [[off_and_dead(f, k) for k in range(20)] for f in outputs]
low, median, high = np.quantile(found, [0, 0.5, 1], axis=1)[..., 0]
dead = np.sum(found, axis=1)[:, 1].astype(int)
for f, m, a, b, n in zip(outputs, median, low, high, dead):
    print(f"{f:8} off by {m:5.2f} ({a:.2f} to {b:.2f}), dead: {n}")
