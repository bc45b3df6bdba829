"""Four losses of one error, and their slopes."""

import numpy as np

from dlnotes import losses

SIZE = (5.2, 3.4)
NAMES = ("MSE", "MAE", "Huber", "log-cosh")
STYLES = ("-", "--", "-.", ":")
COLORS = ("C0", "C1", "C2", "0.5")
TEXT = {
    "ko": {"error": "오차", "value": "손실", "slope": "기울기"},
    "en": {"error": "error", "value": "loss", "slope": "slope"},
}


def data():
    error = np.linspace(-3.0, 3.0, 61)
    zero = np.array([0.0])

    def column(f):
        return np.array([np.sum(f(zero, [r])) for r in error]) + 0.0

    return {
        "error": error,
        "MSE": column(losses.mean_squared_error),
        "MAE": column(losses.mean_absolute_error),
        "Huber": column(losses.huber),
        "log-cosh": np.logaddexp(error, -error) - np.log(2),
        "MSE′": column(losses.mean_squared_error_gradient),
        "MAE′": column(losses.mean_absolute_error_gradient),
        "Huber′": column(losses.huber_gradient),
        "log-cosh′": np.tanh(error),
    }


def draw(ax, data, text):
    ax.axis("off")
    ax.set_xlim(0, 1)
    ax.set_ylim(0, 1)
    for place, name, color in zip((0.0, 0.23, 0.46, 0.73), NAMES, COLORS, strict=True):
        ax.text(place, 1.04, name, color=color)
    for left, mark, title, low, high in ((0.04, "", text["value"], -0.2, 4.0), (0.6, "′", text["slope"], -3.0, 3.0)):
        panel = ax.inset_axes([left, 0.1, 0.4, 0.76])
        for number, name in enumerate(NAMES):
            panel.plot(data["error"], data[name + mark], STYLES[number], color=COLORS[number])
        panel.set_ylim(low, high)
        panel.set_xticks([-2, 0, 2])
        panel.set_title(title, fontsize=13)
        panel.set_xlabel(text["error"])
        panel.grid(True, linewidth=0.6)
