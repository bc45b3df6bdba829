import numpy as np
from dlnotes.datasets import logic_gate

x, y_true = logic_gate("xor")
with_bias = np.column_stack([x, np.ones(4)])
best = np.linalg.lstsq(with_bias, y_true, rcond=None)[0]
y = with_bias @ best
error = np.mean((y - y_true) ** 2)

for xi, yi, ti in zip(x, y, y_true):
    print(f"{xi[0]:.0f} XOR {xi[1]:.0f} = {ti:.0f}   best linear answer {yi:.4f}")
print(f"mean squared error {error:.4f}")
