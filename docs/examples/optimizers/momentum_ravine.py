import numpy as np
from dlnotes.optimizers import NAG, SGD, Momentum

c, rates = np.array([1.0, 100.0]), 0.04 * 0.7 ** np.arange(12)
start, found = np.random.default_rng(0).normal(size=(40, 2)), []


def steps_needed(make, rate, start):
    w, goal = start.copy(), 1e-4 * (start**2 @ c)
    optimizer, needed = make(learning_rate=rate), np.full(20, 600)
    for step in range(1, 600):
        optimizer.update([w], [np.clip(c * w, -1e9, 1e9)])
        needed[(w**2 @ c < goal) & (needed == 600)] = step
    return needed


for make in (SGD, Momentum, NAG):
    tuned = [steps_needed(make, rate, start[:20]) for rate in rates]
    rate = rates[np.argmin(np.median(tuned, axis=1))]
    found.append(steps_needed(make, rate, start[20:]))
    low, middle, high = np.quantile(found[-1], [0, 0.5, 1])
    span = f"{middle:5.1f}, {low:.0f} to {high:.0f}"
    print(f"{make.__name__:8}  rate {rate:.4f}  steps {span}")
medians = np.median(found, axis=1)
