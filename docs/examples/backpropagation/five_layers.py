from itertools import pairwise

import numpy as np


def error(z, later):
    for W in later:
        z = W @ (1 / (1 + np.exp(-z)))
    return np.sum((1 / (1 + np.exp(-z)) - t) ** 2) / 2


rng, sizes = np.random.default_rng(0), [3, 4, 5, 4, 3, 2]
weights = [rng.normal(size=(m, k)) for k, m in pairwise(sizes)]
sums, t, slopes = [weights[0] @ rng.normal(size=3)], [0.2, 0.7], {}
for W in weights[1:]:
    sums.append(W @ (1 / (1 + np.exp(-sums[-1]))))
arrives = 1 / (1 + np.exp(-sums[4])) - t
for n in (4, 3, 2, 1, 0):
    z, out = sums[n], 1 / (1 + np.exp(-sums[n]))
    delta = slopes[n + 1] = arrives * out * (1 - out)
    arrives = weights[n].T @ delta
    later, moves = weights[n + 1 :], 1e-5 * np.eye(len(z))
    up, down = [[error(z + s * m, later) for m in moves] for s in (1, -1)]
    same = np.allclose(delta, np.subtract(up, down) / 2e-5)
    print(f"layer {n + 1}: {delta.round(6)}, {same}")
