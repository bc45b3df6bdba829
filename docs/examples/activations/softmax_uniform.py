import numpy as np
from dlnotes.activations import softmax, softmax_jacobian

logits = np.full(4, 7.0)
s = softmax(logits)
derivative = softmax_jacobian(logits)

print(f"each probability = {s[0]:.2f}")
print(f"own slope = {derivative[0, 0]:.4f}   other slopes = {derivative[0, 1]:.4f}")
