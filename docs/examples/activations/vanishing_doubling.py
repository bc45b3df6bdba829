import numpy as np
from dlnotes.activations import relu, relu_derivative
from dlnotes.initializers import he_normal

factor, layers = 2.0, 11


def first_layer(scale):
    rng = np.random.default_rng(0)
    a, sums = rng.normal(size=32), []
    weights = [scale * he_normal((32, 32), rng) for _ in range(layers)]
    for w in weights[:-1]:
        sums.append(w @ a)
        a = relu(sums[-1])
    gradient = np.ones(32)
    for w, z in zip(reversed(weights), reversed(sums)):
        gradient = (w.T @ gradient) * relu_derivative(z)
    return np.linalg.norm(gradient)


ratio = first_layer(factor) / first_layer(1.0)
print(f"doubled weights, gradient in layer 1: {ratio:.0f} times")
