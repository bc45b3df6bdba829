import numpy as np
from dlnotes.activations import softmax

odds = np.array([6, 3, 1])
s = softmax(np.log(odds))

print(f"{s[0]:.1f}, {s[1]:.1f}, {s[2]:.1f}")
