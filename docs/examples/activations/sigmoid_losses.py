import numpy as np
from dlnotes.activations import sigmoid

counts = {"squared error": [], "cross-entropy": []}
for seed in range(20):
    for loss, steps in counts.items():
        rng = np.random.default_rng(seed)
        x, line = rng.normal(size=(200, 2)), rng.normal(size=2)
        line = line / np.linalg.norm(line)
        t = (x @ line > 0).astype(float)
        w, step = -10 * line, 0  # confidently wrong
        while np.mean((x @ w > 0) == t) < 0.9:
            y = sigmoid(x @ w)
            delta = y - t
            if loss == "squared error":
                delta = 2 * delta * y * (1 - y)
            w, step = w - x.T @ delta / len(x), step + 1
        steps.append(step)

summary = [np.quantile(steps, [0, 0.5, 1]) for steps in counts.values()]
for loss, (low, middle, high) in zip(counts, summary):
    print(f"{loss}: median {middle:,.1f}, {low:,.0f} to {high:,.0f}")
