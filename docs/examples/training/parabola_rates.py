import numpy as np
from dlnotes.training import gradient_descent

rates = [0.01, 0.1, 0.5, 0.9, 1.0, 1.1]
paths = np.array([gradient_descent(lambda w: 2 * w, 4.0, r, 20)
                  for r in rates])
factors = [1 - 2 * r for r in rates]
print("rate  factor   w1      w2      w3      w20")
for r, f, p in zip(rates, factors, paths):
    print(f"{r:<5} {f:5.2f} {p[1]:7.3f} {p[2]:7.3f} {p[3]:7.3f}"
          f" {p[20]:9.3f}")
