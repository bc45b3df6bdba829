"""The loss after a hundred steps over the learning rate: the median of 20 problems with unlike scales, and at most 2."""

import numpy as np

from dlnotes.optimizers import SGD, Adagrad, Adam

RATES = 10.0 ** np.arange(-4, 1.5, 0.5)
TEXT = {
    "ko": {"rate": "학습률 (로그 눈금)", "loss": "100 스텝 뒤의 손실"},
    "en": {"rate": "learning rate (log scale)", "loss": "loss after 100 steps"},
}


def losses(make, rate, x, t, batches):
    w, optimizer = np.zeros((20, 4, 1)), make(rate)
    for i in batches:
        error = (1 + np.tanh(x[:, i] @ w / 2)) / 2 - t[:, i]
        optimizer.update([w], [x[:, i].swapaxes(1, 2) @ error / 20])
    return np.mean(np.logaddexp(0, x @ w) - t * (x @ w), axis=(1, 2))


def data():
    rng = np.random.default_rng(0)
    x, true = rng.normal(size=(40, 200, 4)), rng.normal(size=(40, 4, 1)) * 2
    t = rng.random((40, 200, 1)) < 1 / (1 + np.exp(-x @ true))
    batches, columns = rng.integers(0, 200, (100, 20)), {"rate": RATES.tolist()}
    x = x[:20] * np.array([0.1, 0.3, 3, 10])
    for make in (SGD, Adagrad, Adam):
        runs = [np.median(losses(make, rate, x, t[:20], batches)) for rate in RATES]
        columns[make.__name__] = np.minimum(runs, 2).tolist()
    return columns


def draw(ax, data, text):
    for name, style in (("SGD", "o-"), ("Adagrad", "s--"), ("Adam", "^-.")):
        ax.plot(data["rate"], data[name], style, markersize=4)
    ax.set_xscale("log")
    ax.set_ylim(0.3, 1.0)
    ax.minorticks_off()
    ax.set_xticks([1e-4, 1e-3, 1e-2, 1e-1, 1, 10], ["0.0001", "0.001", "0.01", "0.1", "1", "10"])
    ax.annotate("SGD", (0.04, 0.86), color="C0")
    ax.annotate("Adagrad", (0.00012, 0.72), color="C1")
    ax.annotate("Adam", (0.02, 0.36), color="C2")
    ax.set_xlabel(text["rate"])
    ax.set_ylabel(text["loss"])
    ax.grid(True, linewidth=0.6)
