import numpy as np
from dlnotes.datasets import digits
from dlnotes.losses import one_hot
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

(data, labels), rates = digits(), [1.0, 3.0, 10.0]
median, losses = [], ["categorical_crossentropy", "mean_squared_error"]


def right(f, s, rate, seed):
    rng = np.random.default_rng(seed)
    order = rng.permutation(1797)[:1000]
    x, t = data[order] / 16, one_hot(labels[order], 10)
    layer = Dense(rng.normal(0, s, (10, 64)), [0] * 10, "softmax")
    fit(Network([layer]), x[:600], t[:600], f, SGD(rate), 5, 20)
    return (layer(x).argmax(axis=1) == labels[order])[600:].mean()


for s, f in [(s, f) for s in (0.1, 3.0) for f in losses]:
    runs = [[right(f, s, r, k) for k in range(20)] for r in rates]
    median.append(np.median(runs, axis=1))
    print(f"spread {s}, {f:24} {median[-1].round(3)}")
