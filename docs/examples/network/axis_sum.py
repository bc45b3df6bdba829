import numpy as np

a = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
down, across = a.sum(axis=0), a.sum(axis=1)
sums = {"axis=0": down, "axis=1": across, "all": a.sum()}

for name, s in sums.items():
    values = "  ".join(f"{value:.0f}" for value in np.ravel(s))
    print(f"{name:6}   {a.shape} -> {s.shape}   {values}")
