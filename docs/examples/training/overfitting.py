import numpy as np
from dlnotes.losses import mean_squared_error
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD
from dlnotes.training import fit

inputs, stops = (1, 30), (3, 27, 270)
losses = np.zeros((20, 2, 3, 2))
for seed in range(20):
    x = np.random.default_rng(seed).normal(size=(240, 31))
    x, y = x[:, :-1], x[:, :1] + x[:, -1:]
    for place, count in enumerate(inputs):
        known, new = x[:40, :count], x[40:, :count]
        model = Network([Dense(np.zeros((1, count)), [0.0])])
        for stop, epochs in enumerate(stops):
            fit(model, known, y[:40], "mean_squared_error", SGD(0.1),
                epochs, batch_size=40)
            for part, (a, b) in enumerate(((known, y[:40]), (new, y[40:]))):
                losses[seed, place, stop, part] = mean_squared_error(b, model(a))
middle = np.median(losses, axis=0)
for count, rows in zip(inputs, middle):
    for total, (a, b) in zip(np.cumsum(stops), rows):
        print(f"inputs {count}, epoch {total}: {a:.3f}, new data {b:.3f}")
