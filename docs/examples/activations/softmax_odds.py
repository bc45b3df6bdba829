import numpy as np
from dlnotes.activations import softmax

odds = np.array([6, 3, 1])
s = softmax(np.log(odds))
doubled = softmax(2 * np.log(odds))

print(f"logits:  {s[0]:.4f}, {s[1]:.4f}, {s[2]:.4f}")
print(f"doubled: {doubled[0]:.4f}, {doubled[1]:.4f}, {doubled[2]:.4f}")
