"""The sigmoid and its derivative on one pair of axes."""

import numpy as np

from dlnotes.activations import sigmoid, sigmoid_derivative

TEXT = {
    "ko": {"x": "입력 x", "curve": "시그모이드 σ(x)", "slope": "도함수 σ′(x)"},
    "en": {"x": "input x", "curve": "sigmoid σ(x)", "slope": "derivative σ′(x)"},
}


def data():
    x = np.linspace(-8.0, 8.0, 65)
    return {"x": x, "σ(x)": sigmoid(x), "σ′(x)": sigmoid_derivative(x)}


def draw(ax, data, text):
    x, curve, slope = data.values()
    ax.plot(x, curve)
    ax.plot(x, slope, "--")
    ax.annotate(text["curve"], (2.2, 0.78), color="C0")
    ax.annotate(text["slope"], (-7.8, 0.2), color="C1")
    ax.set_xlabel(text["x"])
    ax.set_ylim(-0.05, 1.05)
    ax.grid(True, linewidth=0.6)
