import numpy as np
from dlnotes.training import gradient_descent

sizes = np.array([1.0, 25.0])
rates = [0.01, 0.04, 2 / 26, 0.081]
paths = [gradient_descent(lambda w: sizes * w, [10.0, 1.0], r, 100)
         for r in rates]
ends = np.array([path[-1] for path in paths])
for r, (w1, w2) in zip(rates, ends):
    print(f"rate {r:.6f}: w1 = {w1:9.6f}, w2 = {w2:9.6f}")
