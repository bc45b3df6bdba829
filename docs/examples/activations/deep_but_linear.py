import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

x, y_true = logic_gate("xor")
sizes = [2, 8, 8, 1]
rng = np.random.default_rng(0)
network = Network.from_sizes(sizes, rng, "identity")
fit(network, x, y_true[:, np.newaxis], "mean_squared_error",
    optimizer=SGD(learning_rate=0.1), epochs=2000, batch_size=4)
y = network(x)[:, 0]
error = np.mean((y - y_true) ** 2)

print(f"answers {y[0]:.2f} {y[1]:.2f} {y[2]:.2f} {y[3]:.2f}")
print(f"error   {error:.4f}")
