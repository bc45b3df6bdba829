import numpy as np
from dlnotes.activations import sigmoid
from dlnotes.losses import binary_crossentropy_gradient

z, t = np.array([-8.0, -5.0, -2.0, 0.0, 2.0]), 1.0
p = sigmoid(z)
cross = [binary_crossentropy_gradient([t], [x], True)[0] for x in z]
square = 2 * (p - t) * p * (1 - p)

print("   z         p      p - t     square")
for row in zip(z, p, cross, square):
    print("{:4.1f}  {:.6f}  {:.6f}  {:.6f}".format(*row))
