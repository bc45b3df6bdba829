import numpy as np
from dlnotes.activations import softmax
from dlnotes.losses import weighted_categorical_crossentropy_gradient


def train(weight, seed):
    rng = np.random.default_rng(seed)
    rare = np.arange(400) < 20
    x = np.stack([rng.normal(2.0 * rare), np.ones(400)], axis=1)
    t, w = np.stack([~rare, rare], axis=1), np.zeros((2, 2))
    for _ in range(300):
        delta = weighted_categorical_crossentropy_gradient(
            t, x @ w, [1, weight], from_logits=True)
        w = w - 2.0 * x.T @ delta
    p = softmax(x @ w)[:, 1]
    return np.mean(p[rare] > 0.5), np.mean(p[~rare] > 0.5), p.mean()


weights = [1, 19]
rates = [[train(c, k) for k in range(20)] for c in weights]
middle = np.quantile(rates, [0.5, 0, 1], axis=1)
for k, c in enumerate(weights):
    for name, v in zip(["found", "false", "mean p"], middle[:, k].T):
        print("{:2} {:6} {:.3f}, {:.3f} to {:.3f}".format(c, name, *v))
