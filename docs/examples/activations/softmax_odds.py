import numpy as np
from dlnotes.activations import softmax

s = softmax([np.log(6), np.log(3), np.log(1)])

print(f"{s[0]:.1f}, {s[1]:.1f}, {s[2]:.1f}")
