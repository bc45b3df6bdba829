import numpy as np
from dlnotes.optimizers import SGD, RMSprop

curvature = np.array([100.0, 1.0])
left = {}

for name, optimizer in [("SGD", SGD), ("RMSprop", RMSprop)]:
    for curves in (curvature, curvature[::-1]):
        w, rule = np.ones(2), optimizer(0.01)
        for _ in range(99):
            rule.update([w], [curves * w])
        left[name, curves[0]] = w
        print(f"{name:8} {curves} left {w[0]:.4f}, {w[1]:.4f}")
sgd, sgd_swapped, rms, rms_swapped = left.values()
