import numpy as np
from dlnotes.datasets import digits
from dlnotes.training import minibatches

x, y = digits()
w = np.random.default_rng(0).normal(size=(64, 128))
sizes, calls, multiplied = (1, 32, len(x)), [], []
for size in sizes:
    shapes = [part.shape for part, _ in minibatches(x, y, size)]
    calls.append(len(shapes))
    multiplied.append(sum(rows * w.size for rows, _ in shapes))
    print(f"batch size {size}: {calls[-1]} matrix products, "
          f"{multiplied[-1]} multiplications")

one_by_one = np.array([row @ w for row in x[:32]])
difference = abs(x[:32] @ w - one_by_one).max()
print(f"same numbers: {difference < 1e-9}")
