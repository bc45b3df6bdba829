import numpy as np
from dlnotes.losses import huber

t, d = np.zeros(4), 2.0
y = np.array([1.0, -2.0, 3.0, -5.0])

ours = huber(t, y, delta=d)
smooth_l1 = ours / d
without_half = 2 * ours
summed = 2 * ours * len(t)

print(f"Huber                = {ours:.4f}")
print(f"over the threshold   = {smooth_l1:.4f}")
print(f"without the half     = {without_half:.4f}")
print(f"that, summed         = {summed:.4f}")
