import numpy as np
from dlnotes.activations import sigmoid

memory = 0.8
logits = np.array([-5.0, 0.0, 5.0])
gate = sigmoid(logits)
kept = gate * memory

for z, g, k in zip(logits, gate, kept):
    print(f"gate({z:+.1f}) = {g:.6f}   kept memory = {k:.6f}")
