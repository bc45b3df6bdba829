import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

x, target = logic_gate("xor")
x3 = np.column_stack([x, x[:, 0] * x[:, 1]])
by_hand = Perceptron([1, 1, -2], bias=-0.5)(x3)
unit, epochs = Perceptron([0.0, 0.0, 0.0]), 1
while unit.learn(x3, target):
    epochs += 1

assert np.array_equal(unit(x3), target)
w1, w2, w3 = unit.weights
print(f"by hand all right: {np.array_equal(by_hand, target)}")
print(f"learned   epochs = {epochs}")
print(f"w = ({w1:.0f}, {w2:.0f}, {w3:.0f})   b = {unit.bias:.0f}")
