import numpy as np
from dlnotes.losses import huber


def typed(r, d):
    return np.where(r <= d, r**2 / 2, d * (r - d / 2))


error = np.array([-100.0, -12.0, 12.0, 100.0])
wrong = typed(error, 10.0)
right = [huber([0.0], [r], delta=10.0) for r in error]

for r, a, b in zip(error, wrong, right):
    print(f"error {r:6.0f}   typed {a:6.0f}   Huber {b:4.0f}")
