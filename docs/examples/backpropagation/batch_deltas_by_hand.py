import numpy as np


def deltas(weights, sums, last, slope):
    found = [last]
    for W, Z in zip(weights[:0:-1], sums[-2::-1]):
        found.insert(0, (found[0] @ W) * slope(Z))
    return found


rng = np.random.default_rng(0)
W1, W2 = rng.normal(size=(4, 3)), rng.normal(size=(2, 4))
X, T = rng.normal(size=(5, 3)), rng.normal(size=(5, 2))
Z = X @ W1.T
D = (np.tanh(Z) @ W2.T) - T
D1, D2 = deltas([W1, W2], [Z, D + T], D, lambda z: 1 - np.tanh(z) ** 2)
print(f"hidden deltas {D1.shape}, gradient of W1 {(D1.T @ X).shape}")
