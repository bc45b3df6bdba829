import numpy as np
from dlnotes.activations import sigmoid
from dlnotes.datasets import blobs
from dlnotes.losses import binary_crossentropy
from dlnotes.losses import binary_crossentropy_gradient

x, t = blobs(100, np.random.default_rng(0), classes=2, noise=1.0)
w, t = np.zeros(2), t.astype(float)
steps, losses, accuracies = [1, 10, 100, 1000], [], []
for step in range(1, 1001):
    w = w - 0.02 * x.T @ binary_crossentropy_gradient(t, x @ w, True)
    if step in steps:
        losses.append(binary_crossentropy(t, x @ w, True))
        accuracies.append(np.mean((sigmoid(x @ w) > 0.5) == t))
for row in zip(steps, losses, accuracies):
    print("step {:4}: loss {:.6f}   accuracy {:.2f}".format(*row))
