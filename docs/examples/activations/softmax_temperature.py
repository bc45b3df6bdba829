import numpy as np
from dlnotes.activations import softmax

logits = np.array([2.0, 1.0, -1.0])
temperatures = np.array([10.0, 1.0, 0.1])
s = np.array([softmax(logits / t) for t in temperatures])

for t, (cat, dog, horse) in zip(temperatures, s):
    print(f"T {t:4.1f}  cat {cat:.6f}   "
          f"dog {dog:.6f}   horse {horse:.2e}")
