"""The rate of a weight whose gradient is never zero, and of one whose gradient is there in every 25th step."""

import numpy as np

from dlnotes.optimizers import Adagrad

TEXT = {
    "ko": {"steps": "스텝", "rate": "가중치의 학습률", "often": "자주 나오는 특성", "rare": "드문 특성"},
    "en": {"steps": "steps", "rate": "rate of the weight", "often": "common feature", "rare": "rare feature"},
}


def data():
    w, optimizer = np.zeros(2), Adagrad(1.0, initial_accumulator_value=0.0)
    rates = []
    for t in range(200):
        optimizer.update([w], [np.array([1.0, 1.0 if t % 25 == 0 else 0.0])])
        rates.append(1.0 / np.sqrt(optimizer.state("accumulator")[0]))
    often, rare = np.array(rates).T
    return {"step": list(range(1, 201)), "often": often.tolist(), "rare": rare.tolist()}


def draw(ax, data, text):
    ax.plot(data["step"], data["often"])
    ax.plot(data["step"], data["rare"], "--", drawstyle="steps-post")
    ax.set_ylim(0, 1.1)
    ax.text(60, 0.18, text["often"], color="C0")
    ax.text(85, 0.6, text["rare"], color="C1")
    ax.set_xlabel(text["steps"])
    ax.set_ylabel(text["rate"])
    ax.grid(True, linewidth=0.6)
