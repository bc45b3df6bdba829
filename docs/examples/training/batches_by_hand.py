import numpy as np


def batches(x, size):
    starts = range(0, len(x), size)
    return [x[start:start + size] for start in starts]


parts = batches(np.arange(2050), 200)
iterations, last = len(parts), len(parts[-1])
print(f"{iterations} batches, the last one holds {last} samples")
