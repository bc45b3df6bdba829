import numpy as np

x, t = np.array([0.1, 0.2]), np.array([0.4, 0.6])
W1 = np.array([[0.30, 0.25], [0.40, 0.35]])
W2 = np.array([[0.45, 0.40], [0.70, 0.60]])
h = 1 / (1 + np.exp(-(W1 @ x)))
o = 1 / (1 + np.exp(-(W2 @ h)))

delta_o = (o - t) * o * (1 - o)
delta_h = W2 @ delta_o * h * (1 - h)
dE_dW1 = np.outer(delta_h, x)
print(f"dE/dw1 = {dE_dW1[0, 0]:.8f}")
