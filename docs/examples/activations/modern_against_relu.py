import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network
from dlnotes.optimizers import SGD

x = np.linspace(-1.0, 1.0, 32)[:, np.newaxis]
y_true = np.sin(3.0 * x)
units, updates, seeds, rate = 16, 200, 20, 0.05


def final_loss(name, seed):
    rng, sizes = np.random.default_rng(seed), [1, units, 1]
    nn = Network.from_sizes(sizes, rng, name, "identity", "he_normal")
    for _ in range(updates):
        trace = backpropagate(nn, x, y_true, "mean_squared_error")
        SGD(rate).update(nn.parameters, trace.gradients)
    return backpropagate(nn, x, y_true, "mean_squared_error").loss


names = ["relu", "silu", "gelu"]
loss = [[final_loss(n, s) for s in range(seeds)] for n in names]
low, middle, high = np.quantile(loss, [0, 0.5, 1], axis=1)
for name, m, a, b in zip(names, middle, low, high):
    print(f"{name}: {m:.4f}, from {a:.4f} to {b:.4f}")
