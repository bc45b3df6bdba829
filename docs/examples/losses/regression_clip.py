import numpy as np


def huber_gradient(t, y, d):
    return np.clip(y - t, -d, d) / len(t)


t = np.array([10.0, 12.0, 15.0, 20.0])
y = np.array([12.0, 11.0, 15.0, 16.0])
slopes = huber_gradient(t, y, 3.0)

print(f"slopes: {slopes.tolist()}")
