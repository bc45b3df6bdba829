"""The family of optimizers as a tree, with how many numbers each keeps for a weight."""

import numpy as np

from dlnotes.optimizers import NAG, SGD, Adagrad, Adam, Momentum, RMSprop

SIZE = (5.2, 4.4)
TEXT = {
    "ko": {
        "SGD": "기울기의 반대로", "Momentum": "지난 스텝을 기억", "NAG": "한발 앞을 보기", "Adagrad": "제곱의 합으로 나누기",
        "RMSprop": "오래된 제곱은 잊기", "Adam": "둘을 합치고 편향 보정", "keeps": "가중치마다 {}개",
    },
    "en": {
        "SGD": "against the gradient", "Momentum": "remember the steps", "NAG": "look ahead", "Adagrad": "divide by all squares",
        "RMSprop": "forget old squares", "Adam": "both, bias corrected", "keeps": "{} per weight",
    },
}  # fmt: skip
PLACES = {"SGD": (0, 3), "Momentum": (-1, 2), "NAG": (-1, 0.9), "Adagrad": (1, 2), "RMSprop": (1, 0.9), "Adam": (0, -0.2)}
ARROWS = [
    ("SGD", "Momentum"), ("Momentum", "NAG"), ("SGD", "Adagrad"), ("Adagrad", "RMSprop"), ("Momentum", "Adam"),
    ("RMSprop", "Adam"),
]  # fmt: skip


def data():
    kept = []
    for make in (SGD, Momentum, NAG, Adagrad, RMSprop, Adam):
        optimizer, w = make(), np.ones(1)
        optimizer.update([w], [np.ones(1)])
        kept.append(optimizer.state_bytes / w.nbytes)
    return {"optimizer": list(PLACES), "numbers": kept}


def draw(ax, data, text):
    for start, end in ARROWS:
        (x, y), (u, v) = PLACES[start], PLACES[end]
        x += 0.5 if (start, end) == ("Momentum", "Adam") else 0
        ax.annotate("", (u, v + 0.36), (x, y - 0.36), arrowprops={"arrowstyle": "->", "color": "#010203", "linewidth": 1.4})
    for name, kept in zip(data["optimizer"], data["numbers"]):
        x, y = PLACES[name]
        color = "C0" if name in ("Momentum", "NAG") else "C1" if name in ("Adagrad", "RMSprop") else "#010203"
        ax.text(x, y + 0.1, f"{name}: " + text["keeps"].format(int(kept)), ha="center", color=color, fontsize=12)
        ax.text(x, y - 0.22, text[name], ha="center", fontsize=12)
    ax.set(xlim=(-1.75, 1.75), ylim=(-0.6, 3.4))
    ax.axis("off")
