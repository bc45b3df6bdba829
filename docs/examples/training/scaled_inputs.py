import numpy as np
from dlnotes.training import gradient_descent

x = np.array([10.0, 20.0, 30.0, 40.0, 50.0])
t = np.array([3.0, 4.0, 6.0, 6.0, 9.0])
inputs = {"as given": x, "standardized": (x - x.mean()) / x.std()}
curvatures, gaps = [], []
for v in inputs.values():
    X = np.stack([v, np.ones(5)], axis=1)
    H = 2 / 5 * X.T @ X
    sizes = np.linalg.eigvalsh(H)
    c = 2 / 5 * X.T @ t
    path = gradient_descent(lambda w, H=H, c=c: H @ w - c,
                            [0.0, 0.0], 2 / sizes.sum(), 100)
    gap = path[-1] - np.linalg.solve(H, c)
    curvatures.append(sizes)
    gaps.append(np.abs(gap).max())
bounds = [2 / sizes[1] for sizes in curvatures]
ratios = [sizes[1] / sizes[0] for sizes in curvatures]
for row in zip(inputs, bounds, ratios, gaps):
    print("{:12} bound {:.6f}   ratio {:8.2f}   gap {:.0e}"
          .format(*row))
