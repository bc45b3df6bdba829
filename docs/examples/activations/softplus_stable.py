import numpy as np


def softplus(x):
    return np.maximum(0, x) + np.log1p(np.exp(-np.abs(x)))


x = np.array([-1000.0, -1.0, 1.0, 1000.0])
y = softplus(x)
assert np.allclose(y[1:3], np.log(1 + np.exp(x[1:3])))
assert y[0] == 0
assert y[3] == 1000
print(f"softplus: {y[0]:.1f} {y[1]:.4f} {y[2]:.4f} {y[3]:.1f}")
