import numpy as np


def binary_from_logits(t, z):
    return np.mean(np.logaddexp(0, z) - t * z)


def categorical_from_logits(t, z):
    m = z.max(axis=1, keepdims=True)
    total = np.exp(z - m).sum(axis=1, keepdims=True)
    log_s = z - m - np.log(total)
    return np.mean(-np.sum(t * log_s, axis=1))


t, z = np.array([[1, 0, 0]]), np.array([[0.0, 800.0, 10.0]])
far = categorical_from_logits(t, z)
rain = binary_from_logits(np.array([1.0]), np.array([-800.0]))
print(f"categorical = {far:.1f}   binary = {rain:.1f}")
