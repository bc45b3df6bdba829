"""The loss along ten updates with a small and with a large learning rate: medians and ranges of 20 networks."""

import numpy as np

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network
from dlnotes.optimizers import SGD

TEXT = {
    "ko": {"updates": "업데이트 횟수", "loss": "손실 (로그 눈금)"},
    "en": {"updates": "number of updates", "loss": "loss (log scale)"},
}
RATES = (0.1, 1.0)


def losses(rate, seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(32, 2))
    target = np.sin(x[:, :1] + x[:, 1:])
    network = Network.from_sizes([2, 8, 1], rng, hidden_activation="tanh")
    found = []
    for _ in range(11):
        trace = backpropagate(network, x, target, "mean_squared_error")
        SGD(learning_rate=rate).update(network.parameters, trace.gradients)
        found.append(trace.loss)
    return found


def data():
    columns = {"updates": list(range(11))}
    for rate in RATES:
        runs = np.array([losses(rate, seed) for seed in range(20)])
        for ending, summary in (("", np.median), (" lowest", np.min), (" highest", np.max)):
            columns[f"η = {rate:g}{ending}"] = summary(runs, axis=0).tolist()
    return columns


def draw(ax, data, text):
    for colour, (name, height) in enumerate((("η = 0.1", 2e-3), ("η = 1", 1e5))):
        ax.plot(data["updates"], data[name], "o-", color=f"C{colour}", markersize=4)
        band = data[f"{name} lowest"], data[f"{name} highest"]
        ax.fill_between(data["updates"], *band, color=f"C{colour}", alpha=0.2, linewidth=0)
        ax.text(3.0, height, name, color=f"C{colour}", ha="right")
    ax.set_yscale("log")
    ax.set_ylim(bottom=1e-4)
    ax.minorticks_off()
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0e}")
    ax.set_xlabel(text["updates"])
    ax.set_ylabel(text["loss"])
    ax.grid(True, linewidth=0.6)
