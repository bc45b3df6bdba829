import numpy as np
from dlnotes.training import iterations_per_epoch, minibatches

x = y = np.arange(2050)
kept = list(minibatches(x, y, batch_size=200))
dropped = list(minibatches(x, y, batch_size=200, drop_last=True))
last, unused = len(kept[-1][0]), 2050 - sum(len(batch) for batch, _ in dropped)
iterations = np.array([len(kept), len(dropped)])

print(f"last batch kept:    {iterations[0]} iterations, the last one has {last} samples")
print(f"last batch dropped: {iterations[1]} iterations, {unused} samples unused")
print(f"ceil(2050 / 200) = {iterations_per_epoch(2050, 200)}")
print(f"floor(2050 / 200) = {iterations_per_epoch(2050, 200, drop_last=True)}")
for epochs in (1, 50):
    updates = epochs * iterations
    print(f"updates in {epochs} epochs: {updates[0]} kept, {updates[1]} dropped")
