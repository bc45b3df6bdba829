import numpy as np
from dlnotes.datasets import breast_cancer
from dlnotes.losses import binary_crossentropy
from dlnotes.metrics import binary_accuracy
from dlnotes.network import Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

rng = np.random.default_rng(0)
x, labels = breast_cancer()
order = rng.permutation(len(x))
x, t = x[order], labels[order].reshape(-1, 1)
x = (x - x[:400].mean(axis=0)) / x[:400].std(axis=0)

net = Network.from_sizes([30, 16, 1], rng, "relu", "sigmoid")
loss = "binary_crossentropy"
before = binary_crossentropy(t[400:], net(x[400:]))
fit(net, x[:400], t[:400], loss, SGD(0.1), 10, batch_size=10)
p = net(x[400:])
after = binary_crossentropy(t[400:], p)
accuracy, benign = binary_accuracy(t[400:], p), 1 - t[400:].mean()
print(f"labels {t[400:].shape}, outputs {p.shape}")
print(f"cross-entropy {before:.3f} before, {after:.3f} after")
print(f"accuracy {accuracy:.3f}, always benign {benign:.3f}")
