import numpy as np
from dlnotes import datasets, optimizers
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

(a, cars), (b, ill) = datasets.auto_mpg(), datasets.breast_cancer()
c, d = datasets.digits()
tasks = {("identity", "mean_squared_error"): (a, cars / 10),
         ("sigmoid", "binary_crossentropy"): (b, ill[:, None]),
         ("softmax", "categorical_crossentropy"): (c, np.eye(10)[d])}
seeds, sgd, rows = range(20), optimizers.SGD(0.1), []
for (output, loss), (x, t) in tasks.items():
    x, t = (x - x.mean(0))[:200] / (x.std(0) + 1e-9), t[:200]
    for kind, hidden in {"direct": [], "hidden layer": [8]}.items():
        sizes, fallen = [x.shape[1], *hidden, t.shape[1]], []
        for seed in seeds:
            rng, found = np.random.default_rng(seed), []
            net = Network.from_sizes(sizes, rng, "tanh", output)
            for _ in range(31):
                found += [backpropagate(net, x, t, loss)]
                sgd.update(net.parameters, found[-1].gradients)
            fallen.append(found[-1].loss / found[0].loss)
        rows.append(np.quantile(fallen, [0, 0.5, 1]))
        print(f"{output}, {kind}: {rows[-1].round(2)}")
