"""Lines of equal height about a saddle, and two descents: one ends in it, and one that begins beside it falls away."""

import numpy as np

from dlnotes.training import gradient_descent

TEXT = {
    "ko": {"w1": "w₁", "w2": "w₂", "saddle": "안장점"},
    "en": {"w1": "w₁", "w2": "w₂", "saddle": "saddle"},
}
LEVELS = (0.2, 0.6)


def data():
    along = np.linspace(-1.4, 1.4, 29)
    columns = {"along": along}
    for level in LEVELS:
        columns[f"across {level:g}"] = np.sqrt(level + along**2)
    for name, start in (("exact", 0.0), ("beside", 0.01)):
        path = gradient_descent(lambda w: np.array([2.0, -2.0]) * w, [1.3, start], 0.1, 28)
        columns[f"{name} w₁"], columns[f"{name} w₂"] = path.T
    return columns


def draw(ax, data, text):
    for level in LEVELS:
        for sign in (-1.0, 1.0):
            ax.plot(sign * data[f"across {level:g}"], data["along"], "-", color="C0", linewidth=1.2)
            ax.plot(data["along"], sign * data[f"across {level:g}"], "-", color="C3", linewidth=1.2)
    ax.plot(data["exact w₁"], data["exact w₂"], "o-", color="C1", markersize=4)
    ax.plot(data["beside w₁"], data["beside w₂"], "s-", color="C2", markersize=4)
    ax.plot([0.0], [0.0], "*", color="C1", markersize=13)
    ax.annotate(text["saddle"], (-0.35, -0.25), color="C1")
    ax.set_xlim(-1.5, 1.5)
    ax.set_ylim(-1.3, 1.3)
    ax.set_xlabel(text["w1"])
    ax.set_ylabel(text["w2"])
