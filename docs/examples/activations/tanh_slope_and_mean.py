import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.initializers import glorot_uniform
from dlnotes.network import Dense, Network

names = ["tanh", "tanh", "sigmoid", "sigmoid"]
seeds, shifts = range(20), np.array([0.0, 1.0, -0.5, 0.0])


def share(name, shift, seed):
    rng = np.random.default_rng(seed)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    layers = [Dense(glorot_uniform((32, 32), rng), np.zeros(32), name) for _ in range(10)]
    layers.append(Dense(glorot_uniform((32, 32), rng), np.zeros(32)))
    for layer in layers[1:]:  # the output before, plus the shift: as a bias it adds the same
        layer.bias += layer.weights @ np.full(32, shift)
    trace = backpropagate(Network(layers), x, y_true, loss="half_sum_squared_error")
    return np.linalg.norm(trace.layers[0].delta) / np.linalg.norm(trace.layers[9].delta)


shares = np.array([[share(name, shift, seed) for seed in seeds] for name, shift in zip(names, shifts)])
median, lowest, highest = np.median(shares, axis=1), shares.min(axis=1), shares.max(axis=1)
for name, shift, m, low, high in zip(names, shifts, median, lowest, highest):
    print(f"{name:7} {shift:+.1f}   layer 1 / layer 10: median {m:.2e}, from {low:.2e} to {high:.2e}")
