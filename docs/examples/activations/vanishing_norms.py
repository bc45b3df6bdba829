import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

seeds, sizes = range(20), [32] * 12
names = ("sigmoid", "tanh", "relu")


def norms(name, seed):
    rng = np.random.default_rng(seed)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    network = Network.from_sizes(sizes, rng, hidden_activation=name)
    trace = backpropagate(network, x, y_true, loss="half_sum_squared_error")
    return [np.linalg.norm(layer.delta) for layer in trace.layers]


runs = np.array([[norms(name, seed) for seed in seeds] for name in names])
shares = runs[:, :, 0] / runs[:, :, 9]
median, lowest, highest = np.median(shares, axis=1), shares.min(axis=1), shares.max(axis=1)
for layer in (1, 4, 7, 10):
    sigmoid, tanh, relu = runs[:, 0, layer - 1]
    print(f"layer {layer:2}:  sigmoid {sigmoid:.2e}   tanh {tanh:.2e}   relu {relu:.2e}")
for name, m, low, high in zip(names, median, lowest, highest):
    print(f"{name:7}   layer 1 / layer 10: median {m:.2e}, from {low:.2e} to {high:.2e}")
