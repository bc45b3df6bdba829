"""The hinge, the squared hinge and cross-entropy over the margin."""

import numpy as np

from dlnotes.losses import binary_crossentropy, hinge

TEXT = {
    "ko": {"margin": "마진", "loss": "손실", "hinge": "힌지", "squared": "제곱 힌지", "entropy": "교차 엔트로피"},
    "en": {"margin": "margin", "loss": "loss", "hinge": "hinge", "squared": "squared hinge", "entropy": "cross-entropy"},
}


def data():
    margin = np.linspace(-3.0, 3.0, 61)
    flat = np.array([hinge([1.0], [m]) for m in margin])
    entropy = np.array([binary_crossentropy([1.0], [m], from_logits=True) for m in margin])
    return {"margin": margin, "hinge": flat, "squared hinge": flat**2, "cross-entropy": entropy}


def draw(ax, data, text):
    margin, flat, squared, entropy = data.values()
    ax.plot(margin, flat)
    ax.plot(margin, squared, "--")
    ax.plot(margin, entropy, "-.")
    ax.set_ylim(-0.2, 6)
    ax.annotate(text["hinge"], (-2.9, 4.3), color="C0")
    ax.annotate(text["squared"], (-1.2, 5.3), color="C1")
    ax.annotate(text["entropy"], (0.9, 0.55), color="C2")
    ax.set_xlabel(text["margin"])
    ax.set_ylabel(text["loss"])
    ax.grid(True, linewidth=0.6)
