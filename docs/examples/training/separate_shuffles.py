import numpy as np
from dlnotes.datasets import noisy_line
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

slopes = np.zeros((20, 2))
for seed in range(20):
    rng = np.random.default_rng(seed)
    x, y = noisy_line(256, rng, noise=0.5)
    order = rng.permutation(256)
    torn = rng.permutation(256)
    for place, other in enumerate((order, torn)):
        model = Network([Dense([[0.0]], [0.0])])
        fit(model, x[order], y[other], "mean_squared_error",
            SGD(0.1), epochs=5, batch_size=32)
        slopes[seed, place] = model.layers[0].weights[0, 0]

middle = np.median(slopes, axis=0)
low, high = slopes.min(axis=0), slopes.max(axis=0)
names = ("one order for both", "two orders")
for name, m, a, b in zip(names, middle, low, high):
    print(f"{name}: w = {m:.3f}, from {a:.3f} to {b:.3f}")
