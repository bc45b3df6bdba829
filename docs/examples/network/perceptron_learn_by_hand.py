import numpy as np


def learn(w, b, x, t, eta=1.0):
    for xi, ti in zip(x, t):
        y = float(w @ xi + b > 0)
        w = w + eta * (ti - y) * xi
        b = b + eta * (ti - y)
    return w, b


x = np.array(6 * [[0, 0], [0, 1], [1, 0], [1, 1]])  # six epochs
w, b = learn(np.zeros(2), 0.0, x, 6 * [0, 0, 0, 1])
print(f"w = ({w[0]:.0f}, {w[1]:.0f})   b = {b:.0f}")
