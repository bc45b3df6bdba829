import numpy as np
from dlnotes.activations import softmax, softmax_jacobian

logits = np.full(4, 7.0)
s = softmax(logits)
derivative = softmax_jacobian(logits)
own, other = derivative[0, :2]

print(f"each probability = {s[0]:.2f}")
print(f"own slope = {own:.4f}   other slopes = {other:.4f}")
