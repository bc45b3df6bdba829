import numpy as np
from dlnotes.datasets import auto_mpg

x, t = auto_mpg()
X = np.c_[(x - x.mean(axis=0)) / x.std(axis=0), np.ones(len(x))]
exact = np.linalg.solve(X.T @ X, X.T @ t)

w, steps = np.zeros_like(exact), 0
while np.abs(w - exact).max() > 1e-6:
    w -= 0.3 * X.T @ (X @ w - t) / len(t)
    steps += 1
weights = exact.ravel()
print(f"{steps} steps of gradient descent, or one equation")
print("weights", " ".join(f"{v:.3f}" for v in weights))
