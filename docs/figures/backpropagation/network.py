"""The notes' 2-2-2 network with its inputs, weights, outputs and targets."""

import numpy as np

from dlnotes.activations import sigmoid

SIZE = (5.2, 3.6)
TEXT = {
    "ko": {"layers": ("입력층", "은닉층", "출력층"), "target": "목표 {:.1f}"},
    "en": {"layers": ("input", "hidden", "output"), "target": "target {:.1f}"},
}
HEIGHTS = {"1": 1.0, "2": 0.0}
COLUMNS = {"x": 0.0, "h": 1.5, "o": 3.0}


def data():
    hidden_weights = np.array([[0.30, 0.25], [0.40, 0.35]])
    output_weights = np.array([[0.45, 0.40], [0.70, 0.60]])
    x, target = [0.1, 0.2], [0.4, 0.6]
    h = sigmoid(hidden_weights @ x)
    o = sigmoid(output_weights @ h)
    values = [*hidden_weights.flat, *output_weights.flat, *x, *h, *o, *target]
    names = [f"w{i}" for i in range(1, 9)] + ["x1", "x2", "h1", "h2", "o1", "o2", "target1", "target2"]
    return {"quantity": names, "value": [float(value) for value in values]}


def place(node):
    return np.array([COLUMNS[node[0]], HEIGHTS[node[1]]])


def draw(ax, data, text):
    values = dict(zip(data["quantity"], data["value"]))
    edges = ["x1 h1", "x2 h1", "x1 h2", "x2 h2", "h1 o1", "h2 o1", "h1 o2", "h2 o2"]
    for number, edge in enumerate(edges, start=1):
        start, end = map(place, edge.split())
        straight = start[1] == end[1]
        ax.plot(*zip(start, end), color="C0", linewidth=1.2, zorder=1)
        x, y = start + (0.5 if straight else 0.27) * (end - start)
        ax.text(x, y + 0.08 * straight, f"w{number} {values[f'w{number}']:.2f}", fontsize=10.5, ha="center", va="center",
                bbox={"facecolor": "#070809", "edgecolor": "none", "pad": 1})
    for node in ("x1", "x2", "h1", "h2", "o1", "o2"):
        x, y = place(node)
        ax.scatter(x, y, s=1900, facecolor="#070809", edgecolor="#0a0001", linewidth=2, zorder=2)
        digits = 1 if node[0] == "x" else 4
        ax.text(x, y, f"{node}\n{values[node]:.{digits}f}", fontsize=10.5, ha="center", va="center", zorder=3)
    for output in "12":
        x, y = place(f"o{output}")
        ax.text(x, y - 0.3, text["target"].format(values[f"target{output}"]), fontsize=10.5, ha="center", color="C1")
    for x, name in zip(COLUMNS.values(), text["layers"]):
        ax.text(x, 1.38, name, ha="center", fontsize=12)
    ax.set_xlim(-0.45, 3.45)
    ax.set_ylim(-0.45, 1.5)
    ax.axis("off")
