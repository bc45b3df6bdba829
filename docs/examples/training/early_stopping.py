import numpy as np


def train(X, t, held, held_t, patience):
    w, best = np.zeros(25), np.inf
    for step in range(400):
        if (value := np.mean((held @ w - held_t) ** 2)) < best:
            best, found, kept = value, step, w
        if step - found == patience:
            return kept
        w = w - 0.1 * 2 / len(t) * X.T @ (X @ w - t)
    return w


losses = np.zeros((20, 2))
for seed in range(20):
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(1130, 25))
    t = x[:, 0] - x[:, 1] + rng.normal(size=1130)
    w = [train(x[:30], t[:30], x[30:130], t[30:130], patience)
         for patience in (20, 400)]
    losses[seed] = [np.mean((x[130:] @ v - t[130:]) ** 2) for v in w]
for three in np.quantile(losses, [0.5, 0, 1], axis=0).T:
    print("new data {:.3f}, {:.3f} to {:.3f}".format(*three))
