import numpy as np
from dlnotes.activations import sigmoid, softmax, softmax_jacobian

z = np.array([[-2.0], [0.0], [3.0]])
s, p = softmax(z)[:, 0], sigmoid(z)[:, 0]
slope = np.array([softmax_jacobian(row)[0, 0] for row in z])
for zi, si, di, pi in zip(z[:, 0], s, slope, p):
    one = f"softmax {si:.0f}, slope {abs(di):.0f}"
    print(f"z = {zi:4.1f}   {one}   sigmoid {pi:.4f}")
