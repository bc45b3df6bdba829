"""The loss over the samples seen, for batches of 1, 32 and all 256 samples: medians and ranges of 20 runs."""

import numpy as np

from dlnotes.datasets import noisy_line
from dlnotes.losses import mean_squared_error_gradient
from dlnotes.training import minibatches

TEXT = {
    "ko": {"seen": "본 샘플의 수", "loss": "손실 (로그 눈금)", "one": "샘플 하나", "few": "미니배치", "all": "전체"},
    "en": {"seen": "samples seen", "loss": "loss (log scale)", "one": "one sample", "few": "mini-batch", "all": "all samples"},
}
SIZES = (1, 32, 256)


def losses(size, seed):
    rng = np.random.default_rng(seed)
    x, t = noisy_line(256, rng, noise=0.5)
    x, t, point, count = np.hstack([x, np.ones_like(x)]), t[:, 0], np.zeros(2), 0
    found = [np.mean((x @ point - t) ** 2)]
    for _ in range(4):
        for part, right in minibatches(x, t, size, rng):
            count += len(part)
            while len(found) * 32 < count:         # nothing changes before the update
                found.append(np.mean((x @ point - t) ** 2))
            point = point - 0.1 * part.T @ mean_squared_error_gradient(right, part @ point)
            if count % 32 == 0:
                found.append(np.mean((x @ point - t) ** 2))
    return found


def data():
    columns = {"samples seen": np.arange(33) * 32}
    for size in SIZES:
        runs = np.array([losses(size, seed) for seed in range(20)])
        for ending, summary in (("", np.median), (" lowest", np.min), (" highest", np.max)):
            columns[f"B = {size}{ending}"] = summary(runs, axis=0)
    return columns


def draw(ax, data, text):
    places = {"one": (60, 0.175), "few": (430, 0.62), "all": (560, 1.95)}
    for colour, (size, word) in enumerate(zip(SIZES, places), 1):
        name = f"B = {size}"
        ax.plot(data["samples seen"], data[name], "o-", color=f"C{colour}", markersize=3)
        band = data[f"{name} lowest"], data[f"{name} highest"]
        ax.fill_between(data["samples seen"], *band, color=f"C{colour}", alpha=0.2, linewidth=0)
        ax.text(*places[word], text[word], color=f"C{colour}")
    ax.set_yscale("log")
    ax.set_ylim(bottom=0.16)
    ax.minorticks_off()
    ax.set_yticks([0.25, 0.5, 1.0, 2.0])
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    ax.set_xlabel(text["seen"])
    ax.set_ylabel(text["loss"])
    ax.grid(True, linewidth=0.6)
