import numpy as np
from dlnotes.network import Dense

kernel = np.array([[1.0, -1.0, 0.5], [0.5, 0.25, 1.0]])
bias = np.array([0.0, 0.5, -0.25])
x = np.array([[2.0, 3.0]])

inputs, units = kernel.shape
W = kernel.T
layer = Dense(W, bias, "identity")
ours = layer(x)
theirs = x @ kernel + bias

print(f"their matrix: {kernel.shape}, ours: {W.shape}")
print(f"ours   = {ours[0]}")
print(f"theirs = {theirs[0]}")
