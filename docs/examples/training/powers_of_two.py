import numpy as np
from dlnotes.datasets import noisy_line
from dlnotes.losses import mean_squared_error
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

sizes, losses = (28, 30, 32, 34, 36), np.zeros((20, 5))
for seed in range(20):
    x, y = noisy_line(256, np.random.default_rng(seed), noise=0.5)
    for place, size in enumerate(sizes):
        model = Network([Dense([[0.0]], [0.0])])
        fit(model, x, y, "mean_squared_error", SGD(0.1), epochs=5,
            batch_size=size, rng=np.random.default_rng(seed))
        losses[seed, place] = mean_squared_error(y, model(x))

middle = np.median(losses, axis=0)
low, high = losses.min(axis=0), losses.max(axis=0)
for size, m, a, b in zip(sizes, middle, low, high):
    print(f"batch size {size}: {m:.4f}, from {a:.4f} to {b:.4f}")
