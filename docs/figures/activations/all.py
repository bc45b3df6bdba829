"""Six activation functions, each with its derivative."""

import numpy as np

import dlnotes.activations as activations

SIZE = (5.2, 6.0)
TEXT = {
    "ko": {"identity": "항등 함수", "step": "계단 함수", "sigmoid": "시그모이드", "tanh": "tanh", "relu": "ReLU",
           "leaky_relu": "Leaky ReLU", "value": "실선은 함숫값", "slope": "점선은 도함수"},
    "en": {"identity": "identity", "step": "step", "sigmoid": "sigmoid", "tanh": "tanh", "relu": "ReLU",
           "leaky_relu": "Leaky ReLU", "value": "solid: value", "slope": "dashed: derivative"},
}
NAMES = ("identity", "step", "sigmoid", "tanh", "relu", "leaky_relu")


def data():
    x = np.linspace(-3.0, 3.0, 49)
    columns = {"x": x}
    for name in NAMES:
        columns[name] = getattr(activations, name)(x) + 0.0
        columns[f"{name}′"] = getattr(activations, f"{name}_derivative")(x)
    return columns


def draw(ax, data, text):
    ax.axis("off")
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    ax.text(0.02, 0.985, text["value"], color="C0")
    ax.text(0.54, 0.985, text["slope"], color="C1")
    x = data["x"]
    for number, name in enumerate(NAMES):
        panel = ax.inset_axes([0.07 + 0.52 * (number % 2), 0.70 - 0.335 * (number // 2), 0.41, 0.2])
        for side in (x <= 0, x > 0):
            panel.plot(x[side], data[name][side], color="C0")
            panel.plot(x[side], data[f"{name}′"][side], "--", color="C1")
        panel.set_title(text[name], fontsize=13)
        panel.set_ylim(-1.25, 1.75)
        panel.set_yticks([-1, 0, 1])
        panel.set_xticks([-2, 0, 2])
        panel.grid(True, linewidth=0.6)
