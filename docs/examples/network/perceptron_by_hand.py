import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

by_hand = {"and": ([1, 1], -1.5), "or": ([1, 1], -0.5), "nand": ([-1, -1], 1.5)}
learned, answers = {}, {}

for gate, (weights, bias) in by_hand.items():
    x, target = logic_gate(gate)
    unit = learned[gate] = Perceptron([0.0, 0.0])
    while unit.learn(x, target):
        pass
    answers[gate] = [Perceptron(weights, bias)(x), unit(x)]
    same = np.array_equal(answers[gate], [target, target])
    print(f"{gate}")
    print(f"  by hand   w = ({weights[0]:2}, {weights[1]:2})   b = {bias:4.1f}")
    print(f"  learned   w = ({unit.weights[0]:2.0f}, {unit.weights[1]:2.0f})   b = {unit.bias:4.1f}   both right: {same}")
