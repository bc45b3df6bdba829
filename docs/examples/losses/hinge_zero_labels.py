import numpy as np

seeds, t = range(20), np.repeat([1.0, -1.0], 50)
kinds = {"-1 and 1": t, "0 and 1": (t + 1) / 2}
right = np.zeros((2, 2, 20))

for i, (kind, labels) in enumerate(kinds.items()):
    for seed in seeds:
        x = np.random.default_rng(seed).normal(size=(100, 2))
        x = np.c_[x + 2 * (t[:, None] + 1), np.ones(100)]
        w = np.zeros(3)
        for step in range(1000):
            short = labels * (x @ w) < 1
            w = w + 0.1 * 0.995**step * (short * labels) @ x / 100
        hit = t * (x @ w) > 0
        right[i, :, seed] = np.mean(hit[t > 0]), np.mean(hit[t < 0])
    for sign, row in zip(("positive", "negative"), right[i]):
        low, middle, high = np.quantile(row, [0, 0.5, 1])
        span = f"{middle:.2f}, {low:.2f} to {high:.2f}"
        print(f"labels {kind:8} {sign} right {span}")
median = np.median(right, axis=2)
