import numpy as np
from dlnotes import losses

seeds, seen = range(20), np.arange(300) % 3 == 0
t = np.repeat([1.0, -1.0], 150)
cases = {"hinge": (t, {})}
cases["binary_crossentropy"] = ((t + 1) / 2, {"from_logits": True})
right, resting = np.zeros((2, 20)), np.zeros((2, 20))

for i, (name, (labels, options)) in enumerate(cases.items()):
    gradient = getattr(losses, f"{name}_gradient")
    for seed in seeds:
        x = np.random.default_rng(seed).normal(size=(300, 2))
        x, w = np.c_[x + t[:, None], np.ones(300)], np.zeros(3)
        for step in range(1000):
            g = gradient(labels[seen], x[seen] @ w, **options)
            w = w - 0.5 * 0.99**step * (x[seen].T @ g)
        right[i, seed] = np.mean(t[~seen] * (x[~seen] @ w) > 0)
        resting[i, seed] = np.mean(g == 0)
    for what, row in [("right", right[i]), ("resting", resting[i])]:
        low, middle, high = np.quantile(row, [0, 0.5, 1])
        span = f"{middle:.3f}, {low:.3f} to {high:.3f}"
        print(f"{name:20} {what:8} {span}")
median, rest = np.median([right, resting], axis=2)
