import numpy as np
from dlnotes.datasets import logic_gate
from dlnotes.network import Perceptron

or_, nand = Perceptron([1, 1], -0.5), Perceptron([-1, -1], 1.5)
and_ = Perceptron([1, 1], -1.5)
by_hand = {"or": or_, "nand": nand, "and": and_}
learned = {gate: Perceptron([0.0, 0.0]) for gate in by_hand}
for gate, unit in learned.items():
    while unit.learn(*logic_gate(gate)):
        pass


def xor(units, x):
    hidden = np.column_stack([units["or"](x), units["nand"](x)])
    return hidden, units["and"](hidden)


x, target = logic_gate("xor")
hidden, output = xor(by_hand, x)
for (p, q), (a, c), y in zip(x, hidden, output):
    print(f"({p:.0f}, {q:.0f})   or {a:.0f}   nand {c:.0f}   xor {y:.0f}")
same = np.array_equal(xor(learned, x)[1], target)
print(f"the learned units answer the same: {same}")
