from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network

x, y_true = logic_gate("xor")


def answers(activation):
    hidden = Dense([[1.0, 1.0], [1.0, 1.0]], bias=[0.0, -1.0], activation=activation)
    return Network([hidden, Dense([[1.0, -2.0]])])(x)[:, 0]


with_relu, without = answers("relu"), answers("identity")
for xi, ti, bent, straight in zip(x, y_true, with_relu, without):
    print(f"{xi[0]:.0f} XOR {xi[1]:.0f} = {ti:.0f}   with ReLU {bent:.0f}   without {straight:.0f}")
