import numpy as np
from dlnotes.activations import sigmoid, softmax

logits = np.array([2.0, 1.0, -1.0])
shares = softmax(logits)
separate = sigmoid(logits)
share_total, separate_total = shares.sum(), separate.sum()

for z, si, yi in zip(logits, shares, separate):
    print(f"logit {z:4.1f}   softmax {si:.6f}   sigmoid {yi:.6f}")
print(f"sum          {share_total:16.6f} {separate_total:18.6f}")
