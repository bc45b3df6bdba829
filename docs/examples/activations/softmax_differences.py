import numpy as np
from dlnotes.activations import softmax

logits = np.array([[1, 2, 3], [101, 102, 103], [10, 20, 30]])
s = softmax(logits)
added = logits[1, 0] - logits[0, 0]
factor = logits[2, 0] / logits[0, 0]

for x, (a, b, c) in zip(logits, s):
    print(f"{x[0]:3} {x[1]:3} {x[2]:3}   {a:.3e}   {b:.3e}   {c:.6f}")
