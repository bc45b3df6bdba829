import numpy as np
from dlnotes.activations import softmax

near = np.array([0.0, 1.0])
small = softmax(near)
logits = np.array([1000.0, 1001.0])
large = softmax(logits)
with np.errstate(over="ignore", invalid="ignore"):
    exponentials = np.exp(logits)
    naive = exponentials / exponentials.sum()

print(f"softmax([0, 1])       = {small[0]:.8f}, {small[1]:.8f}")
print(f"softmax([1000, 1001]) = {large[0]:.8f}, {large[1]:.8f}")
print(f"the formula as typed  = {naive[0]}, {naive[1]}")
