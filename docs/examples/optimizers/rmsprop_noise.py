import numpy as np
from dlnotes.optimizers import RMSprop

slopes, seeds, noise = [1e-2, 1e-4, 1e-6], 20, 1e-3
right, size = np.zeros((2, 3, seeds))

for i, slope in enumerate(slopes):
    for seed in range(seeds):
        rng = np.random.default_rng(seed)
        rule, w, moves = RMSprop(1.0), np.zeros(1), []
        for g in slope + noise * rng.normal(size=1000):
            before = w[0]
            rule.update([w], [np.array([g])])
            moves.append(w[0] - before)
        right[i, seed] = np.mean(np.array(moves) < 0)
        size[i, seed] = np.mean(np.abs(moves))
    low, middle, high = np.quantile(right[i], [0, 0.5, 1])
    steps = np.median(size[i])
    print(f"{slope:.0e} step {steps:.3f} ", end="")
    print(f"right {middle:.3f}, {low:.3f} to {high:.3f}")
median, step = np.median([right, size], axis=2)
