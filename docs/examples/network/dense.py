import numpy as np
from dlnotes.network import Dense

weights = np.array([[1.0, 0.5], [-1.0, 0.25], [0.5, 1.0]])  # (units, inputs)
layer = Dense(weights, bias=[0.0, 0.5, -0.25], activation="relu")
x = np.array([2.0, 3.0])

z = layer.weighted_sum(x)
a = layer.activate(z)

print(f"W: {weights.shape}   x: {x.shape}   z: {z.shape}   a: {a.shape}")
for unit, (zi, ai) in enumerate(zip(z, a), start=1):
    print(f"unit {unit}   z = {zi:5.2f}   a = {ai:.2f}")
