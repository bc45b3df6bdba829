import numpy as np
from dlnotes.training import minibatches

samples, size = 2000, 200
x = y = np.arange(samples)
batches = list(minibatches(x, y, batch_size=size))
iterations = len(batches)
epochs = 50
updates = iterations * epochs

print(f"samples in the first batch: {len(batches[0][0])}")
print(f"iterations per epoch: {iterations}")
print(f"updates in {epochs} epochs: {updates}")
