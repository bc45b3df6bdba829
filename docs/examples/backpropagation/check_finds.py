import numpy as np
from dlnotes.gradient_check import central_difference


def gradient(w, factor=0.4, slope=1):
    h = np.tanh(x @ w[:6].reshape(3, 2))
    e = factor * (h @ w[6:] - t)
    delta = np.outer(e, w[6:]) * (1 - h**2) ** slope
    return np.r_[(x.T @ delta).ravel(), h.T @ e]


seeds, errors = range(20), np.zeros((4, 20))
changes = [{}, {"factor": -0.4}, {"factor": 2}, {"slope": 0}]
for i, seed in np.ndindex(errors.shape):
    rng = np.random.default_rng(seed)
    x, t, w = map(rng.standard_normal, [(5, 3), 5, 8])
    right = central_difference(lambda w, x=x, t=t: np.mean(
        (np.tanh(x @ w[:6].reshape(3, 2)) @ w[6:] - t) ** 2), w)
    gap = np.abs(gradient(w, **changes[i]) - right)
    errors[i, seed] = gap.max() / np.abs(right).max()
span = np.quantile(errors, [0, 0.5, 1], axis=1).T
for change, (low, middle, high) in zip(changes, span):
    print(f"{change}: {middle:.4f}, {low:.4f} to {high:.4f}")
smallest = span[1:, 0]
