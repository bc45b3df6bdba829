import numpy as np
from dlnotes import losses

seeds, outlier = range(20), np.arange(11) == 10
rngs = [np.random.default_rng(seed) for seed in seeds]
x = np.sort([rng.uniform(-1, 1, 11) for rng in rngs])
clean = 2.0 * x + 1.0 + [rng.normal(0, 0.3, 11) for rng in rngs]
data = {"clean": clean, "outlier": clean + 20.0 * outlier}
names = "mean_squared_error", "mean_absolute_error", "huber"
fits = np.zeros((3, 2, 3))

for i, name in enumerate(names):
    gradient = getattr(losses, f"{name}_gradient")
    for j, kind in enumerate(data):
        w = b = np.zeros((20, 1))
        for step in range(3500):
            g = 20 * gradient(data[kind], w * x + b)
            rate = 0.5 * 0.995**step
            w = w - rate * np.sum(g * x, axis=1, keepdims=True)
            b = b - rate * np.sum(g, axis=1, keepdims=True)
        fits[i, j] = np.quantile(w, [0.5, 0, 1])
        row = "{:5.2f}, {:.2f} to {:.2f}".format(*fits[i, j])
        print(f"{name:20} {kind:8} median {row}")
