import numpy as np
from dlnotes.backpropagation import backpropagate
from dlnotes.network import Dense, Network

x, t = np.array([0.1, 0.2]), np.array([0.4, 0.6])
w = np.array([0.30, 0.25, 0.40, 0.35, 0.45, 0.40, 0.70, 0.60])


def error(w):
    W1, W2 = w.reshape(2, 2, 2)
    h = 1 / (1 + np.exp(-(W1 @ x)))
    o = 1 / (1 + np.exp(-(W2 @ h)))
    return np.sum((o - t) ** 2) / 2


net = Network([Dense(W, None, "sigmoid") for W in w.reshape(2, 2, 2)])
trace = backpropagate(net, x, t, "half_sum_squared_error")
exact = np.ravel(trace.gradients)
unit, nudge, tiny = np.eye(8), 1e-5, 1e-30
gap = [error(w + nudge * e) - error(w - nudge * e) for e in unit]
nudged = np.array(gap) / (2 * nudge)
imaginary = [error(w + 1j * tiny * e).imag / tiny for e in unit]
for number, slopes in enumerate(zip(exact, nudged, imaginary), 1):
    print(f"w{number}  " + "  ".join(f"{slope:.8f}" for slope in slopes))
