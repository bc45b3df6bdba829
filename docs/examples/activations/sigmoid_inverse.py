import numpy as np


def logit(y):
    return np.log(y / (1 - y))


x = np.array([-3.0, 0.0, 2.0])
y = 1 / (1 + np.exp(-x))
back = logit(y)
assert np.allclose(back, x)
print(f"logit of 0.9 = {logit(0.9):.8f}")
