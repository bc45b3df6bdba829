import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

x, target = logic_gate("xor")
t = target[:, np.newaxis]
seeds, alike = 20, []
for start in ("random", "equal"):
    alike.append(0)
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        network = Network.from_sizes([2, 2, 1], rng, "tanh", "sigmoid")
        if start == "equal":
            for layer in network.layers:
                layer.weights[:] = layer.weights[0, 0]
        fit(network, x, t, "binary_crossentropy", SGD(1.0), epochs=50)
        first, second = network.layers[0].weights
        alike[-1] += int(np.array_equal(first, second))
    print(f"{start:6} weights   alike: {alike[-1]} of {seeds}")
