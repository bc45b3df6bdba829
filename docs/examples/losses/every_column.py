import numpy as np

s = np.array([[0.9, 0.1], [0.2, 0.8]])
c = np.array([0, 1])
wrong = -np.mean(np.log(s[:, c]))
right = -np.mean(np.log(s[np.arange(2), c]))
print(f"shapes {s[:, c].shape} and {s[np.arange(2), c].shape}")
print(f"wrong = {wrong:.6f}   right = {right:.6f}")
