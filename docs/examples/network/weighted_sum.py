import numpy as np
from dlnotes.network import weighted_sum

x = np.array([0.9, 0.5, 0.8])
w = np.array([0.5, 0.2, 0.3])
b = -0.6
tolerance = 1e-15

by_loop = 0.0
for wi, xi in zip(w, x):
    by_loop += wi * xi
by_loop += b
by_dot = w @ x + b
by_package = weighted_sum(x, w, b)

print(f"loop         = {by_loop:.8f}")
print(f"dot product  = {by_dot:.8f}")
print(f"weighted_sum = {by_package:.8f}")
print(f"differences below {tolerance}: {max(abs(by_loop - by_dot), abs(by_loop - by_package)) < tolerance}")
