import numpy as np
from dlnotes.network import Network

rng = np.random.default_rng(0)
network = Network.from_sizes([4, 5, 3, 2], rng)
a = np.ones((8, 4))
shapes = [a.shape]

for layer in network.layers:
    a = layer(a)
    shapes.append(a.shape)
for shape in shapes:
    print(f"samples = {shape[0]}   values for each = {shape[1]}")
