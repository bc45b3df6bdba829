import numpy as np
from dlnotes.network import Perceptron

x = np.array([[-2.0], [-1.0], [0.0], [1.0], [2.0], [3.0]])
weight, biases = 2.0, [0.0, -3.0, 3.0]
answers, borders = {}, {}
for bias in biases:
    borders[bias] = 0.0 - bias / weight
    answers[bias] = Perceptron([weight], bias)(x)
    ones = "  ".join(f"{answer:.0f}" for answer in answers[bias])
    print(f"b = {bias:2.0f}   z = 0 at x = {borders[bias]:4.1f}")
    print(f"  answers: {ones}")
