"""The norm of dE/dz in each layer of one network, with the sigmoid, tanh and ReLU."""

import numpy as np

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

TEXT = {
    "ko": {"x": "층 (1이 입력 쪽)", "y": "∂E/∂z의 노름", "sigmoid": "시그모이드", "tanh": "tanh", "relu": "ReLU"},
    "en": {"x": "layer (1 is next to the input)", "y": "norm of ∂E/∂z", "sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU"},
}


def data():
    columns = {"layer": list(range(1, 11))}
    for name in ("sigmoid", "tanh", "relu"):
        rng = np.random.default_rng(0)
        x, y_true = rng.normal(size=32), rng.normal(size=32)
        network = Network.from_sizes([32] * 12, rng, hidden_activation=name)
        trace = backpropagate(network, x, y_true, loss="half_sum_squared_error")
        columns[name] = [float(np.linalg.norm(layer.delta)) for layer in trace.layers[:10]]
    return columns


def draw(ax, data, text):
    for colour, (name, place) in enumerate((("sigmoid", (4.6, 5e-5)), ("tanh", (1.0, 3.0)), ("relu", (4.0, 0.06)))):
        ax.plot(data["layer"], data[name], "o-", color=f"C{colour}", markersize=4)
        ax.annotate(text[name], place, color=f"C{colour}")
    ax.set_yscale("log")
    ax.minorticks_off()
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:.0e}")
    ax.set_xticks([1, 4, 7, 10])
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
