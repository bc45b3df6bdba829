"""Softmax and separate sigmoids on the same three logits."""

import numpy as np

from dlnotes.activations import sigmoid, softmax

TEXT = {
    "ko": {"names": ("고양이", "개", "말"), "logit": "로짓 {:.0f}", "softmax": "소프트맥스", "sigmoid": "시그모이드"},
    "en": {"names": ("cat", "dog", "horse"), "logit": "logit {:.0f}", "softmax": "softmax", "sigmoid": "sigmoid"},
}


def data():
    logits = np.array([2.0, 1.0, -1.0])
    return {"logit": logits, "softmax": softmax(logits), "sigmoid": sigmoid(logits)}


def draw(ax, data, text):
    places = np.arange(3)
    for shift, (name, colour) in zip((-0.2, 0.2), (("softmax", "C0"), ("sigmoid", "C1"))):
        ax.bar(places + shift, data[name], width=0.36, color=colour)
        for place, value in zip(places + shift, data[name]):
            ax.text(place, value + 0.02, f"{value:.3f}", ha="center", fontsize=11)
    ax.text(1.35, 0.98, text["softmax"], color="C0")
    ax.text(1.35, 0.86, text["sigmoid"], color="C1")
    labels = [f"{name}\n{text['logit'].format(z)}" for name, z in zip(text["names"], data["logit"])]
    ax.set_xticks(places, labels)
    ax.set_ylim(0, 1.08)
