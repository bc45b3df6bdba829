"""The way of x in the example of Reddi and others: Adam goes to the worst end, AMSGrad and gradient descent to the best."""

import numpy as np

from dlnotes.optimizers import SGD, Adam

TEXT = {"ko": {"x": "스텝 번호", "y": "x"}, "en": {"x": "number of the step", "y": "x"}}
TIMES = [1, 4, 10, 31, 61, 100, 151, 211, 301, 400, 502, 601, 700, 802, 901]


def data():
    rules = {"SGD": SGD(0.1), "Adam": Adam(0.1, 0.0, 1 / 17), "AMSGrad": Adam(0.1, 0.0, 1 / 17, amsgrad=True)}
    columns = {"t": TIMES}
    for name, rule in rules.items():
        x, path = np.zeros(1), []
        for t in range(1, TIMES[-1] + 1):
            rule.learning_rate = 0.1 / t**0.5
            rule.update([x], [np.array([4.0 if t % 3 == 1 else -1.0])])
            np.clip(x, -1.0, 1.0, out=x)
            path.append(x[0])
        columns[name] = [path[t - 1] for t in TIMES]
    return columns


def draw(ax, data, text):
    for name, style, place in (("Adam", "s--", (420, 0.62)), ("AMSGrad", "^-.", (520, -0.45)), ("SGD", "o-", (100, -0.88))):
        colour = {"SGD": "C2", "Adam": "C1", "AMSGrad": "C0"}[name]
        ax.plot(data["t"], data[name], style, markersize=4, color=colour)
        ax.annotate(name, place, color=colour)
    ax.set_ylim(-1.1, 1.1)
    ax.set_yticks([-1, 0, 1], ["−1", "0", "1"])
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
