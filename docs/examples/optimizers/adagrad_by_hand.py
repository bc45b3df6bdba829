import numpy as np


def adagrad(w, gradients, rate, s):
    path = [w]
    for g in gradients:
        s = s + g**2
        w = w - rate * g / np.sqrt(s)
        path.append(w)
    return np.array(path)


gradients = np.array([[3.0, 0.1], [4.0, 0.0], [12.0, 0.0]])
path = adagrad(np.zeros(2), gradients, 1.0, np.zeros(2))

for w in path:
    print(f"w = {w[0]:7.4f}  {w[1]:7.4f}")
