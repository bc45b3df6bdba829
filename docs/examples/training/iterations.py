import numpy as np
from dlnotes.training import minibatches

x = y = np.arange(2000)
batches = list(minibatches(x, y, batch_size=200))
iterations = len(batches)
epochs = 50
updates = iterations * epochs

print(f"samples in the first batch: {len(batches[0][0])}")
print(f"iterations per epoch: {iterations}")
print(f"updates in {epochs} epochs: {updates}")
