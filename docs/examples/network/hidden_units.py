import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

x, target = logic_gate("xor")
t = target[:, np.newaxis]
seeds, sizes, solved = 20, [1, 2, 4, 8], []
for units in sizes:
    solved.append(0)
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        network = Network.from_sizes(
            [2, units, 1], rng, output_activation="sigmoid"
        )
        fit(network, x, t, "binary_crossentropy", SGD(1.0), epochs=100)
        solved[-1] += int(np.all((network(x) > 0.5) == t))
    print(f"neurons = {units}   solved: {solved[-1]} of {seeds}")
