from dlnotes.training import iterations_per_epoch

samples, batch_size, epochs = 60_000, 128, 5
iterations = iterations_per_epoch(samples, batch_size)
last = samples - (iterations - 1) * batch_size
updates = epochs * iterations

print(f"iterations per epoch: {iterations}")
print(f"samples in the last batch: {last}")
print(f"updates in {epochs} epochs: {updates}")
