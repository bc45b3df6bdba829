import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

x, target = np.array([0.1, 0.2]), np.array([0.4, 0.6])
hidden = Dense([[0.30, 0.25], [0.40, 0.35]], activation="sigmoid")
output = Dense([[0.45, 0.40], [0.70, 0.60]], activation="sigmoid")
network = Network([hidden, output])
optimizer = SGD(learning_rate=0.5)

errors = []
while not errors or errors[-1] >= 0.001:
    trace = backpropagate(network, x, target, "half_sum_squared_error")
    errors.append(trace.loss)
    optimizer.update(network.parameters, trace.gradients)

steps = len(errors) - 1
print(f"E = {errors[-2]:.8f} after {steps - 1} steps")
print(f"E = {errors[-1]:.8f} after {steps} steps")
