"""ReLU and Leaky ReLU with their derivatives on one pair of axes."""

import numpy as np

from dlnotes.activations import leaky_relu, leaky_relu_derivative, relu, relu_derivative

TEXT = {
    "ko": {"x": "입력 x", "relu": "ReLU", "leaky": "Leaky ReLU, α = {:.1f}", "slopes": "점선은 도함수"},
    "en": {"x": "input x", "relu": "ReLU", "leaky": "Leaky ReLU, α = {:.1f}", "slopes": "dashed: derivatives"},
}
ALPHA = 0.3


def data():
    x = np.linspace(-3.0, 2.0, 41)
    return {
        "x": x,
        "ReLU(x)": relu(x) + 0.0,
        "ReLU′(x)": relu_derivative(x),
        "Leaky ReLU(x)": leaky_relu(x, ALPHA),
        "Leaky ReLU′(x)": leaky_relu_derivative(x, ALPHA),
    }


def draw(ax, data, text):
    x, relu_y, relu_slope, leaky_y, leaky_slope = data.values()
    left, right = x <= 0, x > 0
    ax.plot(x[left], leaky_y[left], color="C1")
    ax.plot(x, relu_y, color="C0")
    for side in (left, right):
        ax.plot(x[side], leaky_slope[side], "--", color="C1")
        ax.plot(x[side], relu_slope[side], "--", color="C0")
    ax.annotate(text["relu"], (0.75, 1.45), color="C0")
    ax.annotate(text["leaky"].format(leaky_slope[0]), (-1.9, -0.85), color="C1")
    ax.annotate(text["slopes"], (-2.9, 1.2))
    ax.set_xlabel(text["x"])
    ax.grid(True, linewidth=0.6)
