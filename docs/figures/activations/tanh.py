"""Tanh with its derivative, and the sigmoid's derivative to compare."""

import numpy as np

from dlnotes.activations import sigmoid_derivative, tanh, tanh_derivative

TEXT = {
    "ko": {"x": "입력 x", "tanh": "tanh(x)", "slope": "tanh의 도함수", "sigmoid": "시그모이드의 도함수"},
    "en": {"x": "input x", "tanh": "tanh(x)", "slope": "derivative of tanh", "sigmoid": "… of the sigmoid"},
}


def data():
    x = np.linspace(-5.0, 5.0, 81)
    return {"x": x, "tanh(x)": tanh(x), "tanh′(x)": tanh_derivative(x), "σ′(x)": sigmoid_derivative(x)}


def draw(ax, data, text):
    x, y, slope, sigmoid_slope = data.values()
    ax.plot(x, y)
    ax.plot(x, slope, "--")
    ax.plot(x, sigmoid_slope, ":")
    ax.annotate(text["tanh"], (2.4, 0.8), color="C0")
    ax.annotate(text["slope"], (-4.9, 0.75), color="C1")
    ax.annotate(text["sigmoid"], (1.55, 0.22), color="C2", fontsize=12)
    ax.set_xlabel(text["x"])
    ax.grid(True, linewidth=0.6)
