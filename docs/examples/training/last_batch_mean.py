import numpy as np

losses = np.linspace(0.0, 1.0, 2050)
parts = [losses[start:start + 200] for start in range(0, 2050, 200)]
means = np.array([part.mean() for part in parts])
sizes = np.array([len(part) for part in parts])

true = losses.mean()
plain = means.mean()
weighted = (sizes * means).sum() / sizes.sum()
print(f"mean over the samples:      {true:.4f}")
print(f"plain mean of the batches:  {plain:.4f}")
print(f"weighted by their samples:  {weighted:.4f}")
