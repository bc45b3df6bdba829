import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

learned = {}
for gate in ("and", "or", "nand"):
    x, target = logic_gate(gate)
    unit = Perceptron([0.0, 0.0])
    epochs = 1
    while unit.learn(x, target):
        epochs += 1
    learned[gate] = [epochs, *unit.weights, unit.bias]
    w1, w2 = unit.weights
    line = f"w = ({w1:2.0f}, {w2:2.0f})   b = {unit.bias:2.0f}"
    right = np.array_equal(unit(x), target)
    print(f"{gate:4}   epochs = {epochs}   {line}   all right: {right}")
