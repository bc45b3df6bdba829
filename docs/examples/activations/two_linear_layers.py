import numpy as np
from dlnotes.activations import relu

rng = np.random.default_rng(0)
W1, W2 = rng.normal(size=(4, 3)), rng.normal(size=(2, 4))
x = rng.normal(size=3)
b1, b2 = rng.normal(size=4), rng.normal(size=2)
two_layers = W2 @ (W1 @ x + b1) + b2
W, b = W2 @ W1, W2 @ b1 + b2
one_layer = W @ x + b
with_relu = W2 @ relu(W1 @ x + b1) + b2
difference = np.max(np.abs(two_layers - one_layer))

print(f"two linear layers  {two_layers[0]:9.6f} {two_layers[1]:9.6f}")
print(f"one layer          {one_layer[0]:9.6f} {one_layer[1]:9.6f}")
print(f"ReLU in between    {with_relu[0]:9.6f} {with_relu[1]:9.6f}")
print(f"first two differ by less than 1e-14: {difference < 1e-14}")
