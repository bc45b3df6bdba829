import numpy as np
from dlnotes.activations import softmax
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network

target = np.array([0.0, 0.0, 1.0])
confidence = np.array([0.0, 2.0, 5.0, 10.0, 20.0])
points = [np.array([c, 0.0, 0.0]) for c in confidence]
layer = Network([Dense(np.eye(3), activation="softmax")])


def norm(logits, loss):
    trace = backpropagate(layer, logits, target, loss)
    return np.linalg.norm(trace.layers[0].delta)


probability = np.array([softmax(x)[2] for x in points])
cross_entropy = [norm(x, "categorical_crossentropy") for x in points]
mse = [norm(x, "mean_squared_error") for x in points]

for row in zip(confidence, probability, cross_entropy, mse):
    c, p, ce, m = row
    print(f"logit {c:4.1f}   p {p:.2e}   CE {ce:.6f}   MSE {m:.2e}")
