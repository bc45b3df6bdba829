"""Forty steps of gradient descent, momentum and NAG on one parabola, at one rate: the weight over the steps."""

import numpy as np

from dlnotes.optimizers import NAG, SGD, Momentum

TEXT = {
    "ko": {"steps": "스텝", "weight": "가중치", "SGD": "경사 하강법", "Momentum": "모멘텀", "NAG": "NAG"},
    "en": {"steps": "steps", "weight": "weight", "SGD": "gradient descent", "Momentum": "momentum", "NAG": "NAG"},
}


def data():
    columns = {"step": list(range(41))}
    for name, optimizer in (("SGD", SGD(0.1)), ("Momentum", Momentum(0.1, 0.9)), ("NAG", NAG(0.1, 0.9))):
        w = np.array([1.0])
        places = [1.0]
        for _ in range(40):
            optimizer.update([w], [w.copy()])
            places.append(float(w[0]))
        columns[name] = places
    return columns


def draw(ax, data, text):
    for name, style in (("SGD", "-"), ("Momentum", "--"), ("NAG", "-.")):
        ax.plot(data["step"], data[name], style)
    ax.axhline(0.0, color="#040506", linewidth=1.2)
    ax.text(3.2, 0.75, text["SGD"], color="C0")
    ax.text(18.5, 0.42, text["Momentum"], color="C1")
    ax.text(0.6, -0.45, text["NAG"], color="C2")
    ax.set_xlabel(text["steps"])
    ax.set_ylabel(text["weight"])
    ax.grid(True, linewidth=0.6)
