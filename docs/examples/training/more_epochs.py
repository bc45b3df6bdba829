import numpy as np
from dlnotes.datasets import noisy_line
from dlnotes.losses import mean_squared_error
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

epochs = (1, 3, 10)
losses = np.zeros((20, 3))
for seed in range(20):
    x, y = noisy_line(200, np.random.default_rng(seed))
    for place, count in enumerate(epochs):
        model = Network([Dense([[0.0]], bias=[0.0])])
        fit(model, x, y, "mean_squared_error", SGD(0.1), epochs=count,
            batch_size=20, rng=np.random.default_rng(seed))
        losses[seed, place] = mean_squared_error(y, model(x))

low, high = losses.min(axis=0), losses.max(axis=0)
middle = np.median(losses, axis=0)
for count, a, m, b in zip(epochs, low, middle, high):
    print(f"after {count} epochs: {m:.4f}, from {a:.4f} to {b:.4f}")
