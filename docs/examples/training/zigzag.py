import numpy as np
from dlnotes.training import gradient_descent

curvature = np.array([1.0, 20.0])
flips, ends = [], []
for rate in (0.02, 0.09, 0.11):
    path = gradient_descent(lambda w: curvature * w, [1.0, 1.0], rate, 20)
    flips.append(np.sum(np.diff(np.sign(path[:, 1])) != 0))
    ends.append(path[-1, 1])
    print(f"rate {rate}: {flips[-1]} changes of side, "
          f"across {ends[-1]:.4g}")
