import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

norms = {}
for name in ("sigmoid", "tanh"):
    rng = np.random.default_rng(0)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    network = Network.from_sizes([32] * 12, rng, hidden_activation=name)
    trace = backpropagate(network, x, y_true, loss="half_sum_squared_error")
    norms[name] = [np.linalg.norm(layer.delta) for layer in trace.layers]

for layer in (10, 7, 4, 1):
    print(f"layer {layer:2}:  sigmoid {norms['sigmoid'][layer - 1]:.7f}   tanh {norms['tanh'][layer - 1]:.7f}")
