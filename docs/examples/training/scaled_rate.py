import numpy as np
from dlnotes.datasets import noisy_line
from dlnotes.losses import mean_squared_error
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

cases = [(8, 0.05), (32, 0.05), (32, 0.2), (256, 1.6)]
losses = np.zeros((20, 4))
for seed in range(20):
    x, y = noisy_line(256, np.random.default_rng(seed), noise=0.5)
    for place, (size, rate) in enumerate(cases):
        model = Network([Dense([[0.0]], [0.0])])
        fit(model, x, y, "mean_squared_error", SGD(rate), epochs=3,
            batch_size=size, rng=np.random.default_rng(seed))
        losses[seed, place] = mean_squared_error(y, model(x))

middle = np.median(losses, axis=0)
low, high = losses.min(axis=0), losses.max(axis=0)
for (size, rate), m, a, b in zip(cases, middle, low, high):
    print(f"batch size {size}, rate {rate:.2f}: "
          f"loss {m:.3f}, from {a:.3f} to {b:.3f}")
