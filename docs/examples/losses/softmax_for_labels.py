import numpy as np
from dlnotes.datasets import digits
from dlnotes.network import Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

(data, digit), loss = digits(), "binary_crossentropy"
flags = [digit % 2 == 0, digit >= 5, np.isin(digit, [0, 6, 8, 9])]
labels, outputs = np.stack(flags, axis=1), ["sigmoid", "softmax"]


def all_right(output, seed):
    rng = np.random.default_rng(seed)
    order = rng.permutation(len(data))
    x, t = data[order] / 16, labels[order].astype(float)
    net = Network.from_sizes([64, 16, 3], rng, "relu", output)
    fit(net, x[:1000], t[:1000], loss, SGD(0.5), 5, 20)
    return ((net(x) > 0.5) == t)[1000:].all(axis=1).mean()


found = [[all_right(f, k) for k in range(20)] for f in outputs]
low, median, high = np.quantile(found, [0, 0.5, 1], axis=1)
for f, m, a, b in zip(outputs, median, low, high):
    print(f"{f}: all 3 right {m:.3f} ({a:.3f} to {b:.3f})")
