import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

x = np.array([[0.0], [1.0], [2.0], [3.0]])
slope, intercept = 2.0, 1.0
y_true = slope * x + intercept
updates = 1000


def train(bias):
    layer = Dense([[1.0]], bias=[bias], activation="relu")
    network, optimizer = Network([layer]), SGD(learning_rate=0.1)
    negative = int(np.sum(layer.weighted_sum(x) < 0))
    for _ in range(updates):
        trace = backpropagate(network, x, y_true, "mean_squared_error")
        optimizer.update(network.parameters, trace.gradients)
    return negative, layer.weights[0, 0], layer.bias[0]


dead, resting = train(bias=-4.0), train(bias=-1.5)
for name, (off, w, b) in [("dead", dead), ("resting", resting)]:
    print(f"{name:7}: {off} of 4 negative   w = {w:.6f}   b = {b:.6f}")
