import numpy as np


def kl(t, s):
    seen = t > 0
    return np.sum(t[seen] * np.log(t[seen] / s[seen]))


t, s = np.array([0.5, 0.5, 0.0]), np.array([0.25, 0.5, 0.25])
found, same = kl(t, s), kl(t, t)
print(f"kl(t, s) = {found:.6f}")
print(f"kl(t, t) = {same:.6f}")
