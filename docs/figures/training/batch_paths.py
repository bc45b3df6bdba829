"""The same line learned with batches of 1, 32 and all 256 samples: the weights over three epochs of one run.

Of the single samples every eighth update is drawn; the shorter paths are filled up by their last point.
"""

import numpy as np

from dlnotes.datasets import noisy_line
from dlnotes.losses import mean_squared_error_gradient
from dlnotes.training import minibatches

TEXT = {
    "ko": {"x": "가중치 w", "y": "편향 b", "lowest": "가장 낮은 곳", "one": "샘플 하나", "few": "미니배치", "all": "전체"},
    "en": {
        "x": "weight w", "y": "bias b", "lowest": "lowest point", "one": "one sample", "few": "mini-batch", "all": "all samples",
    },
}
SIZES = (1, 32, 256)
POINTS = 97
LEVELS = (0.05, 0.4, 1.2)                  # how far above the lowest loss each line lies


def walk(x, t, size):
    rng, point = np.random.default_rng(0), np.zeros(2)
    path = [point]
    for _ in range(3):
        for part, right in minibatches(x, t, size, rng):
            point = point - 0.1 * part.T @ mean_squared_error_gradient(right, part @ point)
            path.append(point)
    path = path[::8] if size == 1 else path
    return np.array(path + [path[-1]] * (POINTS - len(path)))


def data():
    x, t = noisy_line(256, np.random.default_rng(0), noise=0.5)
    x, t = np.hstack([x, np.ones_like(x)]), t[:, 0]
    lowest = np.linalg.lstsq(x, t, rcond=None)[0]
    stretch, axes = np.linalg.eigh(x.T @ x / len(x))
    turns = np.linspace(0.0, 2.0 * np.pi, POINTS)
    circle = axes @ (np.stack([np.cos(turns), np.sin(turns)]) / np.sqrt(stretch)[:, np.newaxis])
    columns = {"lowest w": np.full(POINTS, lowest[0]), "lowest b": np.full(POINTS, lowest[1])}
    for size in SIZES:
        columns[f"B = {size} w"], columns[f"B = {size} b"] = walk(x, t, size).T
    for number, level in enumerate(LEVELS, 1):
        columns[f"line {number} w"], columns[f"line {number} b"] = lowest[:, np.newaxis] + np.sqrt(level) * circle
    return columns


def draw(ax, data, text):
    for number in range(1, len(LEVELS) + 1):
        ax.plot(data[f"line {number} w"], data[f"line {number} b"], ":", color="C0", linewidth=1.0)
    ax.plot(data["B = 1 w"], data["B = 1 b"], "-", color="C1", linewidth=1.0)
    ax.plot(data["B = 32 w"], data["B = 32 b"], ".-", color="C2", linewidth=1.6)
    ax.plot(data["B = 256 w"], data["B = 256 b"], "o-", color="C3", linewidth=1.6)
    ax.plot(data["lowest w"][:1], data["lowest b"][:1], "*", color="C0", markersize=13)
    ax.annotate(text["one"], (2.1, 0.5), color="C1")
    ax.annotate(text["few"], (0.8, 0.64), color="C2")
    ax.annotate(text["all"], (0.3, 0.2), color="C3")
    ax.set_xlim(-0.2, 3.0)
    ax.set_ylim(-0.1, 1.6)
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
