import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network
from dlnotes.optimizers import SGD, Adam

w, data = [[0.45, 0.40]], ([0.5, 0.5], [1.0])
network = Network([Dense(w, activation="sigmoid")])
trace = backpropagate(network, *data, "half_sum_squared_error")
gradient, kept = trace.gradients[0], network.parameters[0]
print(f"gradient {gradient[0].round(6)}, weights still {kept[0]}")

moves = []
for optimizer in (SGD(0.1), SGD(0.5), SGD(1.0), Adam(0.1)):
    moved = np.array(w)
    optimizer.update([moved], trace.gradients)
    moves.append(moved[0, 0] - w[0][0])
    name = type(optimizer).__name__
    print(f"{name}({optimizer.learning_rate}): {moves[-1]:.6f}")
