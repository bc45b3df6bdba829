"""How much of the gradient of layer 10 is left in each layer: medians of 20 networks with the sigmoid, tanh and ReLU."""

import numpy as np

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

TEXT = {
    "ko": {"x": "층 (1이 입력 쪽)", "y": "10번째 층에 대한 비율", "sigmoid": "시그모이드", "tanh": "tanh", "relu": "ReLU"},
    "en": {"x": "layer (1 is next to the input)", "y": "share of layer 10", "sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU"},
}


def shares(name, seed):
    rng = np.random.default_rng(seed)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    network = Network.from_sizes([32] * 12, rng, hidden_activation=name)
    trace = backpropagate(network, x, y_true, loss="half_sum_squared_error")
    norms = np.array([np.linalg.norm(layer.delta) for layer in trace.layers[:10]])
    return norms / norms[9]


def data():
    columns = {"layer": list(range(1, 11))}
    for name in ("sigmoid", "tanh", "relu"):
        found = np.array([shares(name, seed) for seed in range(20)])
        columns[name] = np.median(found, axis=0).tolist()
        columns[f"{name} lowest"], columns[f"{name} highest"] = found.min(axis=0).tolist(), found.max(axis=0).tolist()
    return columns


def draw(ax, data, text):
    for colour, (name, place) in enumerate((("sigmoid", (4.6, 2e-5)), ("tanh", (1.0, 0.6)), ("relu", (1.6, 0.005)))):
        ax.plot(data["layer"], data[name], "o-", color=f"C{colour}", markersize=4)
        band = data[f"{name} lowest"], data[f"{name} highest"]
        ax.fill_between(data["layer"], *band, color=f"C{colour}", alpha=0.2, linewidth=0)
        ax.annotate(text[name], place, color=f"C{colour}")
    ax.set_yscale("log")
    ax.minorticks_off()
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0e}")
    ax.set_xticks([1, 4, 7, 10])
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
