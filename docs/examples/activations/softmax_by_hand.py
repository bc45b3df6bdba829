import numpy as np


def softmax(x):
    e = np.exp(x - x.max())
    return e / e.sum()


logits = np.array([2.0, 1.0, -1.0])
s = softmax(logits)
large = softmax(np.array([1000.0, 1001.0]))

print(f"cat {s[0]:.6f}   dog {s[1]:.6f}   horse {s[2]:.6f}")
print(f"logits of 1000 and 1001: {large[0]:.6f}, {large[1]:.6f}")
