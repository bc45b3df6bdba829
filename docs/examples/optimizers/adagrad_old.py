import numpy as np
from dlnotes.optimizers import Adagrad

cases = {"calm start": 1.0, "loud start": 100.0}
steps = []

for name, loud in cases.items():
    w = np.array([0.0])
    optimizer = Adagrad(1.0, initial_accumulator_value=0.0)
    for t in range(1000):
        before = w[0]
        g = loud if t < 10 else 1.0
        optimizer.update([w], [np.array([g])])
    steps.append(before - w[0])
    print(f"{name}   last step {steps[-1]:.5f}")
