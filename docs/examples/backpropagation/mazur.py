import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD

x, target = np.array([0.05, 0.10]), np.array([0.01, 0.99])


def error_after_one_step(train_biases):
    hidden = Dense([[0.15, 0.20], [0.25, 0.30]], bias=[0.35, 0.35], activation="sigmoid")
    output = Dense([[0.40, 0.45], [0.50, 0.55]], bias=[0.60, 0.60], activation="sigmoid")
    network = Network([hidden, output])
    before = backpropagate(network, x, target, "half_sum_squared_error")
    step = slice(None) if train_biases else slice(0, None, 2)  # parameters: W b W b
    SGD(learning_rate=0.5).update(network.parameters[step], before.gradients[step])
    return before.loss, backpropagate(network, x, target, "half_sum_squared_error").loss


start, weights_only = error_after_one_step(train_biases=False)
_, with_biases = error_after_one_step(train_biases=True)
print(f"before the step       E = {start:.9f}")
print(f"weights only          E = {weights_only:.9f}")
print(f"weights and biases    E = {with_biases:.9f}")
