import numpy as np
from dlnotes.activations import softmax

names = ["cat", "dog", "horse"]
logits = np.array([2.0, 1.0, -1.0])
s = softmax(logits)
total = np.sum(s)

for name, z, si in zip(names, logits, s):
    print(f"{name:5} logit {z:4.1f}   probability {si:.8f}")
print(f"sum = {total:.8f}")
