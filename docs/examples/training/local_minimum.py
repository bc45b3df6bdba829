import numpy as np
from dlnotes.training import gradient_descent


def slope(x):
    return x**3 - x + 0.2


full = gradient_descent(slope, 2.0, learning_rate=0.05, steps=400)[-1]
print(f"without noise: {full:.4f}")
spreads, escaped = (1.0, 4.0), []
for spread in spreads:
    ends = []
    for seed in range(20):
        rng = np.random.default_rng(seed)
        noise = rng.normal(0.0, spread, size=400)
        x = 2.0
        for step in noise:
            x = x - 0.05 * (slope(x) + step)
        ends.append(x)
    escaped.append(sum(np.less(ends, 0.0)))
    print(f"noise {spread}: {escaped[-1]} of 20 end in the deeper valley")
