import numpy as np
from dlnotes.activations import sigmoid, softmax
from dlnotes.losses import binary_crossentropy

z = np.array([[3.0, -2.0, 1.0]])
t = np.array([[1.0, 0.0, 1.0]])
p = sigmoid(z)
each = [binary_crossentropy(t[:, k], z[:, k], True) for k in range(3)]
mean = binary_crossentropy(t, z, from_logits=True)

print("sigmoids:", " ".join(f"{v:.4f}" for v in p[0]))
print("losses:  ", " ".join(f"{v:.4f}" for v in each))
print(f"mean {mean:.4f}   sum {3 * mean:.4f}")
even = softmax([100.0, -100.0, 100.0])
print("softmax at best:", " ".join(f"{v:.1f}" for v in even))
