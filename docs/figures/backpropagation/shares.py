"""The second half of a small network: the deltas of two outputs run back over four weights to two hidden neurons."""

import numpy as np

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network

SIZE = (4.8, 4.2)
TEXT = {
    "ko": {"collected": "모음", "slope": "f′", "hidden": "은닉층", "output": "출력층"},
    "en": {"collected": "collects", "slope": "f′", "hidden": "hidden", "output": "output"},
}
LEFT, RIGHT, HEIGHTS = -1.15, 1.35, (1.0, -1.0)


def data():
    layers = [Dense([[1.0, 1.0], [2.0, -1.5]], activation="relu"), Dense([[1.0, 2.0], [-1.0, 1.0]])]
    hidden, output = backpropagate(Network(layers), [1.0, 2.0], [1.0, -2.0], "half_sum_squared_error").layers
    shares = layers[1].weights * output.delta[:, np.newaxis]
    return {
        "neuron": ["1", "2"], "out": output.delta.tolist(),
        "share to 1": shares[:, 0].tolist(), "share to 2": shares[:, 1].tolist(),
        "collected": hidden.output_gradient.tolist(), "hidden": hidden.delta.tolist(),
    }  # fmt: skip


def signed(value):
    return f"{value:g}".replace("-", "−")


def factor(value):
    return signed(value) if value > 0 else f"({signed(value)})"


def draw(ax, data, text):
    arrow = {"arrowstyle": "-|>", "linewidth": 1.5, "shrinkA": 24, "color": "C1"}
    weights = ((1, 2), (-1, 1))
    for k, start in enumerate(HEIGHTS):
        for j, end in enumerate(HEIGHTS):
            ax.annotate("", (LEFT, end), (RIGHT, start), arrowprops={**arrow, "shrinkB": 30 if k == j else 37})
            words = f"{factor(data['out'][k])} · {factor(weights[k][j])} = {signed(data[f'share to {j + 1}'][k])}"
            place = ((LEFT + RIGHT) / 2, 1.2 * start) if k == j else (-0.42, 0.3 * end)
            ax.text(*place, words, ha="center" if k == j else "right", va="center", fontsize=10.5)
    box = {"facecolor": "#070809", "edgecolor": "#0a0001", "boxstyle": "round,pad=0.4", "linewidth": 1.5}
    for number, height in enumerate(HEIGHTS):
        total, own = data["collected"][number], data["hidden"][number]
        words = f"{text['collected']} {signed(total)}\n{text['slope']} = {own / total:g}\nδ = {signed(own)}"
        ax.text(LEFT, height, words, ha="center", va="center", fontsize=10.5, bbox=box)
        ax.text(RIGHT, height, f"δ = {signed(data['out'][number])}", ha="center", va="center", fontsize=10.5, bbox=box)
    ax.text(LEFT, 1.75, text["hidden"], ha="center", fontsize=10.5)
    ax.text(RIGHT, 1.75, text["output"], ha="center", fontsize=10.5)
    ax.set_xlim(-1.75, 1.75)
    ax.set_ylim(-1.6, 1.95)
    ax.axis("off")
