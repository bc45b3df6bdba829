"""How far a weight moves in the long run under equal gradients of one size: epsilon inside and outside the root."""

import numpy as np

from dlnotes.optimizers import RMSprop

TEXT = {
    "ko": {"x": "기울기의 크기", "y": "스텝의 크기 (η의 배수)", "inside": "제곱근 안", "outside": "제곱근 밖"},
    "en": {"x": "size of the gradient", "y": "size of the step (in η)", "inside": "inside", "outside": "outside"},
}
POWERS = np.arange(-12.0, 0.5, 0.5)


def data():
    g, columns = 10.0**POWERS, {}
    for name, inside in (("inside", True), ("outside", False)):
        optimizer, w = RMSprop(1.0, epsilon=1e-7, epsilon_inside_root=inside), np.zeros(g.size)
        for _ in range(400):
            before = w.copy()
            optimizer.update([w], [g])
        columns[name] = before - w
    return {"power": POWERS, **columns}


def draw(ax, data, text):
    g = 10.0 ** data["power"]
    ax.plot(g, data["inside"], "-", color="C0")
    ax.plot(g, data["outside"], "--", color="C1")
    ax.set_xscale("log")
    ax.minorticks_off()
    ax.set_xticks([1e-12, 1e-8, 1e-4, 1.0], ["1e-12", "1e-8", "1e-4", "1"])
    ax.annotate(text["outside"], (3e-12, 0.45), color="C1")
    ax.annotate(text["inside"], (3e-4, 0.45), color="C0")
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
