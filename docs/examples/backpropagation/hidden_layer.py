import numpy as np
from dlnotes.activations import sigmoid

learning_rate = 0.5
x, target = np.array([0.1, 0.2]), np.array([0.4, 0.6])
hidden_weights = np.array([[0.30, 0.25], [0.40, 0.35]])
output_weights = np.array([[0.45, 0.40], [0.70, 0.60]])
h = sigmoid(hidden_weights @ x)
o = sigmoid(output_weights @ h)
delta_output = -(target - o) * o * (1 - o)

dE_dh = output_weights.T @ delta_output  # the old w5 to w8
dh_dz = h * (1 - h)
delta = dE_dh * dh_dz
gradient = np.outer(delta, x)  # dE/dw1 dE/dw2 / dE/dw3 dE/dw4
updated = hidden_weights - learning_rate * gradient

print(f"dE/dh   {dE_dh[0]:.8f}  {dE_dh[1]:.8f}")
print(f"dh/dz   {dh_dz[0]:.8f}  {dh_dz[1]:.8f}")
print(f"dE/dz   {delta[0]:.8f}  {delta[1]:.8f}")
for i, (g, w) in enumerate(zip(gradient.flat, updated.flat), start=1):
    print(f"dE/dw{i}  {g:.8f}  new w{i}  {w:.8f}")
