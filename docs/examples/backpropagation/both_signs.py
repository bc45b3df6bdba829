import numpy as np


def outputs(miss, direction):
    w, b, found = np.array([0.5, 1.0]), 0.0, []
    for _ in range(4):
        found.append(w @ x + b)
        step = direction * 0.1 * miss(found[-1])
        w, b = w + step * x, b + step
    return np.array(found)


x, t = np.array([2.0, 1.0]), 1.0
minus = outputs(lambda y: y - t, -1)
plus = outputs(lambda y: t - y, 1)
mixed = outputs(lambda y: t - y, -1)
print(f"y - t with minus: {minus.round(4)}")
print(f"t - y with plus:  {plus.round(4)}")
print(f"t - y with minus: {mixed.round(4)}")
