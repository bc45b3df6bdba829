import numpy as np


def step(x, t, W1, W2, rate):
    h = 1 / (1 + np.exp(-(W1 @ x)))
    o = 1 / (1 + np.exp(-(W2 @ h)))
    delta_o = (o - t) * o * (1 - o)
    delta_h = W2.T @ delta_o * h * (1 - h)
    new_W1 = W1 - rate * np.outer(delta_h, x)
    new_W2 = W2 - rate * np.outer(delta_o, h)
    return new_W1, new_W2, np.sum((o - t) ** 2) / 2


x, t = np.array([0.1, 0.2]), np.array([0.4, 0.6])
W1 = np.array([[0.30, 0.25], [0.40, 0.35]])
W2 = np.array([[0.45, 0.40], [0.70, 0.60]])
W1, W2, before = step(x, t, W1, W2, rate=0.5)
after = step(x, t, W1, W2, rate=0.5)[2]
print(f"E = {before:.8f}, then {after:.8f}")
