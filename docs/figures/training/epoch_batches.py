"""Two epochs as rows of batches, the last one small: what one iteration, one epoch and the rest are."""

import numpy as np

from dlnotes.training import minibatches

SIZE = (5.2, 2.3)
TEXT = {
    "ko": {"x": "이 에포크에서 본 샘플", "row": "에포크 {}"},
    "en": {"x": "samples seen in this epoch", "row": "epoch {}"},
}


def data():
    x = np.arange(2050)
    seen = np.cumsum([len(batch) for batch, _ in minibatches(x, x, 200)])
    iteration = np.arange(1, len(seen) + 1)
    return {"iteration, epoch 1": iteration, "iteration, epoch 2": iteration + len(seen), "samples seen": seen}


def draw(ax, data, text):
    first, second, seen = data.values()
    start = np.concatenate([[0], seen[:-1]])
    for row, numbers in enumerate((first, second)):
        for number, left, right in zip(numbers, start, seen):
            ax.barh(row, right - left, left=left, height=0.6, color="C0", edgecolor="#070809", linewidth=2)
            outside = right - left < 100
            place = (right + 75 if outside else (left + right) / 2, row)
            ax.annotate(str(number), place, ha="center", va="center", color="#010203" if outside else "#070809", fontsize=11)
    ax.set_yticks([0, 1], [text["row"].format(1), text["row"].format(2)])
    ax.set_xlim(0, 2200)
    ax.invert_yaxis()
    ax.set_xlabel(text["x"])
    ax.spines["left"].set_visible(False)
    ax.tick_params(left=False)
