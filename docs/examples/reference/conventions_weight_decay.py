import numpy as np
from dlnotes.optimizers import AdamW

eta, share, start = 0.1, 0.5, 1.0
w, zero = np.array([start]), [np.array([0.0])]
AdamW(eta, weight_decay=share).update([w], zero)
frameworks = w[0]

w = np.array([start])
AdamW(eta, weight_decay=share / eta).update([w], zero)
paper = w[0]

print(f"Keras and PyTorch = {frameworks:.4f}")
print(f"paper             = {paper:.4f}")
