import numpy as np

k, first, steps = np.array([0, 25, 50, 75, 100]), 0.1, 100
table = {"constant": np.full(5, first),
         "steps": first * 0.5 ** np.floor(k / 25),
         "exponential": first * 0.96 ** k,
         "one over k": first / (1 + 0.1 * k),
         "cosine": first / 2 * (1 + np.cos(np.pi * k / steps))}
for name, rates in table.items():
    print(f"{name:11}", " ".join(f"{rate:.6f}" for rate in rates))
