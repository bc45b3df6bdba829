import numpy as np
from dlnotes.backpropagation import forward
from dlnotes.datasets import digits
from dlnotes.network import Network

x, _ = digits()
rng = np.random.default_rng(0)
classes, number = 10, x.itemsize
network = Network.from_sizes([64, 128, classes], rng)
sizes, held = (1, 32, len(x)), []
for size in sizes:
    passes = forward(network, x[:size])
    held.append(sum(a.nbytes for _, _, a in passes))
    print(f"batch size {size}: {held[-1]} bytes of outputs are held")
