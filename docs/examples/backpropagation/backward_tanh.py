import numpy as np


def gradients(weights, x, t):
    outputs = [x]
    for W in weights:
        outputs.append(np.tanh(W @ outputs[-1]))
    found, arrives = [], outputs[-1] - t
    for W in reversed(weights):
        y = outputs.pop()
        delta = arrives * (1 - y**2)
        found.append(np.outer(delta, outputs[-1]))
        arrives = W.T @ delta
    return found[::-1]


x, t = np.array([0.1, 0.2]), np.array([0.4, 0.6])
W1 = np.array([[0.30, 0.25], [0.40, 0.35], [0.2, -0.3]])
W2 = np.array([[0.45, 0.40, 0.1], [0.70, 0.60, -0.2]])
slope = gradients([W1, W2], x, t)[0][0, 0]
print(f"dE/dw1 = {slope:.8f}")
