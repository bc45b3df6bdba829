import numpy as np
from dlnotes.datasets import breast_cancer
from dlnotes.losses import one_hot
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

x, labels = breast_cancer()
x = (x - x.mean(axis=0)) / x.std(axis=0)


def train(units, activation, loss, t, rate):
    layer = Dense(np.zeros((units, 30)), np.zeros(units), activation)
    fit(Network([layer]), x, t, loss, SGD(rate), 10, len(x))
    return layer(x[:1])[0, -1]


column, rows = labels.reshape(-1, 1), one_hot(labels, 2)
one = train(1, "sigmoid", "binary_crossentropy", column, 0.1)
two = train(2, "softmax", "categorical_crossentropy", rows, 0.05)
fast = train(2, "softmax", "categorical_crossentropy", rows, 0.1)
for units, rate, p in ((1, 0.1, one), (2, 0.05, two), (2, 0.1, fast)):
    print(f"units {units}, rate {rate:.2f}: p = {p:.6f}")
