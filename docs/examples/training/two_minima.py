import numpy as np
from dlnotes.training import gradient_descent


def loss(w):
    return (w[0] ** 2 - 1) ** 2 + 0.3 * w[0] + w[1] ** 2


def gradient(w):
    return np.array([4 * w[0] * (w[0] ** 2 - 1) + 0.3, 2 * w[1]])


starts = [[-0.2, 1.0], [0.2, 1.0]]
ends = np.array([gradient_descent(gradient, s, 0.05, 400)[-1]
                 for s in starts])
losses = [loss(w) for w in ends]
for s, w, value in zip(starts, ends, losses):
    print(f"{s}: w = {w[0]:.6f}, {w[1]:.6f}   loss {value:.6f}")
