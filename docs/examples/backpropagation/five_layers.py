import numpy as np


def error(z, n):
    for W in weights[n:]:
        z = W @ (1 / (1 + np.exp(-z)))
    return np.sum((1 / (1 + np.exp(-z)) - t) ** 2) / 2


rng = np.random.default_rng(0)
shapes = [(4, 3), (5, 4), (4, 5), (3, 4), (2, 3)]
weights = [rng.normal(size=shape) for shape in shapes]
sums, t, slopes = [weights[0] @ rng.normal(size=3)], [0.2, 0.7], {}
for W in weights[1:]:
    sums.append(W @ (1 / (1 + np.exp(-sums[-1]))))
arrives = 1 / (1 + np.exp(-sums[4])) - t
for n in (4, 3, 2, 1, 0):
    z, out = sums[n], 1 / (1 + np.exp(-sums[n]))
    delta = slopes[n + 1] = arrives * out * (1 - out)
    arrives, moves = weights[n].T @ delta, 1e-5 * np.eye(len(z))
    up = np.array([error(z + move, n + 1) for move in moves])
    down = np.array([error(z - move, n + 1) for move in moves])
    same = np.allclose(delta, (up - down) / 2e-5)
    print(f"layer {n + 1}: {delta.round(6)}, {same}")
