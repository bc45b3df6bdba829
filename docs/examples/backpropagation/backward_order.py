import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

rng = np.random.default_rng(0)
network = Network.from_sizes([2, 3, 3, 1], rng, "tanh")
x, target = [1.0, -1.0], [-0.5]
trace = backpropagate(network, x, target, "half_sum_squared_error")

for number, layer in enumerate(trace.layers, start=1):
    z, a = layer.weighted_sum.round(3), layer.output.round(3)
    print(f"forward {number}: z = {z}, a = {a}")
print(f"error: E = {trace.loss:.4f}")
arrives = trace.y_pred - target
for number in (3, 2, 1):
    layer = trace.layers[number - 1]
    assert np.allclose(layer.output_gradient, arrives)
    print(f"backward {number}: delta = {layer.delta.round(3)}")
    arrives = network.layers[number - 1].weights.T @ layer.delta
