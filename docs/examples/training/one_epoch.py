import numpy as np
from dlnotes.training import minibatches

x = y = np.arange(2000)
rng = np.random.default_rng(0)
seen = np.zeros(2000, dtype=int)

for x_batch, _ in minibatches(x, y, batch_size=200, rng=rng):
    seen[x_batch] += 1

fewest, most = seen.min(), seen.max()
print(f"uses of a sample: at least {fewest}, at most {most}")
