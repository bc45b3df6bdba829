import numpy as np
from dlnotes.activations import sigmoid_derivative
from dlnotes.backpropagation import backpropagate
from dlnotes.initializers import glorot_uniform
from dlnotes.network import Dense, Network

seeds, scales, tenth = range(20), np.array([1.0, 4.0, 8.0, 16.0]), 0.025


def measure(scale, seed):
    rng = np.random.default_rng(seed)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    names = ["sigmoid"] * 10 + ["identity"]
    layers = [Dense(scale * glorot_uniform((32, 32), rng), activation=name) for name in names]
    trace = backpropagate(Network(layers), x, y_true, loss="half_sum_squared_error").layers
    share = np.linalg.norm(trace[0].delta) / np.linalg.norm(trace[9].delta)
    return share, np.mean([sigmoid_derivative(layer.weighted_sum) < tenth for layer in trace[:10]])


shares, flat = np.array([[measure(scale, seed) for seed in seeds] for scale in scales]).transpose(2, 0, 1)
median, lowest, highest, saturated = np.median(shares, 1), shares.min(1), shares.max(1), np.median(flat, 1)
for scale, m, low, high, s in zip(scales, median, lowest, highest, saturated):
    print(f"{scale:4.0f} times: median {m:.7f}, from {low:.7f} to {high:.7f}   saturated: {s:.0%}")
