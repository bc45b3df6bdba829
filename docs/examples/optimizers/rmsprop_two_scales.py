import numpy as np
from dlnotes.optimizers import SGD, RMSprop

g = np.array([100.0, 0.01])
moved, ratios = [], []

for optimizer in (SGD(0.001), RMSprop(0.001)):
    w = np.zeros(2)
    for _ in range(100):
        optimizer.update([w], [g])
    moved.append(-w)
    name = type(optimizer).__name__
    ratios.append(w[0] / w[1])
    print(f"{name:8} {-w[0]:.6f} {-w[1]:.6f} ratio {ratios[-1]:.3f}")
sgd, rms = moved
