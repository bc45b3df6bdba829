"""The derivative with respect to the logit where the answer is one: of the cross-entropy and of the squared error."""

import numpy as np

from dlnotes.activations import sigmoid, sigmoid_derivative
from dlnotes.losses import binary_crossentropy_gradient, mean_squared_error_gradient

TEXT = {
    "ko": {"x": "로짓 z", "y": "손실의 접선 기울기", "cross": "교차 엔트로피", "square": "제곱 오차"},
    "en": {"x": "logit z", "y": "slope of the loss", "cross": "cross-entropy", "square": "squared error"},
}


def data():
    z = np.linspace(-8.0, 8.0, 33)
    t = np.ones_like(z)
    return {
        "z": z,
        "cross-entropy": z.size * binary_crossentropy_gradient(t, z, from_logits=True),
        "squared error": z.size * mean_squared_error_gradient(t, sigmoid(z)) * sigmoid_derivative(z),
    }


def draw(ax, data, text):
    ax.plot(data["z"], data["cross-entropy"], "-", color="C0")
    ax.plot(data["z"], data["squared error"], "--", color="C1")
    ax.annotate(text["cross"], (-7.8, -0.9), color="C0")
    ax.annotate(text["square"], (-7.8, -0.26), color="C1")
    ax.set_xlabel(text["x"])
    ax.set_ylabel(text["y"])
    ax.grid(True, linewidth=0.6)
