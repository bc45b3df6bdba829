import numpy as np
from dlnotes.network import Network

sizes = [64, 32, 10]
network = Network.from_sizes(sizes, np.random.default_rng(0))
counts = [(one.weights.size, one.bias.size) for one in network.layers]
total = sum(part.size for part in network.parameters)

for number, (weights, biases) in enumerate(counts, start=1):
    print(f"layer {number}   weights = {weights}   biases = {biases}")
print(f"parameters = {total}")
