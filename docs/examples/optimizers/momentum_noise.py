import numpy as np
from dlnotes.optimizers import Momentum

seeds, betas, spread = range(20), [0.0, 0.9], 3
backward = np.zeros((2, 20))

for i, beta in enumerate(betas):
    for seed in seeds:
        g = 1 + spread * np.random.default_rng(seed).normal(size=1100)
        w, steps = np.array([0.0]), []
        optimizer = Momentum(learning_rate=0.01, momentum=beta)
        for value in g:
            before = w.copy()
            optimizer.update([w], [np.array([value])])
            steps.append((w - before)[0])
        backward[i, seed] = np.mean(np.array(steps[100:]) > 0)
    low, middle, high = np.quantile(backward[i], [0, 0.5, 1])
    span = f"{middle:.3f}, {low:.3f} to {high:.3f}"
    print(f"beta {beta:.1f}   steps the wrong way: {span}")
median = np.median(backward, axis=1)
