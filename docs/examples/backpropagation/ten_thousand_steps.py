import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

x, target = np.array([0.1, 0.2]), np.array([0.4, 0.6])
hidden = Dense([[0.30, 0.25], [0.40, 0.35]], activation="sigmoid")
output = Dense([[0.45, 0.40], [0.70, 0.60]], activation="sigmoid")
network = Network([hidden, output])
optimizer = SGD(learning_rate=0.5)

errors = {}
for step in range(10_001):
    trace = backpropagate(network, x, target, "half_sum_squared_error")
    if step in (0, 1, 10, 100, 1_000, 10_000):
        errors[step] = trace.loss
    optimizer.update(network.parameters, trace.gradients)

for step, error in errors.items():
    print(f"after {step:5d} steps   E = {error:.8f}")
