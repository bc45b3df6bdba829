import numpy as np
from dlnotes.network import Dense

weights = np.array([[1.0, 0.5], [-1.0, 0.25], [0.5, 1.0]])
bias = np.array([0.0, 0.5, -0.25])
layer = Dense(weights, bias, activation="relu")
x = np.array([2.0, 3.0])

z = layer.weighted_sum(x)
a = layer.activate(z)

print(f"W: {weights.shape}   x: {x.shape}   z: {z.shape}")
for j in range(3):
    print(f"neuron {j + 1}   z = {z[j]:5.2f}   a = {a[j]:.2f}")
