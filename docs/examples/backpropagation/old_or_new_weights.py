import numpy as np
from dlnotes.activations import sigmoid

learning_rate = 0.5
x, target = np.array([0.1, 0.2]), np.array([0.4, 0.6])
hidden_weights = np.array([[0.30, 0.25], [0.40, 0.35]])
old = np.array([[0.45, 0.40], [0.70, 0.60]])  # w5 w6 / w7 w8
h = sigmoid(hidden_weights @ x)
o = sigmoid(old @ h)
delta_output = -(target - o) * o * (1 - o)
new = old - learning_rate * np.outer(delta_output, h)


def updated(carrier):
    delta = carrier.T @ delta_output * h * (1 - h)
    return hidden_weights - learning_rate * np.outer(delta, x)


right, wrong = updated(old), updated(new)
print("    old w5-w8   new w5-w8   difference")
for i, (r, w) in enumerate(zip(right.flat, wrong.flat), start=1):
    print(f"w{i}  {r:.8f}  {w:.8f}  {w - r:.2e}")
