"""The sizes of Adam's steps under equal gradients, in learning rates: with the bias correction one, without it up to six."""

import numpy as np

from dlnotes.optimizers import Adam

TEXT = {
    "ko": {"x": "스텝 번호 t", "y": "스텝의 크기 (η의 배수)", "with": "보정함", "without": "보정하지 않음"},
    "en": {"x": "number of the step, t", "y": "size of the step (in η)", "with": "corrected", "without": "not corrected"},
}
TIMES = [1, 2, 3, 4, 5, 7, 10, 12, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 2000, 3000]


def data():
    rule, w, corrected, uncorrected = Adam(1.0), np.zeros(1), [], []
    for _ in range(TIMES[-1]):
        before = w[0]
        rule.update([w], [np.array([3.0])])
        corrected.append(before - w[0])
        uncorrected.append(rule.state("m")[0][0] / rule.state("v")[0][0] ** 0.5)
    return {
        "t": TIMES, "corrected": [corrected[t - 1] for t in TIMES], "uncorrected": [uncorrected[t - 1] for t in TIMES],
    }


def draw(ax, data, text):
    ax.plot(data["t"], data["corrected"], "o-", markersize=4, color="C0")
    ax.plot(data["t"], data["uncorrected"], "s--", markersize=4, color="C1")
    ax.set_xscale("log")
    ax.minorticks_off()
    ax.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
    ax.set_ylim(0, 7.5)
    ax.annotate(text["without"], (60, 5.4), color="C1")
    ax.annotate(text["with"], (1.2, 1.3), color="C0")
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
