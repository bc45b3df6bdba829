"""The loss over the samples seen, for batches of 1, 32 and all 256 samples: medians and ranges of 20 runs."""

import numpy as np

from dlnotes.datasets import noisy_line
from dlnotes.losses import mean_squared_error_gradient
from dlnotes.training import minibatches

TEXT = {
    "ko": {"seen": "본 샘플의 수", "loss": "손실 (로그 눈금)"},
    "en": {"seen": "samples seen", "loss": "loss (log scale)"},
}
SIZES = (1, 32, 256)


def losses(size, seed):
    rng = np.random.default_rng(seed)
    x, t = noisy_line(256, rng, noise=0.5)
    x, t, point, count = np.hstack([x, np.ones_like(x)]), t[:, 0], np.zeros(2), 0
    found = [np.mean((x @ point - t) ** 2)]
    for _ in range(4):
        for part, right in minibatches(x, t, size, rng):
            point = point - 0.1 * part.T @ mean_squared_error_gradient(right, part @ point)
            count += len(part)
            if count % max(size, 32) == 0:
                found.append(np.mean((x @ point - t) ** 2))
    return found


def data():
    columns = {}
    for size in SIZES:
        runs = np.array([losses(size, seed) for seed in range(20)])
        columns[f"B = {size} seen"] = np.arange(runs.shape[1]) * max(size, 32)
        for ending, summary in (("", np.median), (" lowest", np.min), (" highest", np.max)):
            columns[f"B = {size}{ending}"] = summary(runs, axis=0)
    return columns


def draw(ax, data, text):
    for colour, (size, place) in enumerate(zip(SIZES, ((40, 0.27), (430, 0.62), (560, 1.6))), 1):
        name = f"B = {size}"
        ax.plot(data[f"{name} seen"], data[name], "o-", color=f"C{colour}", markersize=3)
        band = data[f"{name} lowest"], data[f"{name} highest"]
        ax.fill_between(data[f"{name} seen"], *band, color=f"C{colour}", alpha=0.2, linewidth=0)
        ax.text(*place, name, color=f"C{colour}")
    ax.set_yscale("log")
    ax.minorticks_off()
    ax.set_yticks([0.25, 0.5, 1.0, 2.0])
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:g}")
    ax.set_xlabel(text["seen"])
    ax.set_ylabel(text["loss"])
    ax.grid(True, linewidth=0.6)
