import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

x = np.array([[0.0], [1.0], [2.0], [3.0]])
y_true = np.array([[1.0], [3.0], [5.0], [7.0]])
layer = Dense([[1.0]], bias=[-4.0], activation="leaky_relu")
network, optimizer = Network([layer]), SGD(learning_rate=0.1)
shown = (0, 10, 20, 1000)

negative, w, b = [], [], []
for step in range(1001):
    if step in shown:
        negative.append(int(np.sum(layer.weighted_sum(x) < 0)))
        w.append(layer.weights[0, 0])
        b.append(layer.bias[0])
    trace = backpropagate(network, x, y_true, "mean_squared_error")
    optimizer.update(network.parameters, trace.gradients)

for step, ni, wi, bi in zip(shown, negative, w, b):
    print(f"step {step:4}: {ni} negative   w = {wi:.6f}   b = {bi:.6f}")
