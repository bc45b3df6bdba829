import numpy as np
from dlnotes.activations import sigmoid

learning_rate, b1, b2 = 0.5, 0.35, 0.60
x, target = np.array([0.05, 0.10]), np.array([0.01, 0.99])
W1 = np.array([[0.15, 0.20], [0.25, 0.30]])
W2 = np.array([[0.40, 0.45], [0.50, 0.55]])
h = sigmoid(W1 @ x + b1)
o = sigmoid(W2 @ h + b2)
delta_output = (o - target) * o * (1 - o)
new_W2 = W2 - learning_rate * np.outer(delta_output, h)


def error(carrier):
    delta_hidden = carrier.T @ delta_output * h * (1 - h)
    new_W1 = W1 - learning_rate * np.outer(delta_hidden, x)
    new_h = sigmoid(new_W1 @ x + b1)
    return np.sum((sigmoid(new_W2 @ new_h + b2) - target) ** 2) / 2


old, new = error(W2), error(new_W2)
print(f"old weights  E = {old:.9f}")
print(f"new weights  E = {new:.9f}")
print(f"difference  {new - old:.2e}")
