"""The loss on the training data and on held-out data along a descent: medians of 20 runs."""

import numpy as np

from dlnotes.losses import mean_squared_error, mean_squared_error_gradient

TEXT = {
    "ko": {"steps": "스텝", "loss": "손실", "training": "훈련 데이터", "held": "검증 데이터"},
    "en": {"steps": "steps", "loss": "loss", "training": "training data", "held": "held-out data"},
}


def one_run(seed):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(1130, 25))
    t = x[:, 0] - x[:, 1] + rng.normal(size=1130)
    w, found = np.zeros(25), []
    for step in range(201):
        if step % 5 == 0:
            found.append([mean_squared_error(t[part], x[part] @ w) for part in (slice(30), slice(30, 130))])
        w = w - 0.1 * x[:30].T @ mean_squared_error_gradient(t[:30], x[:30] @ w)
    return found


def data():
    middle = np.median([one_run(seed) for seed in range(20)], axis=0)
    return {"step": list(range(0, 201, 5)), "training": middle[:, 0].tolist(), "held out": middle[:, 1].tolist()}


def draw(ax, data, text):
    ax.plot(data["step"], data["training"])
    ax.plot(data["step"], data["held out"], "--")
    ax.annotate(text["training"], (75.0, 0.6), color="C0")
    ax.annotate(text["held"], (80.0, 2.35), color="C1")
    ax.set_ylim(0.0, 4.2)
    ax.set_xlabel(text["steps"])
    ax.set_ylabel(text["loss"])
    ax.grid(True, linewidth=0.6)
