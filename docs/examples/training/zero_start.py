import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

x, t = logic_gate("xor")
rng = np.random.default_rng(0)
starts = {"zero": np.zeros((3, 2)), "equal": np.full((3, 2), 0.5),
          "random": rng.normal(size=(3, 2))}
losses, spreads = [], []
for first in starts.values():
    hidden = Dense(first, np.zeros(3), "tanh")
    last = Dense(first[:, :1].T, [0.0], "sigmoid")
    history = fit(Network([hidden, last]), x, t[:, np.newaxis],
                  "binary_crossentropy", SGD(0.5), 2000, batch_size=4)
    losses.append(history["loss"][-1])
    spreads.append(np.ptp(hidden.weights, axis=0).max())
for row in zip(starts, losses, spreads):
    print("{:6} loss {:.6f}   largest difference {:.6f}".format(*row))
