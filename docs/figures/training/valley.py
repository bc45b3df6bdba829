"""Lines of equal loss of a valley with the curvatures 1 and 25, and two descents: a careful one, and one that zigzags."""

import numpy as np

from dlnotes.training import gradient_descent

TEXT = {"ko": {"w1": "w₁", "w2": "w₂"}, "en": {"w1": "w₁", "w2": "w₂"}}
CURVATURES = np.array([1.0, 25.0])
LEVELS = (2.0, 12.0, 30.0, 56.0)
RATES = (0.01, 0.075)


def data():
    turns = np.linspace(0.0, 2.0 * np.pi, 31)
    circle = np.stack([np.cos(turns), np.sin(turns)])
    columns = {}
    for number, level in enumerate(LEVELS, 1):
        line = np.sqrt(2.0 * level / CURVATURES)[:, np.newaxis] * circle
        columns[f"line {number} w₁"], columns[f"line {number} w₂"] = line
    for rate in RATES:
        path = gradient_descent(lambda w: CURVATURES * w, [10.0, 1.0], rate, 30)
        columns[f"η = {rate:g}, w₁"], columns[f"η = {rate:g}, w₂"] = path.T
    return columns


def draw(ax, data, text):
    for number in range(1, len(LEVELS) + 1):
        ax.plot(data[f"line {number} w₁"], data[f"line {number} w₂"], "-", color="C0", linewidth=1.2)
    for colour, (rate, place) in enumerate(zip(RATES, ((4.2, -1.3), (6.4, 1.35)), strict=True), 1):
        ax.plot(data[f"η = {rate:g}, w₁"], data[f"η = {rate:g}, w₂"], "o-", color=f"C{colour}", markersize=4)
        ax.annotate(f"η = {rate:g}", place, color=f"C{colour}")
    ax.set_xlim(-3.5, 11.5)
    ax.set_ylim(-1.7, 1.8)
    ax.set_xlabel(text["w1"])
    ax.set_ylabel(text["w2"])
