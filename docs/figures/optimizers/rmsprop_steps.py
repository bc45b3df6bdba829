"""The sizes of the steps under equal gradients, in learning rates: RMSprop settles at one, Adagrad falls without end."""

import numpy as np

from dlnotes.optimizers import Adagrad, RMSprop

TEXT = {
    "ko": {"x": "스텝 번호 t", "y": "스텝의 크기 (η의 배수)", "Adagrad": "Adagrad"},
    "en": {"x": "number of the step, t", "y": "size of the step (in η)", "Adagrad": "Adagrad"},
}
TIMES = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000]


def sizes(optimizer):
    w, found = np.zeros(1), []
    for _ in range(TIMES[-1]):
        before = w[0]
        optimizer.update([w], [np.array([3.0])])
        found.append(before - w[0])
    return [found[t - 1] for t in TIMES]


def data():
    return {
        "t": TIMES,
        "fast": sizes(RMSprop(1.0, rho=0.9)),
        "slow": sizes(RMSprop(1.0, rho=0.99)),
        "adagrad": sizes(Adagrad(1.0, initial_accumulator_value=0.0)),
    }


def draw(ax, data, text):
    for name, style in (("fast", "o-"), ("slow", "s--"), ("adagrad", "^-.")):
        ax.plot(data["t"], data[name], style, markersize=4)
    ax.set_xscale("log")
    ax.set_yscale("log")
    ax.minorticks_off()
    ax.set_xticks([1, 10, 100, 1000], ["1", "10", "100", "1000"])
    ax.set_yticks([0.1, 1, 10], ["0.1", "1", "10"])
    ax.annotate("RMSprop, ρ = 0.9", (22, 0.6), color="C0")
    ax.annotate("RMSprop, ρ = 0.99", (6, 5.2), color="C1")
    ax.annotate(text["Adagrad"], (60, 0.17), color="C2")
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
