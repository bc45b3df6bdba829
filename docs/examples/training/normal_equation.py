import numpy as np
from dlnotes.training import gradient_descent

x, t = np.arange(4.0), np.array([1.0, 2.0, 4.0, 5.0])
X = np.stack([x, np.ones(4)], axis=1)
solved = np.linalg.solve(X.T @ X, X.T @ t)


def gradient(w):
    return 2 / 4 * X.T @ (X @ w - t)


path = gradient_descent(gradient, [0.0, 0.0], 0.1, 800)
print(f"solved:     {solved[0]:.8f} {solved[1]:.8f}")
for k in (10, 100, 400):
    w, b = path[k]
    gap = np.abs(path[k] - solved).max()
    print(f"{k:3} steps:  {w:.8f} {b:.8f}   {gap:.0e}")
digits = 14
same = np.allclose(path[-1], solved, rtol=10.0**-digits, atol=0.0)
print(f"at the end, equal to {digits} digits: {same}")
