"""How much of the gradient of layer 10 is left in each layer of ReLU networks whose weights are too small, He's, too large."""

import numpy as np

from dlnotes.backpropagation import backpropagate
from dlnotes.initializers import he_normal
from dlnotes.network import Dense, Network

TEXT = {
    "ko": {"x": "층 (1이 입력 쪽)", "y": "10번째 층에 대한 비율", "small": "너무 작게", "He": "He", "large": "너무 크게"},
    "en": {
        "x": "layer (1 is next to the input)",
        "y": "share of layer 10",
        "small": "too small",
        "He": "He",
        "large": "too large",
    },
}
SCALES = {"small": 0.3, "He": 1.0, "large": 3.0}


def shares(scale, seed):
    rng = np.random.default_rng(seed)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    names = ["relu"] * 10 + ["identity"]
    layers = [Dense(scale * he_normal((32, 32), rng), activation=name) for name in names]
    trace = backpropagate(Network(layers), x, y_true, loss="half_sum_squared_error")
    norms = np.array([np.linalg.norm(layer.delta) for layer in trace.layers[:10]])
    return norms / norms[9]


def data():
    columns = {"layer": list(range(1, 11))}
    for column, scale in SCALES.items():
        found = np.array([shares(scale, seed) for seed in range(20)])
        columns[column] = np.median(found, axis=0).tolist()
        columns[f"{column} lowest"], columns[f"{column} highest"] = found.min(axis=0).tolist(), found.max(axis=0).tolist()
    return columns


def draw(ax, data, text):
    for colour, (name, place) in enumerate((("small", (5.6, 3e-5)), ("He", (1.0, 8.0)), ("large", (5.2, 5e3)))):
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
