import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.datasets import digits
from dlnotes.network import Network
from dlnotes.optimizers import Adam

images, _ = digits()
x, new = images[:200] / 16, images[200:400] / 16
plain = np.mean((new - x.mean(axis=0)) ** 2)
seeds, errors = range(20), []

for seed in seeds:
    rng, adam = np.random.default_rng(seed), Adam(0.01)
    net = Network.from_sizes([64, 8, 64], rng, "tanh")
    for _ in range(200):
        trace = backpropagate(net, x, x, "mean_squared_error")
        adam.update(net.parameters, trace.gradients)
    errors.append(np.mean((net(new) - new) ** 2))
low, median, high = np.quantile(errors, [0, 0.5, 1])
print(f"mean image   {plain:.4f}")
print(f"autoencoder  {median:.4f}, {low:.4f} to {high:.4f}")
