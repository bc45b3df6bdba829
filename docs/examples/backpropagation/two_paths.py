import numpy as np

x1, t = 0.1, np.array([0.4, 0.6])
h = 1 / (1 + np.exp(-np.array([0.08, 0.11])))
W2 = np.array([[0.45, 0.40], [0.70, 0.60]])
o = 1 / (1 + np.exp(-(W2 @ h)))

shared = x1 * h[0] * (1 - h[0])
paths = [(o[i] - t[i]) * o[i] * (1 - o[i]) * W2[i, 0] for i in (0, 1)]
for number, path in enumerate(paths, start=1):
    print(f"path over o{number}: {path:.8f} * {shared:.8f}")
slope = sum(paths) * shared
print(f"dE/dw1 = {slope:.8f}")
