import numpy as np
from dlnotes.activations import sigmoid

x = np.array([0.1, 0.2])
hidden_weights = np.array([[0.30, 0.25], [0.40, 0.35]])  # w1 w2 / w3 w4
output_weights = np.array([[0.45, 0.40], [0.70, 0.60]])  # w5 w6 / w7 w8

z1, z2 = hidden_weights @ x
h1, h2 = sigmoid([z1, z2])
z3, z4 = output_weights @ [h1, h2]
o1, o2 = sigmoid([z3, z4])

print(f"z1 = {z1:.8f}  z2 = {z2:.8f}")
print(f"h1 = {h1:.8f}  h2 = {h2:.8f}")
print(f"z3 = {z3:.8f}  z4 = {z4:.8f}")
print(f"o1 = {o1:.8f}  o2 = {o2:.8f}")
