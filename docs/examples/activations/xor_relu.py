from dlnotes.datasets import logic_gate
from dlnotes.network import Dense, Network

x, y_true = logic_gate("xor")
outputs = {}
for name in ("relu", "identity"):
    hidden = Dense([[1.0, 1.0], [1.0, 1.0]], bias=[0.0, -1.0], activation=name)
    outputs[name] = Network([hidden, Dense([[1.0, -2.0]])])(x)[:, 0]

for xi, ti, relu, identity in zip(x, y_true, outputs["relu"], outputs["identity"]):
    print(f"{xi[0]:.0f} XOR {xi[1]:.0f} = {ti:.0f}   with ReLU {relu:.0f}   without {identity:.0f}")
