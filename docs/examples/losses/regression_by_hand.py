import numpy as np


def squared(t, y):
    return np.mean((y - t) ** 2)


def absolute(t, y):
    return np.mean(np.abs(y - t))


def huber(t, y, d):
    r = np.abs(y - t)
    return np.mean(np.where(r <= d, r**2 / 2, d * (r - d / 2)))


t = np.array([10.0, 12.0, 15.0, 20.0])
y = np.array([12.0, 11.0, 15.0, 16.0])
mse, mae, smooth = squared(t, y), absolute(t, y), huber(t, y, 3.0)
rmse = np.sqrt(mse)

print(f"MSE = {mse:.4f}   RMSE  = {rmse:.4f}")
print(f"MAE = {mae:.4f}   Huber = {smooth:.4f}")
