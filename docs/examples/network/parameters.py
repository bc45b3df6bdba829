import numpy as np
from dlnotes.network import Network

sizes = [64, 32, 10]
network = Network.from_sizes(sizes, np.random.default_rng(0))
counts = [(layer.weights.size, layer.bias.size) for layer in network.layers]
total = sum(parameter.size for parameter in network.parameters)

for number, (weights, biases) in enumerate(counts, start=1):
    print(f"layer {number}   weights = {weights}   biases = {biases}")
print(f"parameters = {total}")
