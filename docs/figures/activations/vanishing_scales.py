"""The norm of dE/dz in each layer of one ReLU network whose weights start too small, as He says, and too large."""

import numpy as np

from dlnotes.backpropagation import backpropagate
from dlnotes.initializers import he_normal
from dlnotes.network import Dense, Network

TEXT = {
    "ko": {"x": "층 (1이 입력 쪽)", "y": "∂E/∂z의 노름", "small": "너무 작게", "He": "He", "large": "너무 크게"},
    "en": {"x": "layer (1 is next to the input)", "y": "norm of ∂E/∂z", "small": "too small", "He": "He", "large": "too large"},
}
SCALES = {"small": 0.3, "He": 1.0, "large": 3.0}


def data():
    columns = {"layer": list(range(1, 11))}
    for column, scale in SCALES.items():
        rng = np.random.default_rng(0)
        x, y_true = rng.normal(size=32), rng.normal(size=32)
        names = ["relu"] * 10 + ["identity"]
        layers = [Dense(scale * he_normal((32, 32), rng), activation=name) for name in names]
        trace = backpropagate(Network(layers), x, y_true, loss="half_sum_squared_error")
        columns[column] = [float(np.linalg.norm(layer.delta)) for layer in trace.layers[:10]]
    return columns


def draw(ax, data, text):
    for colour, (name, place) in enumerate((("small", (5.2, 2e-4)), ("He", (4.0, 100.0)), ("large", (4.4, 1e10)))):
        ax.plot(data["layer"], data[name], "o-", color=f"C{colour}", markersize=4)
        ax.annotate(text[name], place, color=f"C{colour}")
    ax.set_yscale("log")
    ax.minorticks_off()
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0e}")
    ax.set_xticks([1, 4, 7, 10])
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
