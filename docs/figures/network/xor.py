"""The four points of XOR: the diagonals that join equal answers cross, so no line can separate them."""

from dlnotes.datasets import logic_gate

SIZE = (5.2, 4.0)
TEXT = {
    "ko": {"one": "정답 1", "zero": "정답 0", "line": "OR의 직선", "wrong": "이 점이 틀림", "cross": "두 대각선이 만나는 점"},
    "en": {"one": "answer 1", "zero": "answer 0", "line": "line of OR", "wrong": "wrong here", "cross": "diagonals cross"},
}


def data():
    x, y = logic_gate("xor")
    return {"x1": [*x[:, 0], 0.5], "x2": [*x[:, 1], 0.5], "answer": [*(f"{answer:.0f}" for answer in y), "×"]}


def draw(ax, data, text):
    points = list(zip(data["x1"], data["x2"]))
    zero = [p for p, answer in zip(points, data["answer"]) if answer == "0"]
    one = [p for p, answer in zip(points, data["answer"]) if answer == "1"]
    ax.plot(*zip(*zero), color="C1", linewidth=1.6, zorder=1)
    ax.plot(*zip(*one), color="C0", linewidth=1.6, zorder=1)
    ax.plot([-0.35, 0.85], [0.85, -0.35], "--", color="C2")
    ax.scatter(*zip(*zero), s=130, facecolor="#070809", edgecolor="#0a0002", linewidth=2.4, zorder=3)
    ax.scatter(*zip(*one), s=130, facecolor="#0a0001", edgecolor="#0a0001", linewidth=2.4, zorder=3)
    ax.scatter([1], [1], s=420, facecolor="none", edgecolor="#0a0003", linewidth=2, zorder=3)
    ax.annotate(text["one"], (0.08, 1.09), color="C0", ha="left", va="center")
    ax.annotate(text["one"], (1.08, 0.09), color="C0", ha="left", va="center")
    ax.annotate(text["zero"], (-0.08, -0.12), color="C1", ha="right", va="center")
    ax.annotate(text["zero"], (1.12, 0.86), color="C1", ha="left", va="center")
    ax.annotate(text["wrong"], (1.12, 1.12), color="C2", ha="left", va="center")
    ax.annotate(text["line"], (-0.34, 0.62), color="C2", ha="right", va="center")
    ax.annotate(text["cross"], (0.62, 0.5), ha="left", va="center")
    ax.set(xlim=(-1.0, 1.75), ylim=(-0.4, 1.35), xticks=[0, 1], yticks=[0, 1], aspect="equal")
    ax.set_xlabel("x1")
    ax.set_ylabel("x2")
