import numpy as np
from dlnotes.datasets import digits
from dlnotes.losses import categorical_crossentropy, one_hot
from dlnotes.metrics import categorical_accuracy
from dlnotes.network import Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

rng = np.random.default_rng(0)
x, labels = digits()
order = rng.permutation(len(x))
x, t = x[order], one_hot(labels[order], classes=10)
spread = np.maximum(x[:1300].std(axis=0), 1)
x = (x - x[:1300].mean(axis=0)) / spread

net = Network.from_sizes([64, 32, 10], rng, "relu", "softmax")
loss = "categorical_crossentropy"
before = categorical_crossentropy(t[1300:], net(x[1300:]))
fit(net, x[:1300], t[:1300], loss, SGD(0.1), 5, batch_size=20)
p = net(x[1300:])
after = categorical_crossentropy(t[1300:], p)
print(f"labels {t[1300:].shape}, outputs {p.shape}")
print(f"cross-entropy {before:.3f} before, {after:.3f} after")
print(f"accuracy {(accuracy := categorical_accuracy(t[1300:], p)):.3f}")
