import numpy as np
from dlnotes.activations import sigmoid

learning_rate = 0.5
target = np.array([0.4, 0.6])
hidden_weights = np.array([[0.30, 0.25], [0.40, 0.35]])
output_weights = np.array([[0.45, 0.40], [0.70, 0.60]])
h = sigmoid(hidden_weights @ [0.1, 0.2])
o = sigmoid(output_weights @ h)

dE_do = -(target - o)
do_dz = o * (1 - o)
delta = dE_do * do_dz
gradient = np.outer(delta, h)  # dE/dw5 dE/dw6 / dE/dw7 dE/dw8
updated = output_weights - learning_rate * gradient

for i in (0, 1):
    print(f"dE/do{i + 1} = {dE_do[i]:+.8f}   do{i + 1}/dz{i + 3} = {do_dz[i]:.8f}   delta{i + 1} = {delta[i]:+.8f}")
for i, (slope, weight) in enumerate(zip(gradient.flat, updated.flat), start=5):
    print(f"dE/dw{i} = {slope:+.8f}   new w{i} = {weight:.8f}")
