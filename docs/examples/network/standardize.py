import numpy as np


def standardize(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)


X = np.array([[150.0, 1.0], [160.0, 3.0], [170.0, 5.0], [180.0, 7.0]])
S = standardize(X)
mean, deviation = 0.0, 1.0
assert S.shape == X.shape
assert np.allclose(S.mean(axis=0), mean)
assert np.allclose(S.std(axis=0), deviation)

for row in S:
    print(f"{row[0]:7.4f}  {row[1]:7.4f}")
