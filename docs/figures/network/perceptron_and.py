"""The perceptron's line after each of its updates while it learns AND."""

from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

SIZE = (5.2, 3.2)
TEXT = {
    "ko": {"legend": "색칠한 쪽: 출력이 1, 채운 점: 정답이 1\n고리: 방금 틀린 점"},
    "en": {"legend": "tinted side: output 1, filled point: target 1\nring: the point just missed"},
}
LOW, HIGH = -0.6, 1.6


def data():
    x, target = logic_gate("and")
    unit, rows, mistakes = Perceptron([0.0, 0.0]), [], 1
    while mistakes:
        mistakes = 0
        for i in range(len(x)):
            if unit.learn(x[i:i + 1], target[i:i + 1]):
                mistakes += 1
                rows.append([len(rows) + 1, *x[i], *unit.weights, unit.bias])
    names = ["update", "x1", "x2", "w1", "w2", "b"]
    return {name: [float(row[place]) for row in rows] for place, name in enumerate(names)}


def region(w1, w2, b):
    """Return the corners of the part of the square where w1 x1 + w2 x2 + b > 0, and where its edge crosses the line."""
    corners = [(LOW, LOW), (HIGH, LOW), (HIGH, HIGH), (LOW, HIGH)]
    inside, crossings = [], []
    for p, q in zip(corners, corners[1:] + corners[:1]):
        zp, zq = (w1 * x + w2 * y + b for x, y in (p, q))
        if zp > 0:
            inside.append(p)
        if (zp > 0) != (zq > 0):
            share = zp / (zp - zq)
            cross = (p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1]))
            inside.append(cross)
            crossings.append(cross)
    return inside, crossings


def draw(ax, data, text):
    ax.axis("off")
    for update, x1, x2, *line in zip(*data.values()):
        column, row = int(update - 1) % 5, int(update - 1) // 5
        panel = ax.inset_axes([0.2 * column, 0.64 - 0.46 * row, 0.185, 0.32])
        inside, crossings = region(*line)
        if inside:
            panel.fill(*zip(*inside), color="C0", alpha=0.22, linewidth=0)
        if crossings:
            panel.plot(*zip(*crossings), color="C0")
        panel.scatter([0, 0, 1], [0, 1, 0], s=42, facecolor="#070809", edgecolor="#0a0002", linewidth=1.6, zorder=3)
        panel.scatter([1], [1], s=42, facecolor="#0a0002", edgecolor="#0a0002", linewidth=1.6, zorder=3)
        panel.scatter([x1], [x2], s=190, facecolor="none", edgecolor="#0a0003", linewidth=2, zorder=4)
        panel.set(xlim=(LOW, HIGH), ylim=(LOW, HIGH), xticks=[], yticks=[])
        panel.set_title(f"{update:.0f}", fontsize=13, pad=3)
    ax.text(0.5, 0.12, text["legend"], ha="center", va="top", fontsize=12, transform=ax.transAxes)
