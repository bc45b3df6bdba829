import numpy as np
from dlnotes.activations import sigmoid
from dlnotes.datasets import blobs
from dlnotes.gradient_check import central_difference
from dlnotes.losses import binary_crossentropy

x, t = blobs(100, np.random.default_rng(0), classes=2, noise=1.0)
w = np.array([0.1, 0.1])
accuracy = central_difference(
    lambda w: np.mean((sigmoid(x @ w) > 0.5) == t), w)
loss = central_difference(
    lambda w: binary_crossentropy(t, x @ w, from_logits=True), w)

print("accuracy: slopes", " ".join(f"{s:.6f}" for s in accuracy))
print("loss:     slopes", " ".join(f"{s:.6f}" for s in loss))
