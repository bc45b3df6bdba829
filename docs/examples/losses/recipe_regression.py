import numpy as np
from dlnotes.datasets import auto_mpg
from dlnotes.losses import mean_absolute_error, mean_squared_error
from dlnotes.network import Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

rng = np.random.default_rng(0)
x, t = auto_mpg()
order = rng.permutation(len(x))
x, t = x[order, :6], t[order]
x = (x - x[:300].mean(axis=0)) / x[:300].std(axis=0)

net = Network.from_sizes([6, 16, 1], rng, "relu", "identity")
loss = "mean_squared_error"
before = mean_squared_error(t[300:], net(x[300:]))
fit(net, x[:300], t[:300], loss, SGD(0.005), 20, batch_size=10)
y = net(x[300:])
after = mean_squared_error(t[300:], y)
off = mean_absolute_error(t[300:], y)
mean_off = mean_absolute_error(t[300:], 0 * y + t[:300].mean())
print(f"labels {t[300:].shape}, outputs {y.shape}")
print(f"MSE {before:.1f} before, {after:.1f} after")
print(f"off by {off:.2f} mpg, the mean by {mean_off:.2f} mpg")
