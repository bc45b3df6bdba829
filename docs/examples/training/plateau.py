import numpy as np
from dlnotes.activations import sigmoid, sigmoid_derivative
from dlnotes.training import gradient_descent


def loss(w):
    return (sigmoid(w[0] + w[1]) - 1) ** 2


def gradient(w):
    z = w[0] + w[1]
    return np.full(2, 2 * (sigmoid(z) - 1) * sigmoid_derivative(z))


starts = [[-4.0, -4.0], [0.0, 0.0]]
paths = [gradient_descent(gradient, s, 1.0, 1000) for s in starts]
losses = [[loss(p[k]) for k in (0, 10, 100, 500, 1000)] for p in paths]
norms = [np.linalg.norm(gradient(p[0])) for p in paths]
print("start        gradient  loss after 0, 10, 100, 500, 1000")
for s, norm, row in zip(starts, norms, losses):
    a, b, c, d, e = row
    print(f"{s!s:12} {norm:.6f}  {a:.4f} {b:.4f} {c:.4f} {d:.4f} {e:.4f}")
