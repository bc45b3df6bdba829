"""What a forecast costs when it rains: cross-entropy grows without bound, the squared error stops at one."""

import numpy as np

from dlnotes.losses import binary_crossentropy, mean_squared_error

TEXT = {
    "ko": {"x": "비가 올 확률로 내놓은 p", "y": "비가 왔을 때의 손실", "cross": "교차 엔트로피", "square": "제곱 오차"},
    "en": {"x": "the forecast p of rain", "y": "loss if it rains", "cross": "cross-entropy", "square": "squared error"},
}


def data():
    p = np.array([0.005, 0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0])
    return {
        "p": p,
        "cross-entropy": [binary_crossentropy([1.0], [value]) for value in p],
        "squared error": [mean_squared_error([1.0], [value]) for value in p],
    }


def draw(ax, data, text):
    ax.plot(data["p"], data["cross-entropy"], "-", color="C0")
    ax.plot(data["p"], data["squared error"], "--", color="C1")
    ax.annotate(text["cross"], (0.13, 2.6), color="C0")
    ax.annotate(text["square"], (0.02, 0.12), color="C1")
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
