import numpy as np
from dlnotes.datasets import noisy_line
from dlnotes.training import minibatches

ratio = []
for seed in range(20):
    rng = np.random.default_rng(seed)
    x, y = noisy_line(256, rng, noise=0.5)
    g = (2 * (0 * x - y) * x).ravel()
    means = []
    for _ in range(500):
        parts = [part for part, _ in minibatches(g, g, 50, rng)]
        means.append([part.mean() for part in parts])
    spread = np.var(means, axis=0)
    ratio.append(spread[-1] / spread[0])

counts = [len(part) for part in parts]
middle, low, high = np.median(ratio), min(ratio), max(ratio)
print(f"samples in each batch: {counts}")
print(f"noise of the last batch, times that of the first: "
      f"{middle:.2f}, from {low:.2f} to {high:.2f}")
