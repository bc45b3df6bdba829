import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

by_hand = {"or": Perceptron([1, 1], -0.5), "nand": Perceptron([-1, -1], 1.5), "and": Perceptron([1, 1], -1.5)}
learned = {gate: Perceptron([0.0, 0.0]) for gate in by_hand}
for gate, unit in learned.items():
    while unit.learn(*logic_gate(gate)):
        pass


def xor(units, x):
    hidden = np.column_stack([units["or"](x), units["nand"](x)])
    return hidden, units["and"](hidden)


x, target = logic_gate("xor")
hidden, output = xor(by_hand, x)
for (x1, x2), (h1, h2), y in zip(x, hidden, output):
    print(f"x = ({x1:.0f}, {x2:.0f})   or = {h1:.0f}   nand = {h2:.0f}   xor = {y:.0f}")
print(f"the learned units answer the same: {np.array_equal(xor(learned, x)[1], target)}")
