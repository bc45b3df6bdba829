"""What each output activation of a regression can reach, and a target beyond the sigmoid."""

import numpy as np

from dlnotes.activations import identity, relu, sigmoid, softplus

TEXT = {
    "ko": {"z": "가중합 z", "identity": "항등 함수", "softplus": "소프트플러스", "relu": "ReLU", "sigmoid": "시그모이드",
           "target": "정답"},
    "en": {"z": "weighted sum z", "identity": "identity", "softplus": "softplus", "relu": "ReLU", "sigmoid": "sigmoid",
           "target": "target"},
}


def data():
    z = np.linspace(-4.0, 4.0, 81)
    outputs = {"identity": identity(z), "softplus": softplus(z), "ReLU": relu(z), "sigmoid": sigmoid(z)}
    return {"z": z, **outputs, "target": np.full(z.shape, 2.0)}


def draw(ax, data, text):
    z, straight, soft, bent, bounded, target = data.values()
    ax.plot(z, straight)
    ax.plot(z, soft, "--")
    ax.plot(z, bent, "-.")
    ax.plot(z, bounded, ":")
    ax.plot(z, target, linewidth=0.8, color="0.5")
    ax.annotate(text["identity"], (-3.9, -1.9), color="C0")
    ax.annotate(text["softplus"], (-1.6, 0.95), color="C1")
    ax.annotate(text["relu"], (-3.9, -0.65), color="C2")
    ax.annotate(text["sigmoid"], (1.9, 0.35), color="C3")
    ax.annotate(text["target"], (-3.9, 2.15))
    ax.set_xlabel(text["z"])
    ax.grid(True, linewidth=0.6)
