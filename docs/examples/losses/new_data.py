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
middle = np.quantile(both, [0.5, 0, 1], axis=1)
for k, d in enumerate(degrees):
    for name, three in zip(["training", "new data"], middle[:, k].T):
        print("degree {}: {} {:.3f}, {:.3f} to {:.3f}"
              .format(d, name, *three))
