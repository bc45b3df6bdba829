import numpy as np
from dlnotes.activations import sigmoid
from dlnotes.losses import half_sum_squared_error, mean_squared_error

hidden_weights = np.array([[0.30, 0.25], [0.40, 0.35]])
output_weights = np.array([[0.45, 0.40], [0.70, 0.60]])
target = np.array([0.4, 0.6])
output = sigmoid(output_weights @ sigmoid(hidden_weights @ [0.1, 0.2]))

E1, E2 = (target - output) ** 2 / 2
E = half_sum_squared_error(target, output)
mean = mean_squared_error(target, output)
E2_with_target1 = (target[0] - output[1]) ** 2 / 2

print(f"E1 = {E1:.8f}   E2 = {E2:.8f}")
print(f"E = E1 + E2 = {E:.8f}")
print(f"mean squared error = {mean:.8f}")
print(f"E2 with target1 = {E2_with_target1:.8f}")
