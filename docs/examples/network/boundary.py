import numpy as np
from dlnotes.network import Perceptron

x = np.array([[-2.0], [-1.0], [0.0], [1.0], [2.0], [3.0]])
answers, borders = {}, {}
for bias in (0.0, -3.0, 3.0):
    borders[bias] = 0.0 - bias / 2.0
    answers[bias] = Perceptron([2.0], bias)(x)
    ones = "  ".join(f"{answer:.0f}" for answer in answers[bias])
    print(f"b = {bias:2.0f}   z = 0 at x = {borders[bias]:4.1f}   answers: {ones}")
