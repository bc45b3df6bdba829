import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

x, target = np.array([0.05, 0.10]), np.array([0.01, 0.99])
W1, b1 = [[0.15, 0.20], [0.25, 0.30]], [0.35, 0.35]
W2, b2 = [[0.40, 0.45], [0.50, 0.55]], [0.60, 0.60]


def errors(parts):
    layers = Dense(W1, b1, "sigmoid"), Dense(W2, b2, "sigmoid")
    net, loss = Network(list(layers)), "half_sum_squared_error"
    before = backpropagate(net, x, target, loss)
    update = SGD(learning_rate=0.5).update
    update(net.parameters[parts], before.gradients[parts])
    return before.loss, backpropagate(net, x, target, loss).loss


start, weights_only = errors(slice(0, None, 2))  # of W1 b1 W2 b2
_, with_biases = errors(slice(None))
print(f"before the step     {start:.9f}")
print(f"weights only        {weights_only:.9f}")
print(f"weights and biases  {with_biases:.9f}")
