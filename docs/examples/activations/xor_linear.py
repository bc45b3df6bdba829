import numpy as np
from dlnotes.datasets import logic_gate

x, y_true = logic_gate("xor")
with_bias = np.column_stack([x, np.ones(4)])
best = np.linalg.lstsq(with_bias, y_true, rcond=None)[0]
y = with_bias @ best
error = np.mean((y - y_true) ** 2)

for (p, q), target, answer in zip(x, y_true, y):
    gate = f"{p:.0f} XOR {q:.0f} = {target:.0f}"
    print(f"{gate}   best linear answer {answer:.4f}")
print(f"mean squared error {error:.4f}")
