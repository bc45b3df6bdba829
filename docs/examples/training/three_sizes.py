import numpy as np
from dlnotes.datasets import noisy_line
from dlnotes.losses import mean_squared_error
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

sizes, losses, updates = (1, 32, 256), np.zeros((20, 3)), []
for place, size in enumerate(sizes):
    for seed in range(20):
        rng = np.random.default_rng(seed)
        x, y = noisy_line(256, rng, noise=0.5)
        model, sgd = Network([Dense([[0.0]], [0.0])]), SGD(0.1)
        fit(model, x, y, "mean_squared_error", sgd, epochs=3,
            batch_size=size, rng=rng)
        losses[seed, place] = mean_squared_error(y, model(x))
    updates.append(sgd.updates)

low, high = losses.min(axis=0), losses.max(axis=0)
middle = np.median(losses, axis=0)
for size, count, m, a, b in zip(sizes, updates, middle, low, high):
    print(f"batch size {size}: {count} updates, "
          f"loss {m:.3f}, from {a:.3f} to {b:.3f}")
