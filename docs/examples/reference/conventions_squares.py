import numpy as np
from dlnotes import losses

t = np.array([[1.0, 2.0, 3.0, 0.0], [0.0, 1.0, 2.0, 4.0],
              [2.0, 0.0, 1.0, 1.0]])
y = np.array([[2.0, 2.0, 1.0, 0.0], [0.0, 4.0, 2.0, 5.0],
              [1.0, 0.0, 3.0, 3.0]])
samples, outputs = t.shape
n = t.size

sse = losses.sum_squared_error(t, y)
half = losses.half_sum_squared_error(t, y)
mse = losses.mean_squared_error(t, y)
per_sample = outputs * mse
keras_sum = samples * mse
half_mean = mse / 2

print(f"sum over everything       = {sse:.1f}")
print(f"half of that sum          = {half:.1f}")
print(f"mean over everything      = {mse:.1f}")
print(f"sum of a sample, averaged = {per_sample:.1f}")
print(f"mean of a sample, summed  = {keras_sum:.1f}")
print(f"half of the mean          = {half_mean:.1f}")
