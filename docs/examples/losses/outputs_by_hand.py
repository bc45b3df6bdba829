import numpy as np


def squared(z, t):
    return np.mean((z - t) ** 2)


def binary(z, t):
    p = 1 / (1 + np.exp(-z))
    return -np.mean(t * np.log(p) + (1 - t) * np.log(1 - p))


def categorical(z, t):
    e = np.exp(z - z.max())
    return -np.sum(t * np.log(e / e.sum()))


z, number = np.array([2.0, 1.0, -1.0]), 3.0
one_hot, flags = np.array([1, 0, 0]), np.array([1, 0, 1])
print(f"number: {squared(z[0], number):.6f}")
print(f"yes: {binary(z[0], 1):.6f}")
print(f"one class: {categorical(z, one_hot):.6f}")
print(f"labels: {binary(z, flags):.6f}")
