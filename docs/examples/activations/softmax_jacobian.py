import numpy as np
from dlnotes.activations import softmax, softmax_jacobian

logits = np.array([2.0, 1.0, -1.0])
s = softmax(logits)
derivative = softmax_jacobian(logits)

for row in derivative:
    print(f"[{row[0]:11.8f} {row[1]:11.8f} {row[2]:11.8f}]")
