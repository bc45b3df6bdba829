import numpy as np
from dlnotes.gradient_check import central_difference, complex_step
from dlnotes.network import weighted_sum

x = np.array([0.9, 0.5, 0.8])
w = np.array([0.5, -0.2, 0.3])
b = -0.6

by_difference = central_difference(lambda v: weighted_sum(v, w, b), x)
by_complex_step = complex_step(lambda v: w @ v + b, x)

for i in range(3):
    print(f"w{i + 1} = {w[i]:+.6f}   dz/dx{i + 1} ="
          f" {by_difference[i]:+.6f}, {by_complex_step[i]:+.6f}")
