import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

seeds, sizes = range(20), [32] * 12


def norms(name, seed):
    rng = np.random.default_rng(seed)
    x, t = rng.normal(size=32), rng.normal(size=32)
    network = Network.from_sizes(sizes, rng, hidden_activation=name)
    trace = backpropagate(network, x, t, loss="half_sum_squared_error")
    return [np.linalg.norm(layer.delta) for layer in trace.layers[:10]]


names, layers = ("sigmoid", "tanh", "relu"), np.array([1, 4, 7, 10])
runs = np.array([[norms(name, s) for s in seeds] for name in names])
shares = runs / runs[:, :, 9:]
middle, first = np.median(shares, axis=1), shares[:, :, 0]
median, lowest, highest = middle[:, 0], first.min(1), first.max(1)
print(f"layers {layers}")
for row, low, high, name in zip(middle, lowest, highest, names):
    shown = "  ".join(f"{share:.2e}" for share in row[layers - 1])
    print(f"{name:7}  {shown}   layer 1: {low:.2e} to {high:.2e}")
