"""Three lines through the same points, one of which is an outlier."""

import numpy as np

from dlnotes import losses

SIZE = (5.2, 4.0)
NAMES = {"MSE": "mean_squared_error", "MAE": "mean_absolute_error", "Huber": "huber"}
TEXT = {
    "ko": {"x": "입력 x", "y": "정답과 예측값", "outlier": "이상치"},
    "en": {"x": "input x", "y": "target and prediction", "outlier": "outlier"},
}


def line(x, t, gradient):
    """Return the predictions of the line that gradient descent with a decaying rate finds."""
    w = b = 0.0
    for step in range(3500):
        g = 0.5 * 0.995**step * gradient(t, w * x + b)
        w, b = w - np.sum(g * x), b - np.sum(g)
    return w * x + b


def data():
    rng = np.random.default_rng(0)
    x = np.sort(rng.uniform(-1, 1, 11))
    t = 2.0 * x + 1.0 + rng.normal(0, 0.3, 11) + 20.0 * (np.arange(11) == 10)
    return {"x": x, "t": t, **{name: line(x, t, getattr(losses, f"{loss}_gradient")) for name, loss in NAMES.items()}}


def draw(ax, data, text):
    x, t, mse, mae, huber = data.values()
    ax.plot(x, t, "o", color="0.5")
    ax.plot(x, mse)
    ax.plot(x, mae, "--")
    ax.plot(x, huber, "-.")
    ax.annotate("MSE", (0.25, 6.6), color="C0")
    ax.annotate("Huber", (-0.95, 1.0), color="C2")
    ax.annotate("MAE", (0.6, -0.6), color="C1")
    ax.annotate(text["outlier"], (0.4, 21.5))
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
