import numpy as np
from dlnotes.activations import softmax

logits = np.array([10.0, 0.0, -5.0])
once = softmax(logits)
twice = softmax(once)

print(f"once:  {once[0]:.6f} {once[1]:.6f} {once[2]:.6f}")
print(f"twice: {twice[0]:.6f} {twice[1]:.6f} {twice[2]:.6f}")
