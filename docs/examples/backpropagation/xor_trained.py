import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network
from dlnotes.optimizers import SGD

x = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
target = np.array([[0], [1], [1], [0]])
LOSS = "binary_crossentropy"


def solves(units, seed):
    rng = np.random.default_rng(seed)
    network = Network.from_sizes([2, units, 1], rng, "tanh", "sigmoid")
    for _ in range(500):
        trace = backpropagate(network, x, target, LOSS)
        SGD(1.0).update(network.parameters, trace.gradients)
    return np.array_equal(network(x) > 0.5, target > 0.5)


counts = []
for units in (2, 4):
    counts.append(sum(solves(units, seed) for seed in range(20)))
    print(f"{units} hidden neurons: {counts[-1]} of 20 networks")
