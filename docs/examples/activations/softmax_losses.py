import numpy as np
from dlnotes.activations import softmax
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network

target = np.array([0.0, 0.0, 1.0])
confidence = np.array([0.0, 2.0, 5.0, 10.0, 20.0])
layer = Network([Dense(np.eye(3), activation="softmax")])

probability, cross_entropy, mse = [], [], []
for c in confidence:
    logits = np.array([c, 0.0, 0.0])
    probability.append(softmax(logits)[2])
    for loss, norms in (("categorical_crossentropy", cross_entropy), ("mean_squared_error", mse)):
        trace = backpropagate(layer, logits, target, loss)
        norms.append(np.linalg.norm(trace.layers[0].delta))

cross_entropy, mse = np.array(cross_entropy), np.array(mse)
for c, p, ce, m in zip(confidence, probability, cross_entropy, mse):
    print(f"logit {c:4.1f}   p(true) {p:.2e}   cross-entropy {ce:.6f}   MSE {m:.2e}")
