import numpy as np


def batches(x, size):
    starts = range(0, len(x) - size + 1, size)
    return [x[start:start + size] for start in starts]


for samples in (2050, 2000):
    assert len(batches(np.arange(samples), 200)) == 10
full = len(batches(np.arange(2050), 200))
print(f"{full} batches of 200")
