import numpy as np
from dlnotes import losses

usual = np.array([18.0, 20.0, 21.0, 23.0, 28.0])
jammed = np.array([18.0, 20.0, 21.0, 23.0, 128.0])
grid = np.arange(0.0, 150.25, 0.25)
ends = grid[[0, -1]]


def best(loss, t, **options):
    costs = [loss(t, np.full(5, c), **options) for c in grid]
    return grid[np.argmin(costs)]


both = usual, jammed
mse = [best(losses.mean_squared_error, t) for t in both]
mae = [best(losses.mean_absolute_error, t) for t in both]
smooth = [best(losses.huber, t, delta=10.0) for t in both]
mean, median = np.mean(both, axis=1), np.median(both, axis=1)

for name, row in [("MSE", mse), ("MAE", mae), ("Huber", smooth)]:
    print("{:6} {:5.2f}, jammed {:5.2f}".format(name, *row))
print("mean   {:5.2f}, jammed {:5.2f}".format(*mean))
print("median {:5.2f}, jammed {:5.2f}".format(*median))
