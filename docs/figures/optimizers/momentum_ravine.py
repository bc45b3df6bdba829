"""Fifteen steps of gradient descent and momentum at one rate in a ravine: across the valley over along it."""

import numpy as np

from dlnotes.optimizers import SGD, Momentum

CURVATURE = np.array([1.0, 20.0])
STEPS = 15
TEXT = {
    "ko": {"along": "골짜기를 따라", "across": "골짜기를 가로질러", "SGD": "경사 하강법", "Momentum": "모멘텀"},
    "en": {"along": "along the valley", "across": "across the valley", "SGD": "gradient descent", "Momentum": "momentum"},
}


def path(optimizer):
    w = np.array([-4.0, 1.0])
    places = [w.copy()]
    for _ in range(STEPS):
        optimizer.update([w], [CURVATURE * w])
        places.append(w.copy())
    return np.array(places).T


def data():
    columns = {"step": list(range(STEPS + 1))}
    for name, optimizer in (("SGD", SGD(0.095)), ("Momentum", Momentum(0.095, 0.5))):
        along, across = path(optimizer)
        columns |= {f"{name} along": along.tolist(), f"{name} across": across.tolist()}
    return columns


def draw(ax, data, text):
    x, y = np.linspace(-4.6, 1.2, 120), np.linspace(-1.4, 1.4, 80)
    loss = (x**2 + 20 * y[:, None] ** 2) / 2
    ax.contour(x, y, loss, levels=[0.4, 1.6, 4, 8, 14], colors="#040506", linewidths=1.0)
    for place, (name, marker) in enumerate((("SGD", "o-"), ("Momentum", "s--"))):
        ax.plot(data[f"{name} along"], data[f"{name} across"], marker, color=f"C{place}", markersize=4, linewidth=1.5)
    ax.text(-3.6, 1.12, text["SGD"], color="C0")
    ax.text(-1.6, -1.2, text["Momentum"], color="C1")
    ax.set_ylim(-1.4, 1.4)
    ax.set_xlabel(text["along"])
    ax.set_ylabel(text["across"])
