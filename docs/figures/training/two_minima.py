"""Lines of equal loss about two hollows, and two descents from starts side by side that end in different ones."""

import numpy as np

from dlnotes.training import gradient_descent

TEXT = {
    "ko": {"w1": "w₁", "w2": "w₂", "global": "전역 최솟값", "local": "지역 최솟값"},
    "en": {"w1": "w₁", "w2": "w₂", "global": "global minimum", "local": "local minimum"},
}
LEVELS = (0.0, 0.6, 0.9, 1.6)


def gradient(w):
    return np.array([4 * w[0] * (w[0] ** 2 - 1) + 0.3, 2 * w[1]])


def line(level, low, high):
    """Return a closed line of this level between two places where it crosses the axis."""
    turns = np.linspace(0.0, 2.0 * np.pi, 41)
    across = (low + high) / 2 + (high - low) / 2 * np.cos(turns)
    square = level - ((across**2 - 1) ** 2 + 0.3 * across)
    return across, np.sign(np.sin(turns)) * np.sqrt(np.maximum(square, 0.0))


def data():
    columns = {}
    for level in LEVELS:
        roots = np.roots([1.0, 0.0, -2.0, 0.3, 1.0 - level])
        ends = np.sort(roots[np.abs(roots.imag) < 1e-9].real)
        for number in range(0, len(ends), 2):
            w1, w2 = line(level, *ends[number:number + 2])
            columns[f"{level:g} ({number // 2 + 1}) w₁"], columns[f"{level:g} ({number // 2 + 1}) w₂"] = w1, w2
    for name, start in (("left", -0.2), ("right", 0.2)):
        path = gradient_descent(gradient, [start, 1.0], 0.05, 40)
        columns[f"{name} w₁"], columns[f"{name} w₂"] = path.T
    return columns


def draw(ax, data, text):
    names = list(data)
    for w1, w2 in zip(names[:-4:2], names[1:-4:2], strict=True):
        ax.plot(data[w1], data[w2], "-", color="C0", linewidth=1.2)
    for number, (name, marker) in enumerate((("left", "o-"), ("right", "s-")), 1):
        ax.plot(data[f"{name} w₁"], data[f"{name} w₂"], marker, color=f"C{number}", markersize=4)
    ax.annotate(text["global"], (-1.75, -1.6), color="C1")
    ax.annotate(text["local"], (0.35, -1.6), color="C2")
    ax.set_xlim(-1.9, 1.9)
    ax.set_ylim(-1.75, 1.45)
    ax.set_xlabel(text["w1"])
    ax.set_ylabel(text["w2"])
