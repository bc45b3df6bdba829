import numpy as np
from dlnotes.datasets import digits
from dlnotes.losses import binary_crossentropy
from dlnotes.network import Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

rng, (x, digit) = np.random.default_rng(0), digits()
loop = np.isin(digit, [0, 6, 8, 9])
t = np.stack([digit % 2 == 0, digit >= 5, loop], axis=1)
order = rng.permutation(len(x))
x, t = x[order], t[order].astype(float)
x = (x - x[:1300].mean(axis=0)) / np.maximum(x[:1300].std(axis=0), 1)

net = Network.from_sizes([64, 32, 3], rng, "relu", "sigmoid")
before = binary_crossentropy(t[1300:], net(x[1300:]))
fit(net, x[:1300], t[:1300], "binary_crossentropy", SGD(0.1), 5, 20)
p = net(x[1300:])
after = binary_crossentropy(t[1300:], p)
right = (p > 0.5) == t[1300:]
each, whole = right.mean(axis=0), right.all(axis=1).mean()
print(f"labels {t[1300:].shape}, outputs {p.shape}")
print(f"cross-entropy {before:.3f} before, {after:.3f} after")
print(f"right: {each.round(3)}, all 3 at once {whole:.3f}")
