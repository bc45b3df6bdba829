import numpy as np
from dlnotes.activations import identity, sigmoid, softmax

z = np.array([2.0, -1.0, 0.5])
outputs = {f.__name__: f(z) for f in (identity, sigmoid, softmax)}

for name, a in outputs.items():
    values = "  ".join(f"{ai:7.4f}" for ai in a)
    print(f"{name:8}   {values}   sum = {a.sum():.4f}")
