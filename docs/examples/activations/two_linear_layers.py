import numpy as np
from dlnotes.activations import relu

rng = np.random.default_rng(0)
W1, W2, x = rng.normal(size=(4, 3)), rng.normal(size=(2, 4)), rng.normal(size=3)
two_layers = W2 @ (W1 @ x)
one_layer = (W2 @ W1) @ x
with_relu = W2 @ relu(W1 @ x)
difference = np.max(np.abs(two_layers - one_layer))

print(f"W2 (W1 x)      = {two_layers[0]:.6f}, {two_layers[1]:.6f}")
print(f"(W2 W1) x      = {one_layer[0]:.6f}, {one_layer[1]:.6f}")
print(f"W2 relu(W1 x)  = {with_relu[0]:.6f}, {with_relu[1]:.6f}")
print(f"first two differ by less than 1e-14: {difference < 1e-14}")
