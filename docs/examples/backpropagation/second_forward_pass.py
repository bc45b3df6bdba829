import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

x, target = np.array([0.1, 0.2]), np.array([0.4, 0.6])
hidden = Dense([[0.30, 0.25], [0.40, 0.35]], activation="sigmoid")
output = Dense([[0.45, 0.40], [0.70, 0.60]], activation="sigmoid")
network = Network([hidden, output])
loss = "half_sum_squared_error"

before = backpropagate(network, x, target, loss)
SGD(learning_rate=0.5).update(network.parameters, before.gradients)
after = backpropagate(network, x, target, loss)

for name, z, a in zip(("h", "o"), (1, 3), after.layers):
    for i in (0, 1):
        print(f"z{z + i} = {a.weighted_sum[i]:.8f}  "
              f"{name}{i + 1} = {a.output[i]:.8f}")
print(f"E before = {before.loss:.8f}")
print(f"E after  = {after.loss:.8f}")
