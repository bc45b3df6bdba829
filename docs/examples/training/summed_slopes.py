import numpy as np

x = np.linspace(-1.0, 1.0, 256)
y = 2 * x + 1
sizes, ends = (8, 64), []
for size in sizes:
    part = np.random.default_rng(0).permutation(256)[:size]
    for name, reduce in (("mean", np.mean), ("sum", np.sum)):
        w = 0.0
        for _ in range(10):
            error = w * x[part] + 1 - y[part]
            w = w - 0.1 * reduce(2 * error * x[part])
        ends.append(w)
        print(f"batch size {size}, {name}: w = {w:.3f}")
