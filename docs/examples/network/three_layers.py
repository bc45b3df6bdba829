import numpy as np
from dlnotes.network import Network

rng = np.random.default_rng(0)
sizes = [4, 5, 3, 2]
network = Network.from_sizes(sizes, rng, output_activation="softmax")
x = np.array([0.5, -1.0, 2.0, 1.5])

a, values = x, [x]
for layer in network.layers:
    z = layer.weighted_sum(a)
    a = layer.activate(z)
    values += [z, a]
    shape = layer.weights.shape
    print(f"{layer.activation}   W: {shape}   a: {a.shape}")
    print(f"  z = {' '.join(f'{zi:7.4f}' for zi in z)}")
    print(f"  a = {' '.join(f'{ai:7.4f}' for ai in a)}")
print(f"sum of the outputs = {a.sum():.4f}")
