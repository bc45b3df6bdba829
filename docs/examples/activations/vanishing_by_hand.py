import numpy as np


def deltas(x, t, weights):
    a = [x]
    for W in weights[:-1]:
        a.append(1 / (1 + np.exp(-(W @ a[-1]))))
    delta = [weights[-1] @ a[-1] - t]
    for W, h in zip(weights[:0:-1], a[:0:-1]):
        delta.insert(0, (W.T @ delta[0]) * h * (1 - h))
    return delta


rng, r = np.random.default_rng(0), np.sqrt(6 / 64)
x, t = rng.normal(size=32), rng.normal(size=32)
weights = [rng.uniform(-r, r, size=(32, 32)) for _ in range(11)]
norms = [np.linalg.norm(delta) for delta in deltas(x, t, weights)]
for layer in (1, 4, 7, 10):
    print(f"layer {layer:2}: {norms[layer - 1]:.3e}")
