import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

norms = {}
for name in ("sigmoid", "tanh", "relu"):
    rng = np.random.default_rng(0)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    network = Network.from_sizes([32] * 12, rng, hidden_activation=name)
    trace = backpropagate(network, x, y_true, loss="half_sum_squared_error")
    norms[name] = [np.linalg.norm(layer.delta) for layer in trace.layers]

share = [norms[name][0] / norms[name][9] for name in norms]
for layer in (1, 4, 7, 10):
    sigmoid, tanh, relu = (norms[name][layer - 1] for name in norms)
    print(f"layer {layer:2}:  sigmoid {sigmoid:.2e}   tanh {tanh:.2e}   relu {relu:.2e}")
print(f"layer 1 / 10: sigmoid {share[0]:.2e}   tanh {share[1]:.2e}   relu {share[2]:.2e}")
