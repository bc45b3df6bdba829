import numpy as np
from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, Momentum, RMSprop

rng, rates = np.random.default_rng(0), 10.0 ** np.arange(-4, 1.5, 0.5)
x, true = rng.normal(size=(40, 200, 4)), rng.normal(size=(40, 4, 1)) * 2
t = rng.random((40, 200, 1)) < 1 / (1 + np.exp(-x @ true))
batches, tables, found = rng.integers(0, 200, (100, 20)), [], []


def train(make, rate, x):
    w, rule = np.zeros((40, 4, 1)), make(rate)
    for i in batches:
        error = (1 + np.tanh(x[:, i] @ w / 2)) / 2 - t[:, i]
        rule.update([w], [x[:, i].swapaxes(1, 2) @ error / 20])
    return np.mean(np.logaddexp(0, x @ w) - t * (x @ w), axis=(1, 2))


for inputs in (x, x * np.array([0.1, 0.3, 3, 10])):
    for make in (SGD, Momentum, NAG, Adagrad, RMSprop, Adam):
        loss = np.array([train(make, rate, inputs) for rate in rates])
        tables.append(np.minimum(np.median(loss[:, :20], axis=1), 2))
        best = np.argmin(tables[-1])
        found.append([rates[best], *np.quantile(loss[best, 20:], [0.5, 0, 1])])
        print(f"{make.__name__:8}", *(f" {v:.3f}" for v in found[-1]))
