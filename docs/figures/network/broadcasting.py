"""Broadcasting: the bias, one row, is added to every row of a batch."""

import numpy as np

SIZE = (5.2, 2.5)
TEXT = {"ko": {"Z": "Z"}, "en": {"Z": "Z"}}


def data():
    x = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [2.0, 1.0]])
    weights = np.array([[1.0, 2.0], [3.0, -1.0], [0.0, 1.0]])
    products, bias = x @ weights.T, np.array([10.0, 20.0, 30.0])
    rows, columns = np.indices(products.shape)
    repeated = np.broadcast_to(bias, products.shape)
    named = {"row": rows + 1, "column": columns + 1, "XWᵀ": products, "b": repeated, "Z": products + bias}
    return {name: [float(value) for value in values.flat] for name, values in named.items()}


def draw(ax, data, text):
    blocks = (("XWᵀ", 0.0, "(4, 3)"), ("b", 4.1, "(3,)"), (text["Z"], 8.2, "(4, 3)"))
    for name, left, shape in blocks:
        for row, column, value in zip(data["row"], data["column"], data[name]):
            stretched = name == "b" and row > 1
            x, y = left + column, -row
            ax.fill([x - 0.5, x + 0.5, x + 0.5, x - 0.5], [y - 0.5, y - 0.5, y + 0.5, y + 0.5],
                    facecolor="#070809", edgecolor="#0a0002" if name == "b" else "#0a0001",
                    linewidth=1.0 if stretched else 2.0, linestyle=":" if stretched else "-", zorder=1 if stretched else 2)
            ax.text(x, y, f"{value:.0f}", ha="center", va="center", fontsize=12, zorder=3)
        ax.text(left + 2, -5.15, f"{name}: {shape}", ha="center", va="center", fontsize=12)
    ax.text(4.05, -2.5, "+", ha="center", va="center", fontsize=15)
    ax.text(8.15, -2.5, "=", ha="center", va="center", fontsize=15)
    ax.set(xlim=(0.3, 11.9), ylim=(-5.6, -0.3))
    ax.axis("off")
