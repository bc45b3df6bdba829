import numpy as np
from dlnotes.datasets import breast_cancer
from dlnotes.metrics import confusion_matrix
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

(data, labels), thresholds = breast_cancer(), [0.1, 0.5, 0.9]


def mistakes(threshold, seed):
    order = np.random.default_rng(seed).permutation(569)
    x, t = data[order], labels[order, None]
    x = (x - x[:400].mean(axis=0)) / x[:400].std(axis=0)
    net = Network([Dense(np.zeros((1, 30)), [0], "sigmoid")])
    fit(net, x[:400], t[:400], "binary_crossentropy", SGD(0.1), 5, 10)
    says = (net(x[400:])[:, 0] > threshold).astype(int)
    return confusion_matrix(t[400:, 0], says)[[1, 0], [0, 1]]


found = [[mistakes(c, k) for k in range(20)] for c in thresholds]
missed, alarms = np.quantile(found, [0.5, 0, 1], axis=1).T
for c, m, a in zip(thresholds, missed, alarms):
    print(f"threshold {c}: missed {m}, false alarms {a}")
