import numpy as np
from dlnotes.activations import sigmoid

learning_rate, target = 0.5, np.array([0.4, 0.6])
hidden_weights = np.array([[0.30, 0.25], [0.40, 0.35]])
output_weights = np.array([[0.45, 0.40], [0.70, 0.60]])
h = sigmoid(hidden_weights @ [0.1, 0.2])
o = sigmoid(output_weights @ h)

dE_do = -(target - o)
do_dz = o * (1 - o)
delta = dE_do * do_dz
gradient = np.outer(delta, h)  # dE/dw5 dE/dw6 / dE/dw7 dE/dw8
updated = output_weights - learning_rate * gradient

print(f"dE/do   {dE_do[0]:.8f}  {dE_do[1]:.8f}")
print(f"do/dz   {do_dz[0]:.8f}  {do_dz[1]:.8f}")
print(f"dE/dz   {delta[0]:.8f}  {delta[1]:.8f}")
for i, (g, w) in enumerate(zip(gradient.flat, updated.flat), start=5):
    print(f"dE/dw{i}  {g:.8f}  new w{i}  {w:.8f}")
