import numpy as np
from dlnotes.activations import softmax

raised = np.array([2.0, 3.0, 4.0])
s = np.array([softmax([z, 1.0, -1.0]) for z in raised])

for z, (cat, dog, horse) in zip(raised, s):
    print(f"cat logit {z:.1f}: cat {cat:.6f}   "
          f"dog {dog:.6f}   horse {horse:.6f}")
