import numpy as np
from dlnotes.activations import sigmoid, softmax

z = np.array([-5.0, -1.0, 0.0, 2.0])
zero = np.zeros_like(z)
p = sigmoid(z)
two = softmax(np.stack([zero, z], axis=-1))[:, 1]
for zi, pi, si in zip(z, p, two):
    print(f"z = {zi:4.1f}   sigmoid {pi:.8f}   softmax {si:.8f}")
