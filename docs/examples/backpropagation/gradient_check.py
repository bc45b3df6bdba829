import numpy as np

w = np.array([0.30, 0.25, 0.40, 0.35, 0.45, 0.40, 0.70, 0.60])
x, t, nudge = np.array([0.1, 0.2]), np.array([0.4, 0.6]), 1e-5


def error(w):
    W1, W2 = w.reshape(2, 2, 2)
    h = 1 / (1 + np.exp(-(W1 @ x)))
    o = 1 / (1 + np.exp(-(W2 @ h)))
    return np.sum((o - t) ** 2) / 2


slopes = []
for unit in np.eye(8):
    up, down = error(w + nudge * unit), error(w - nudge * unit)
    slopes.append((up - down) / (2 * nudge))

for number, slope in enumerate(slopes, start=1):
    print(f"dE/dw{number}  {slope:.8f}")
assert abs(slopes[4] - 0.02592286) < 1e-8
