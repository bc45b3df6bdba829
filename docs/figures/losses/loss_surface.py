"""Lines of equal loss over the weight and the bias of a line, and the path of gradient descent to the lowest point."""

import numpy as np

from dlnotes.datasets import noisy_line
from dlnotes.losses import mean_squared_error_gradient
from dlnotes.training import gradient_descent

TEXT = {
    "ko": {"x": "가중치 w", "y": "편향 b", "lowest": "가장 낮은 곳", "path": "경사 하강법"},
    "en": {"x": "weight w", "y": "bias b", "lowest": "lowest point", "path": "gradient descent"},
}
LEVELS = (0.4, 1.2, 2.4)                   # how far above the lowest loss each line lies


def data():
    x, t = noisy_line(20, np.random.default_rng(0), noise=0.3)
    design = np.hstack([x, np.ones_like(x)])

    def gradient(point):
        return design.T @ mean_squared_error_gradient(t[:, 0], design @ point)

    path = gradient_descent(gradient, [0.0, 0.0], learning_rate=0.2, steps=24)
    lowest = np.linalg.lstsq(design, t[:, 0], rcond=None)[0]
    sizes, axes = np.linalg.eigh(design.T @ design / len(x))
    turns = np.linspace(0.0, 2.0 * np.pi, 25)
    circle = axes @ (np.stack([np.cos(turns), np.sin(turns)]) / np.sqrt(sizes)[:, np.newaxis])
    columns = {"path w": path[:, 0], "path b": path[:, 1]}
    for number, level in enumerate(LEVELS, 1):
        columns[f"line {number} w"], columns[f"line {number} b"] = lowest[:, np.newaxis] + np.sqrt(level) * circle
    columns["lowest w"], columns["lowest b"] = np.full(25, lowest[0]), np.full(25, lowest[1])
    return columns


def draw(ax, data, text):
    for number in range(1, len(LEVELS) + 1):
        ax.plot(data[f"line {number} w"], data[f"line {number} b"], "-", color="C0", linewidth=1.2)
    ax.plot(data["path w"], data["path b"], "o-", color="C1", markersize=4)
    ax.plot(data["lowest w"][:1], data["lowest b"][:1], "*", color="C2", markersize=13)
    ax.annotate(text["lowest"], (data["lowest w"][0] - 0.65, data["lowest b"][0] + 0.14), color="C2")
    ax.annotate(text["path"], (-0.95, 0.25), color="C1")
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
