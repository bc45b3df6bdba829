"""GELU, SiLU, softplus and ELU with their derivatives, each over the ReLU."""

import numpy as np

import dlnotes.activations as activations

SIZE = (5.2, 4.6)
TEXT = {
    "ko": {"gelu": "GELU", "silu": "SiLU", "softplus": "소프트플러스", "elu": "ELU, α = {:.0f}", "value": "실선은 함숫값",
           "slope": "긴 점선은 도함수", "relu": "짧은 점선은 ReLU"},
    "en": {"gelu": "GELU", "silu": "SiLU", "softplus": "softplus", "elu": "ELU, α = {:.0f}", "value": "solid: value",
           "slope": "dashed: derivative", "relu": "dotted: ReLU"},
}
NAMES = ("gelu", "silu", "softplus", "elu")
ALPHA = 1.0


def data():
    x = np.linspace(-4.0, 2.0, 49)
    columns = {"x": x, "relu": activations.relu(x) + 0.0}
    for name in NAMES:
        columns[name] = getattr(activations, name)(x) + 0.0
        columns[f"{name}′"] = getattr(activations, f"{name}_derivative")(x)
    return columns


def draw(ax, data, text):
    ax.axis("off")
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    ax.text(0.02, 0.98, text["value"], color="C0")
    ax.text(0.33, 0.98, text["slope"], color="C1")
    ax.text(0.74, 0.98, text["relu"])
    x = data["x"]
    for number, name in enumerate(NAMES):
        panel = ax.inset_axes([0.07 + 0.52 * (number % 2), 0.56 - 0.5 * (number // 2), 0.41, 0.32])
        panel.plot(x, data["relu"], ":", color="0.5")
        panel.plot(x, data[name], color="C0")
        panel.plot(x, data[f"{name}′"], "--", color="C1")
        panel.set_title(text[name].format(ALPHA), fontsize=13)
        panel.set_ylim(-1.1, 2.2)
        panel.set_yticks([-1, 0, 1, 2])
        panel.set_xticks([-4, -2, 0, 2])
        panel.grid(True, linewidth=0.6)
