import numpy as np
from dlnotes.training import iterations_per_epoch, minibatches

samples, size, epochs = 2050, 200, 50
x = y = np.arange(samples)
kept = list(minibatches(x, y, batch_size=size))
dropped = list(minibatches(x, y, batch_size=size, drop_last=True))
with_last, without_last = len(kept), len(dropped)
last = len(kept[-1][0])
unused = samples - sum(len(batch) for batch, _ in dropped)

print(f"last batch kept: {with_last} iterations, {last} samples in it")
print(f"last batch dropped: {without_last} iterations, {unused} unused")
print(f"ceil: {iterations_per_epoch(samples, size)}")
print(f"floor: {iterations_per_epoch(samples, size, drop_last=True)}")
updates, updates_dropped = epochs * with_last, epochs * without_last
print(f"in {epochs} epochs: {updates} updates, or {updates_dropped}")
