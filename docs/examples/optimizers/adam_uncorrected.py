import numpy as np
from dlnotes.optimizers import Adam

times = (1, 2, 5, 10, 100, 1000, 5000)
b1, b2 = 0.9, 0.999
g, w, m, v, uncorrected = 3.0, np.zeros(1), 0.0, 0.0, []
rule, corrected = Adam(1.0, b1, b2), []

for t in range(1, 5001):
    before = w[0]
    rule.update([w], [np.array([g])])
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    if t in times:
        corrected.append(before - w[0])
        uncorrected.append(m / v**0.5)
        sizes = f"{corrected[-1]:.4f} {uncorrected[-1]:.4f}"
        print(f"step {t:4}  {sizes}")
