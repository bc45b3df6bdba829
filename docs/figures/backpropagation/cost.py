"""What all gradients cost, in forward passes, as the weights grow: backpropagation and central differences."""

from itertools import pairwise

import numpy as np

TEXT = {
    "ko": {
        "weights": "가중치의 개수 (로그 눈금)", "passes": "순전파 횟수 (로그 눈금)", "back": "역전파", "differences": "중앙 차분",
    },
    "en": {
        "weights": "number of weights (log scale)", "passes": "forward passes (log scale)", "back": "backpropagation",
        "differences": "central differences",
    },
}  # fmt: skip
NETWORKS = [[4, width, width, 2] for width in (2, 4, 8, 16, 32, 64, 128, 256)]


def data():
    layers = [[m * n for m, n in pairwise(sizes)] for sizes in NETWORKS]
    weights = [sum(sizes) for sizes in layers]
    back = [3 - sizes[0] / total for sizes, total in zip(layers, weights, strict=True)]
    return {"weights": weights, "backpropagation": back, "differences": [2 * total for total in weights]}


def draw(ax, data, text):
    ax.plot(data["weights"], data["backpropagation"], "o-", markersize=4)
    ax.plot(data["weights"], data["differences"], "s-", markersize=4)
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.set_ylim(1, 1e6)
    ax.annotate(text["back"], (300, 4.5), color="C0")
    ax.annotate(text["differences"], (30, 2e4), color="C1")
    ax.minorticks_off()
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_major_formatter(lambda value, _: f"{value:,.0f}")
    ax.set_xticks(np.array([1e2, 1e3, 1e4, 1e5]))
    ax.set_xlabel(text["weights"])
    ax.set_ylabel(text["passes"])
    ax.grid(True, linewidth=0.6)
