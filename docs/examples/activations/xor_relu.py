from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network

x, y_true = logic_gate("xor")


def answers(activation):
    hidden = Dense([[1.0, 1.0], [1.0, 1.0]], [0.0, -1.0], activation)
    return Network([hidden, Dense([[1.0, -2.0]])])(x)[:, 0]


with_relu, without = answers("relu"), answers("identity")
for (p, q), target, bent, straight in zip(
    x, y_true, with_relu, without
):
    gate = f"{p:.0f} XOR {q:.0f} = {target:.0f}"
    print(f"{gate}   with ReLU {bent:.0f}   without {straight:.0f}")
