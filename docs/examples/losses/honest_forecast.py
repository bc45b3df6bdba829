import numpy as np
from dlnotes.losses import binary_crossentropy

t = np.array([1, 1, 1, 1, 1, 1, 1, 0, 0, 0])
p = [0.5, 0.6, 0.7, 0.8, 0.9, 0.99]
loss = [binary_crossentropy(t, np.full(10, pi)) for pi in p]

for pi, li in zip(p, loss):
    print(f"every day {pi:4.0%}: mean loss = {li:.6f}")
