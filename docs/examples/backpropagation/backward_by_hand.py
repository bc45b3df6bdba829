import numpy as np


def gradients(layers, x, t):
    outputs = [x]
    for W, b in layers:
        outputs.append(1 / (1 + np.exp(-(W @ outputs[-1] + b))))
    found, arrives = [], outputs[-1] - t
    for W, _ in reversed(layers):
        y = outputs.pop()
        delta = arrives * y * (1 - y)
        found.append((np.outer(delta, outputs[-1]), delta))
        arrives = W.T @ delta
    return found[::-1]


rng = np.random.default_rng(0)
sizes = [(3, 2), (4, 3), (2, 4)]
layers = [(rng.normal(size=n), rng.normal(size=n[0])) for n in sizes]
slopes = gradients(layers, np.array([0.1, 0.2]), np.array([0.4, 0.6]))
for number, (dE_dW, dE_db) in enumerate(slopes, start=1):
    print(f"layer {number}: dE/dW {dE_dW.shape}, dE/db {dE_db.shape}")
