"""A network of three layers after its input, with the shape of everything that passes through."""

from itertools import pairwise

import numpy as np

from dlnotes.network import Network

SIZE = (5.2, 3.9)
TEXT = {
    "ko": {"layers": ["입력층", "은닉층", "은닉층", "출력층"]},
    "en": {"layers": ["input", "hidden", "hidden", "output"]},
}


def data():
    network = Network.from_sizes([4, 5, 3, 2], np.random.default_rng(0))
    shapes = [layer.weights.shape for layer in network.layers]
    return {
        "layer": ["x", "a1", "a2", "a3"],
        "units": [shapes[0][1], *(float(units) for units, _ in shapes)],
        "inputs": ["", *(f"{inputs}" for _, inputs in shapes)],
        "weights": [0, *(float(units * inputs) for units, inputs in shapes)],
    }


def draw(ax, data, text):
    units = [int(number) for number in data["units"]]
    columns = [[(1.5 * column, row - (number - 1) / 2) for row in range(number)] for column, number in enumerate(units)]
    for before, after in pairwise(columns):
        for start in before:
            for end in after:
                ax.plot(*zip(start, end), color="C0", linewidth=0.8, zorder=1)
    for column, (nodes, name) in enumerate(zip(columns, text["layers"])):
        edge = "#0a0002" if column == 0 else "#0a0001"
        ax.scatter(*zip(*nodes), s=230, facecolor="#070809", edgecolor=edge, linewidth=2, zorder=2)
        x = nodes[0][0]
        ax.text(x, 2.75, name, ha="center", fontsize=12)
        ax.text(x, -2.95, f"{data['layer'][column]}: ({units[column]},)", ha="center", fontsize=12)
    for column, (above, below) in enumerate(zip(units[1:], units), start=1):
        ax.text(1.5 * column - 0.75, -3.75, f"W{column}: ({above}, {below})", ha="center", fontsize=12, color="C0")
    ax.set(xlim=(-0.6, 5.1), ylim=(-3.95, 3.1))
    ax.axis("off")
