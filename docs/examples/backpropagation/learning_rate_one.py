import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

x, target = np.array([0.1, 0.2]), np.array([0.4, 0.6])
hidden = Dense([[0.30, 0.25], [0.40, 0.35]], activation="sigmoid")
output = Dense([[0.45, 0.40], [0.70, 0.60]], activation="sigmoid")
network = Network([hidden, output])

trace = backpropagate(network, x, target, "half_sum_squared_error")
SGD(learning_rate=1.0).update(network.parameters, trace.gradients)

w5 = output.weights[0, 0]
E = backpropagate(network, x, target, "half_sum_squared_error").loss
print(f"new w5 = {w5:.8f}   E = {E:.8f}")
