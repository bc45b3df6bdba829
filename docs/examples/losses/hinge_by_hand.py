import numpy as np


def hinge(t, s):
    return np.mean(np.maximum(0, 1 - t * s))


def hinge_gradient(t, s):
    return np.where(t * s < 1, -t, 0) / len(t)


t = np.array([1.0, 1.0, -1.0, -1.0])
s = np.array([3.0, 0.5, -1.0, 2.0])
margin = t * s
loss = hinge(t, s)
slopes = hinge_gradient(t, s)

print(f"margins  {margin.tolist()}")
print(f"loss     {loss:.3f}")
print(f"slopes   {slopes.tolist()}")
