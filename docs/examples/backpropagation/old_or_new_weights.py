import numpy as np
from dlnotes.activations import sigmoid

learning_rate, x, target = 0.5, np.array([0.1, 0.2]), np.array([0.4, 0.6])
hidden_weights = np.array([[0.30, 0.25], [0.40, 0.35]])
output_weights = np.array([[0.45, 0.40], [0.70, 0.60]])
h = sigmoid(hidden_weights @ x)
o = sigmoid(output_weights @ h)
delta_output = -(target - o) * o * (1 - o)
new_output_weights = output_weights - learning_rate * np.outer(delta_output, h)


def updated(weights):
    delta = weights.T @ delta_output * h * (1 - h)
    return hidden_weights - learning_rate * np.outer(delta, x)


right = updated(output_weights)
wrong = updated(new_output_weights)
for i, (r, w) in enumerate(zip(right.flat, wrong.flat), start=1):
    print(f"w{i}: old weights {r:.8f}   new weights {w:.8f}   difference {w - r:+.2e}")
