"""The worked example's error along 10,000 steps of gradient descent."""

import numpy as np

from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

TEXT = {
    "ko": {"steps": "업데이트 횟수 (로그 눈금)", "error": "전체 오차 E"},
    "en": {"steps": "number of updates (log scale)", "error": "total error E"},
}


def data():
    network = Network([
        Dense([[0.30, 0.25], [0.40, 0.35]], activation="sigmoid"),
        Dense([[0.45, 0.40], [0.70, 0.60]], activation="sigmoid"),
    ])
    errors = []
    for _ in range(10_001):
        trace = backpropagate(network, np.array([0.1, 0.2]), np.array([0.4, 0.6]), "half_sum_squared_error")
        errors.append(trace.loss)
        SGD(learning_rate=0.5).update(network.parameters, trace.gradients)
    steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
    return {"steps": steps, "E": [round(errors[step], 8) for step in steps]}


def draw(ax, data, text):
    ax.semilogx(data["steps"], data["E"], marker="o", markersize=5)
    ax.set_xlabel(text["steps"])
    ax.set_ylabel(text["error"])
    ax.set_xticks([1, 100, 10_000], ["1", "100", "10,000"])
    ax.minorticks_off()
    ax.set_ylim(0, 0.025)
    ax.grid(True, linewidth=0.6)
