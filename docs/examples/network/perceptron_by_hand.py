import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

by_hand = {
    "and": ([1, 1], -1.5),
    "or": ([1, 1], -0.5),
    "nand": ([-1, -1], 1.5),
}
learned, answers = {}, {}

for gate, (w, b) in by_hand.items():
    x, target = logic_gate(gate)
    unit = learned[gate] = Perceptron([0.0, 0.0])
    while unit.learn(x, target):
        pass
    answers[gate] = [Perceptron(w, b)(x), unit(x)]
    same = np.array_equal(answers[gate], [target, target])
    v, c = unit.weights, unit.bias
    print(f"{gate}, both right: {same}")
    print(f"  by hand  w = ({w[0]:2}, {w[1]:2})   b = {b:4.1f}")
    print(f"  learned  w = ({v[0]:2.0f}, {v[1]:2.0f})   b = {c:4.1f}")
