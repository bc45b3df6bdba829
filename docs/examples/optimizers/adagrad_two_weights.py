import numpy as np
from dlnotes.optimizers import Adagrad

w = np.zeros(2)
optimizer = Adagrad(1.0, initial_accumulator_value=0.0)
for t in range(1, 401):
    g = np.array([1.0, 1.0 if t % 25 == 0 else 0.0])
    optimizer.update([w], [g])

sums = optimizer.state("accumulator")[0]
rates = 1.0 / np.sqrt(sums)
print(f"sums of squares  {sums[0]:.0f}  {sums[1]:.0f}")
print(f"rates            {rates[0]:.2f}  {rates[1]:.2f}")
print(f"weights          {w[0]:.2f}  {w[1]:.2f}")
