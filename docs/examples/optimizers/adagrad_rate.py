import numpy as np
from dlnotes.optimizers import Adagrad

marks = [1, 4, 100, 10000]
steps, ways = [], []

w = np.array([0.0])
optimizer = Adagrad(1.0, initial_accumulator_value=0.0)
for t in range(1, 10001):
    before = w[0]
    optimizer.update([w], [np.array([2.0])])
    if t in marks:
        steps.append(before - w[0])
        ways.append(-w[0])
        print(f"step {t:5d}  size {steps[-1]:.4f}  way {ways[-1]:8.4f}")
