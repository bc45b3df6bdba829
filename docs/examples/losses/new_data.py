import numpy as np
from dlnotes.datasets import noisy_line
from dlnotes.losses import mean_squared_error


def fitted(degree, seed):
    rng = np.random.default_rng(seed)
    x, t = noisy_line(20, rng, noise=0.3)
    new_x, new_t = noisy_line(200, rng, noise=0.3)
    line = np.polyfit(x[:, 0], t[:, 0], degree)
    pairs = (x, t), (new_x, new_t)
    return [mean_squared_error(b, np.polyval(line, a))
            for a, b in pairs]


degrees, seeds = [1, 9], 20
both = [[fitted(d, k) for k in range(seeds)] for d in degrees]
middle = np.median(both, axis=1)
for d, m in zip(degrees, middle):
    print(f"degree {d}: training {m[0]:.4f}, new {m[1]:.4f}")
