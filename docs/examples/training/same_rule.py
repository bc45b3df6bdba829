import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

x = np.random.default_rng(1).normal(size=(50, 3))
t = np.sin(x.sum(axis=1, keepdims=True))
depths, ends = [[3, 1], [3, 8, 1], [3, 8, 8, 1]], []
for sizes in depths:
    net = Network.from_sizes(sizes, np.random.default_rng(0), "tanh")
    for _ in range(500):
        trace = backpropagate(net, x, t, "mean_squared_error")
        for w, g in zip(net.parameters, trace.gradients):
            w -= 0.1 * g
    ends.append(backpropagate(net, x, t, "mean_squared_error").loss)
layers = [len(sizes) - 1 for sizes in depths]
for count, end in zip(layers, ends):
    print(f"{count} layers: loss {end:.6f}")
