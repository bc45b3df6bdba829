import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Network

rng = np.random.default_rng(0)
network = Network.from_sizes([784, 128, 64, 10], rng)
parameters = sum(p.size for p in network.parameters)
print(f"parameters and their gradients: {parameters} each")

kept = []
for samples in (1, 64, 512):
    x, target = rng.normal(size=(samples, 784)), np.zeros((samples, 10))
    trace = backpropagate(network, x, target, "mean_squared_error")
    kept.append(sum(layer.inputs.size for layer in trace.layers))
    print(f"{samples} samples: {kept[-1]} inputs of layers kept")
