import numpy as np

kept, reset = [], []
s = 0.0

for g in [3.0, 0.5, -0.01, 2.0, 0.1]:
    s = s + g**2
    kept.append(g / np.sqrt(s))
    fresh = 0.0 + g**2
    reset.append(g / np.sqrt(fresh))
    print(f"kept {kept[-1]:7.4f}   reset {reset[-1]:7.4f}")
