import numpy as np
from dlnotes import losses

x, t = np.array([0.0, 1.0, 2.0, 3.0]), np.array([1.0, 3.0, 2.0, 5.0])
rates = {"mean_squared_error": 0.1, "sum_squared_error": 0.1 / 4,
         "half_sum_squared_error": 2 * 0.1 / 4}


def descend(name, rate, steps=50):
    w = b = 0.0
    for _ in range(steps):
        e = getattr(losses, f"{name}_gradient")(t, w * x + b)
        w, b = w - rate * (e @ x), b - rate * e.sum()
    return w, b


ends = [descend(name, rate) for name, rate in rates.items()]
for name, (w, b) in zip(rates, ends):
    print(f"{name:22} {w:.6f} {b:.6f}")
wrong = descend("sum_squared_error", 0.1, steps=8)
print(f"sum, rate not divided: w = {wrong[0]:.2f}")
