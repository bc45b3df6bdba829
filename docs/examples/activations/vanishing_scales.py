import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.initializers import he_normal
from dlnotes.network import Dense, Network

shares = {}
for scale in (0.3, 1.0, 3.0):
    rng = np.random.default_rng(0)
    x, y_true = rng.normal(size=32), rng.normal(size=32)
    names = ["relu"] * 10 + ["identity"]
    layers = [Dense(scale * he_normal((32, 32), rng), activation=name) for name in names]
    trace = backpropagate(Network(layers), x, y_true, loss="half_sum_squared_error")
    norm = [np.linalg.norm(layer.delta) for layer in trace.layers]
    shares[scale] = np.array(norm) / norm[9]

for layer in (1, 4, 7, 10):
    small, he, large = (shares[scale][layer - 1] for scale in shares)
    print(f"layer {layer:2}:  0.3 He {small:.6f}   He {he:.6f}   3.0 He {large:9.3f}")
