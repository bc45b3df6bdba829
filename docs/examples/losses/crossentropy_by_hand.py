import numpy as np


def binary(t, p):
    return np.mean(-(t * np.log(p) + (1 - t) * np.log(1 - p)))


def categorical(t, s):
    return np.mean(-np.sum(t * np.log(s), axis=1))


def sparse(c, s):
    return np.mean(-np.log(s[np.arange(len(c)), c]))


s = np.array([[0.7, 0.2, 0.1], [0.1, 0.3, 0.6]])
t = np.array([[1, 0, 0], [0, 1, 0]])
c = np.array([0, 1])
both = [categorical(t, s), sparse(c, s)]
rain = binary(np.array([1, 0]), np.array([0.9, 0.2]))
print(f"categorical {both[0]:.6f}   sparse {both[1]:.6f}")
print(f"binary {rain:.6f}")
