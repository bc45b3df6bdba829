import numpy as np
from dlnotes import losses

t = np.array([10.0, 12.0, 15.0, 20.0])
y = np.array([12.0, 11.0, 15.0, 16.0])
names = [
    "sum_squared_error",
    "half_sum_squared_error",
    "mean_squared_error",
    "mean_absolute_error",
    "huber",
]


def values(t, y):
    return [getattr(losses, name)(t, y) for name in names]


once = values(t, y)
twice = values(np.tile(t, 2), np.tile(y, 2))

for name, a, b in zip(names, once, twice):
    print(f"{name:22} {a:7.3f}   every sample twice {b:7.3f}")
